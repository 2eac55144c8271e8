package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Bad combinations die early. All run the same histories; after each lap those go that are surely no better than one which
 * costs no more, draws no more, loses data no sooner and answers no later, by a test of paired differences. Survivors run on, twice as far
 * each time (racing: Maron and Moore, NIPS 1993; with an indifference zone as in ranking and selection: Kim and Nelson,
 * ACM TOMACS 11, 2001).
 *
 * <p>That a combination goes although it is better than what beats it by more than the zone happens in at most a share
 * {@link #ERROR} of races: the error is divided among all tests of a combination that there can be (Bonferroni).
 */
final class Race {

    /** The share of races in which a combination may go that should have stayed. */
    static final double ERROR = 0.05;

    /** A combination that uses its allowance less by no more than this share is no better than a cheaper one. */
    static final double ZONE = 0.02;

    private final int first;
    private final int most;
    private final Track track;

    /** Where combinations run. */
    interface Track {

        /** Lets some run on until each knows so many histories; returns false when somebody wants to stop. */
        boolean run(List<Entrant> entrants, int until);
    }

    /**
     * Prepares a race.
     *
     * @param first histories of the first lap
     * @param most histories of the last one
     */
    Race(int first, int most, Track track) {
        this.first = first;
        this.most = most;
        this.track = track;
    }

    /** Returns those who are left, the cheapest first. */
    List<Entrant> survivors(List<Entrant> entrants) {
        List<Entrant> left = new ArrayList<>(entrants);
        int laps = 1;
        for (int run = first; run < most; run *= 2) {
            laps++;
        }
        double error = ERROR / (laps * Math.max(1.0, entrants.size()));
        for (int run = first; left.size() > 1; run = Math.min(most, 2 * run)) {
            if (!track.run(left, run)) {
                break;
            }
            left = best(left, error);
            if (run >= most) {
                break;
            }
        }
        left.sort(ORDER);
        return left;
    }

    private static final Comparator<Entrant> ORDER = Comparator.comparingDouble(Entrant::money)
            .thenComparingDouble(Entrant::use)
            .thenComparing(Entrant::choice);

    private static List<Entrant> best(List<Entrant> entrants, double error) {
        List<Entrant> ordered = new ArrayList<>(entrants);
        ordered.sort(ORDER);
        List<Entrant> kept = new ArrayList<>();
        for (Entrant one : ordered) {
            if (kept.stream().noneMatch(cheaper -> beats(cheaper, one, error))) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** Whether nobody would pay more for another combination than for this one. */
    static boolean beats(Entrant cheaper, Entrant other, double error) {
        return cheaper.noWorseThan(other) && surelyNoBetter(cheaper, other, error);
    }

    /**
     * Every service of the cheaper one must surely use less than the tightest one of the other, but for the zone: then so
     * does its own tightest, whichever that is (an intersection-union test, which needs no further correction).
     */
    private static boolean surelyNoBetter(Entrant cheaper, Entrant other, double error) {
        int runs = Math.min(cheaper.histories(), other.histories());
        if (runs < 2) {
            return false;
        }
        int tightest = other.tightest();
        double zone = ZONE * other.use();
        double z = quantile(runs, error);
        for (int s = 0; s < cheaper.uses(0).length; s++) {
            double mean = 0;
            double squares = 0;
            for (int h = 0; h < runs; h++) {
                double difference = cheaper.uses(h)[s] - other.uses(h)[tightest];
                double delta = difference - mean;
                mean += delta / (h + 1);
                squares += delta * (difference - mean);
            }
            if (mean + z * Math.sqrt(squares / (runs - 1) / runs) > zone) {
                return false;
            }
        }
        return true;
    }

    private static double quantile(int runs, double error) {
        return runs > 200
                ? NormalDistribution.of(0, 1).inverseSurvivalProbability(error)
                : TDistribution.of(runs - 1).inverseSurvivalProbability(error);
    }
}
