package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a plot as small and as round as it can be while it still breaks its goal: fewer faults, shorter ones, closer to
 * each other, at times that a person would choose.
 */
final class Shrinking {

    /** A plot is as small as it gets after a few rounds; more never change anything but to and fro. */
    private static final int MOST_ROUNDS = 5;

    private final Trial trial;
    private boolean clear;

    Shrinking(Trial trial) {
        this.trial = trial;
    }

    /** Returns a plot that breaks the goal too, in which no fault can be left out. */
    Plot of(Plot plot) {
        clear = trial.clearlyBreaks(plot);
        Plot before = plot;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Plot after = fewer(closer(shorter(unended(fewer(before)))));
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

    /** What a drill would show is not shrunk to what it would not. */
    private boolean works(Plot plot) {
        return plot.allowed() && (clear ? trial.clearlyBreaks(plot) : trial.breaks(plot));
    }

    /** Leaves out what is not needed. */
    private Plot fewer(Plot plot) {
        for (int i = 0; i < plot.strikes().size() && plot.strikes().size() > 1; i++) {
            Plot without = plot.without(i);
            if (trial.breaks(without)) {
                clear = trial.clearlyBreaks(without);
                return fewer(without);
            }
        }
        return plot;
    }

    /** A disk that is never replaced is one step fewer. */
    private Plot unended(Plot plot) {
        Plot best = plot;
        for (int i = 0; i < plot.strikes().size(); i++) {
            Strike strike = best.strikes().get(i);
            if (strike.candidate().ending() == Ending.REPLACED) {
                Plot without = best.with(i, strike.lasting(Optional.empty()));
                best = works(without) ? without : best;
            }
        }
        return best;
    }

    private Plot shorter(Plot plot) {
        Plot best = plot;
        for (int i = 0; i < plot.strikes().size(); i++) {
            best = shorter(best, i);
        }
        return best;
    }

    /** Takes the shortest round time that is enough, or rounds the time that it has. */
    private Plot shorter(Plot plot, int number) {
        Strike strike = plot.strikes().get(number);
        if (strike.lasts().isEmpty() || strike.candidate().ending() == Ending.REPLACED) {
            return plot;
        }
        Duration now = strike.lasts().orElseThrow();
        List<Duration> tries = new ArrayList<>();
        Times.ROUND.stream().filter(time -> time.compareTo(now) < 0).forEach(tries::add);
        if (!Times.ROUND.contains(now)) {
            Times.STEPS.forEach(step -> tries.add(Times.rounded(now, step)));
        }
        for (Duration time : tries) {
            Plot changed = plot.with(number, strike.lasting(Optional.of(time)));
            if (works(changed)) {
                return changed;
            }
        }
        return plot;
    }

    /** Starts with the first fault, and lets each other one follow as soon as it can. */
    private Plot closer(Plot plot) {
        Plot best = from(plot, 0, Starts.FIRST.minus(plot.strikes().get(0).at()));
        best = works(best) ? best : plot;
        for (int i = 1; i < best.strikes().size(); i++) {
            best = closer(best, i);
        }
        return best;
    }

    private Plot closer(Plot plot, int number) {
        Duration gap = plot.strikes()
                .get(number)
                .at()
                .minus(plot.strikes().get(number - 1).at());
        List<Duration> tries = new ArrayList<>(List.of(Duration.ZERO));
        tries.addAll(Times.ROUND);
        for (Duration time : tries) {
            if (time.compareTo(gap) >= 0) {
                return plot;
            }
            Plot changed = from(plot, number, time.minus(gap));
            if (works(changed)) {
                return changed;
            }
        }
        return plot;
    }

    /** Moves a strike and all that follow it. */
    private static Plot from(Plot plot, int number, Duration by) {
        List<Strike> moved = new ArrayList<>(plot.strikes());
        for (int i = number; i < moved.size(); i++) {
            moved.set(i, moved.get(i).at(moved.get(i).at().plus(by)));
        }
        return new Plot(moved);
    }
}
