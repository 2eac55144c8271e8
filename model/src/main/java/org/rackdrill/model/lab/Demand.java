package org.rackdrill.model.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.quantity.Bytes;

/**
 * What a service asks of disks, and how soon it wants answers.
 *
 * @param loads what it asks, each of one pool; empty for a service that reads and writes nothing that the lab knows of
 * @param latency the latency that it aims at
 * @param feels what its people wait for
 */
public record Demand(List<Workload> loads, Optional<LatencyGoal> latency, List<Feel> feels) {

    /** A service that asks nothing. */
    public static final Demand NONE = new Demand(List.of(), Optional.empty(), List.of());

    public Demand {
        loads = List.copyOf(loads);
        feels = List.copyOf(feels);
    }

    /**
     * Requests of one sort.
     *
     * @param at the pool that they go to
     * @param profile a catalogue entry of the kind {@code workload}, for one unit of {@code scale}
     * @param scale how many people, cameras, machines; positive
     * @param assumed whether the lab file does not say it and it was taken as usual for such a service
     */
    public record Workload(PoolRef at, Part profile, double scale, boolean assumed) {}

    /**
     * A latency that is aimed at.
     *
     * @param share of the requests that shall be answered within {@code limit}; between 0 and 1
     */
    public record LatencyGoal(double share, Duration limit) {}

    /**
     * Something that people wait for: reads, each of which needs the one before.
     *
     * @param what what people call it
     * @param reads how many; at least 1
     * @param size of each
     * @param touched how often something reads the same blocks again, which decides whether they are still in memory
     * @param at the pool that they go to
     */
    public record Feel(String what, int reads, Bytes size, Duration touched, PoolRef at) {}
}
