package org.rackdrill.simulator.capacity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether copies get through the lines that carry them.
 *
 * @param jobs in the order of the lab; those that fit worst are not first
 * @param lines what carries copies, with how much of its time it does so
 * @param lost parts of the network without which copies stop, in the order of the lab
 */
public record NetworkAnswer(List<Job> jobs, List<Use> lines, List<Lost> lost) {

    /** The hours of {@link Job#catchUpHours} that stand for never: a year. */
    public static final double NEVER_HOURS = 8760;

    /**
     * Copies that go the same way by the same schedule, one after the other.
     *
     * @param name such as node1 to node2, or home to friend over the internet
     * @param kind cable, or internet
     * @param line what limits it
     * @param everyHours between two starts
     * @param window the hours of the day in which it may run, as in 23:00-07:00; null for all of them
     * @param windowHours how long it may take: the window, or until the next start
     * @param bytes what one run carries
     * @param hours how long one run takes
     * @param share of the time that it has; above 1 it is not done in time
     * @param firstHours the first run, which carries everything
     * @param restoreHours reading all of it back
     * @param byYear hours of one run after one year, two, ... of growth
     * @param outgrown when a run takes longer than it may
     * @param catchUpHours after a day in which nothing got through, how long until the copies are as fresh as ever; at most
     *     {@link #NEVER_HOURS}
     */
    public record Job(
            String name,
            String kind,
            String line,
            double everyHours,
            @Nullable String window,
            double windowHours,
            Likely bytesPerSecond,
            Likely bytes,
            Likely hours,
            Likely share,
            double firstBytes,
            Likely firstHours,
            Likely restoreHours,
            List<Likely> byYear,
            Reached outgrown,
            Likely catchUpHours,
            List<Part> copies) {}

    /** One copy of a job. */
    public record Part(String data, String to, String by, Likely bytes, Likely hours, Likely firstHours) {}

    /**
     * The loss of one part of the network: a switch, a router, an internet access or a tunnel.
     *
     * @param jobs names of those that stop
     */
    public record Lost(String name, List<String> jobs) {}

    /**
     * A line.
     *
     * @param busy the share of its time that copies take, over a week
     */
    public record Use(String name, Likely bytesPerSecond, Likely busy) {}
}
