package org.rackdrill.live.world;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.PoolRef;

/**
 * Eyes that see everything well and idle, but for what a test puts in.
 *
 * @param things by their text
 * @param tended the pools that are scrubbed or filled, by their text
 * @param runs the node of each service
 */
record Look(Map<String, Truth> things, Map<String, Truth> tended, Map<String, String> runs) implements Eyes {

    Look() {
        this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    @Override
    public Observation see(Probe probe) {
        return new Observation(things.getOrDefault(probe.of().text(), Truth.TRUE), "", "");
    }

    @Override
    public Optional<String> runs(String service) {
        return Optional.ofNullable(runs.get(service));
    }

    @Override
    public Optional<String> master(String cluster) {
        return Optional.empty();
    }

    @Override
    public Truth tended(PoolRef pool) {
        return tended.getOrDefault(new Target.Pool(pool).text(), Truth.FALSE);
    }

    @Override
    public Truth busy(Calendar.Busy what) {
        return Truth.FALSE;
    }

    @Override
    public Observation neverTwice(String service, Duration ago) {
        return new Observation(Truth.UNKNOWN, "", "nobody remembers");
    }
}
