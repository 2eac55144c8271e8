package org.rackdrill.chaos.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;

/**
 * What a run is going to do: the drill with its targets found, bound to a world, a lab and a day.
 *
 * @param format of the file that it is saved to
 * @param run the name of the run, unique over all runs, which names its journal too
 * @param exact whether it was saved and has to be run as it is: a target that has changed since is refused. Otherwise
 *     an aim such as "the node that runs jellyfin" is followed when its step starts
 * @param ignoresCalendar whether a person wants it run at a time that the drill's calendar refuses
 * @param forced why a person wants it run on live machines although it never passed elsewhere; none: it passed, or need not
 * @param hits what the timeline will break, as far as it can be known before
 * @param refusals why it cannot be run; empty when it can
 * @param prediction what the simulator expects, made before the run; none: nobody asked
 */
public record Plan(
        String format,
        String run,
        Drill drill,
        WorldKind world,
        String labHash,
        LocalDate day,
        boolean exact,
        boolean ignoresCalendar,
        Optional<String> forced,
        List<Planned> hits,
        List<String> refusals,
        Optional<Prediction> prediction) {

    /** The format that this version writes. */
    public static final String FORMAT = "1.0";

    public Plan {
        hits = List.copyOf(hits);
        refusals = List.copyOf(refusals);
    }

    /** Returns the name of the journal of a run. */
    public static String journal(String run) {
        return run + LeftBehind.JOURNAL;
    }

    /** Returns the name of its journal. */
    public String journal() {
        return journal(run);
    }

    /** Returns the same plan, to be run as it is. */
    public Plan asSaved() {
        return copy(true, forced, prediction);
    }

    /** Returns the same plan with what the simulator expects. */
    public Plan with(Prediction expected) {
        return copy(exact, forced, Optional.of(expected));
    }

    /** Returns the same plan with the reason of a person who wants it run all the same. */
    public Plan forcedBecause(String reason) {
        return copy(exact, Optional.of(reason), prediction);
    }

    private Plan copy(boolean asSaved, Optional<String> reason, Optional<Prediction> expected) {
        return new Plan(
                format, run, drill, world, labHash, day, asSaved, ignoresCalendar, reason, hits, refusals, expected);
    }
}
