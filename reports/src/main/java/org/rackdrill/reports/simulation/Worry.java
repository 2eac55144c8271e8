package org.rackdrill.reports.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.simulator.compiled.CauseKind;
import org.rackdrill.simulator.compiled.CauseKind.Remedy;
import org.rackdrill.simulator.study.Results.Gain;

/**
 * The worry that is cheapest to remove.
 *
 * @param gain what it gives back, averaged over the services
 * @param free whether it takes a habit or a setting rather than a part
 */
public record Worry(Culprit culprit, Gain gain, boolean free) {
    /** A habit is named before a part when it gives back at least this share of what the best part would. */
    private static final double WORTH_NAMING = 0.2;

    /** Returns the largest gain that costs nothing, or the largest of all when no free one is worth naming. */
    public static Optional<Worry> of(List<Culprit> culprits) {
        Optional<Worry> largest = largest(culprits, false);
        Optional<Worry> habit = largest(culprits, true);
        boolean worth = habit.isPresent()
                && habit.get().gain().hoursPerYear()
                        >= WORTH_NAMING * largest.orElseThrow().gain().hoursPerYear();
        return worth ? habit : largest;
    }

    /** Returns whether a kind of cause is planned work, which nobody should remove. */
    static boolean isPlan(String kind) {
        return remedy(kind) == Remedy.NONE;
    }

    /** Returns whether a kind of cause is a habit, a setting or a plan rather than a part. */
    static boolean isHabit(String kind) {
        return remedy(kind) == Remedy.HABIT;
    }

    private static Remedy remedy(String kind) {
        return CauseKind.of(kind).map(CauseKind::remedy).orElse(Remedy.PURCHASE);
    }

    private static Optional<Worry> largest(List<Culprit> culprits, boolean onlyFree) {
        return culprits.stream()
                .flatMap(culprit ->
                        Optional.ofNullable(culprit.gain())
                                .map(gain -> new Worry(culprit, gain, isHabit(culprit.kind())))
                                .stream())
                .filter(worry -> !isPlan(worry.culprit().kind()))
                .filter(worry -> worry.gain().hoursPerYear() > 0 && (worry.free() || !onlyFree))
                .max(Comparator.comparingDouble(worry -> worry.gain().hoursPerYear()));
    }
}
