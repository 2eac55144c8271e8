package org.rackdrill.simulator.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a person does before a job can begin; it takes time, and nothing else waits for it. */
final class Preparing {

    private final Processes all;
    private final History history;

    Preparing(Processes all, History history) {
        this.all = all;
        this.history = history;
    }

    /** Begins a job after so many hours, at the first look from then on. */
    Work.Job after(double hours, Supplier<Work.Job> then) {
        if (hours == 0) {
            return then.get();
        }
        double ready = all.stage.now + hours;
        List<Work.Job> begun = new ArrayList<>();
        return () -> {
            if (all.stage.now < ready) {
                return Work.Progress.GOES_ON;
            }
            if (begun.isEmpty()) {
                begun.add(then.get());
            }
            return begun.get(0).look();
        };
    }

    /** Stops guests at once, and moves them when everything is ready. */
    Work.Job stopped(int[] guests, double hours, Supplier<Work.Job> moves) {
        if (hours == 0) {
            return moves.get();
        }
        for (int guest : guests) {
            all.guests.breaks(guest, all.clusters);
        }
        history.settle();
        return after(hours, () -> {
            Work.Job job = moves.get();
            // Whoever could not move starts where it was.
            for (int guest : guests) {
                all.guests.mended(guest, all.clusters);
            }
            history.settle();
            return job;
        });
    }
}
