package org.rackdrill.simulator.storage;

import java.util.List;
import java.util.Map;

/**
 * Devices and who uses them.
 *
 * @param devices operations name them by their place in this list
 * @param mostUnderWay how many requests there can be at once; what an open load asks beyond that is refused, so that
 *     devices that cannot keep up end with a count and not with an endless queue
 * @param limits the time in milliseconds within which a load of that name is to be answered, where somebody asks
 */
public record Rig(List<Device> devices, List<Load> loads, int mostUnderWay, Map<String, Double> limits) {

    /** Nobody waits behind so many. */
    private static final int MOST = 100_000;

    public Rig {
        devices = List.copyOf(devices);
        loads = List.copyOf(loads);
        limits = Map.copyOf(limits);
        Positive.atLeastOne("mostUnderWay", mostUnderWay);
    }

    /** A rig in which no load has a limit. */
    public Rig(List<Device> devices, List<Load> loads, int mostUnderWay) {
        this(devices, loads, mostUnderWay, Map.of());
    }

    /** Returns a rig that refuses nothing below 100,000 requests at once. */
    public static Rig of(List<Device> devices, Load... loads) {
        return new Rig(devices, List.of(loads), MOST);
    }
}
