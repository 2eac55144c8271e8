package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Found;
import org.rackdrill.live.world.Eyes;

/**
 * The eyes of a real world: everything is looked at anew, and nothing for longer than it may take.
 *
 * @param within the longest time of one look
 */
public record OpenEyes(Sight sight, Duration within) implements Eyes {
    @Override
    public Observation see(Probe probe) {
        return sight.see(probe, within);
    }

    @Override
    public Optional<String> runs(String service) {
        return first(sight.whereabouts().running(service, within));
    }

    @Override
    public Optional<String> master(String cluster) {
        return first(sight.whereabouts().master(cluster, within));
    }

    @Override
    public Truth busy(Calendar.Busy what) {
        return what == Calendar.Busy.PEOPLE
                ? Truth.UNKNOWN
                : sight.picture(within).busy(what);
    }

    private static Optional<String> first(Found found) {
        return found.targets().stream().map(Target::text).findFirst();
    }
}
