package org.rackdrill.live.world;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;

/**
 * Eyes that see everything well and idle, but for what a test puts in.
 *
 * @param things by their text
 * @param busy what goes on
 * @param runs the node of each service
 */
record Look(Map<String, Truth> things, Map<Calendar.Busy, Truth> busy, Map<String, String> runs) implements Eyes {

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
    public Truth busy(Calendar.Busy what) {
        return busy.getOrDefault(what, Truth.FALSE);
    }
}
