package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.simulated.Effect;
import org.rackdrill.chaos.simulated.Effects;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Diary;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;

/**
 * A place where plots are tried: a week of the simulated lab in which nothing happens but the plot and what follows from
 * it. It belongs to one thread.
 */
final class Trial {

    private static final double NANOS_OF_AN_HOUR = 3.6e12;

    /** What differs by less than this, in hours, is the same. */
    private static final double ROUNDING = 1e-9;

    /** Two looks of whoever runs a drill: what is broken by more than this is seen to be broken. */
    private static final double CLEAR = 2 * Hours.of(Terms.USUAL.look());

    private final long seed;
    private final Twin twin;
    private final Effects effects;
    private final double[] factors;
    private final double opening = SimulatedLab.opening();
    private final double end = opening + Hours.of(Hunt.HORIZON);
    private final int service;
    private final double limit;
    private final int datasets;
    private double lost;

    Trial(SimulatedLab lab, Goal goal, long seed) {
        this.seed = seed;
        twin = lab.twin();
        effects = new Effects(twin);
        factors = lab.bestGuess();
        service = goal instanceof Goal.Uptime uptime ? twin.names().service(uptime.service()) : Names.NONE;
        limit = Hours.of(goal instanceof Goal.Uptime uptime ? uptime.allowed() : ((Goal.Kept) goal).atMost());
        datasets = lab.compiled().data().length;
    }

    /**
     * A strike that is ready to be done here.
     *
     * @param start in hours of the history
     * @param end infinite when nobody ends it
     */
    record Blow(double start, double end, Effect effect, Ending ending, Target target) {}

    /**
     * Makes a strike ready.
     *
     * @throws IllegalArgumentException when the simulator cannot do it
     */
    Blow prepare(Strike strike) {
        Candidate<?> candidate = strike.candidate();
        // A disk that is replaced and a harm that is noticed last as long as the hunt says, not as the fault does.
        boolean own = candidate.ending() == Ending.ITSELF || candidate.ending() == Ending.MENDED;
        Effect effect = effects.of(candidate.fault(), candidate.target(), own ? strike.lasts() : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException("the simulator cannot do " + candidate.text()));
        double start = opening + strike.at().toNanos() / NANOS_OF_AN_HOUR;
        boolean ends = candidate.ending() != Ending.ITSELF && strike.lasts().isPresent();
        double until = ends
                ? opening + strike.at().plus(strike.lasts().orElseThrow()).toNanos() / NANOS_OF_AN_HOUR
                : Double.POSITIVE_INFINITY;
        return new Blow(start, until, effect, candidate.ending(), candidate.target());
    }

    /** Returns whether a plot breaks the goal. */
    boolean breaks(Plot plot) {
        return breaks(ready(plot));
    }

    /** Returns whether some strikes break the goal. */
    boolean breaks(Blow... blows) {
        return go(blows, limit + ROUNDING) > limit + ROUNDING;
    }

    /** Returns whether a plot breaks the goal by so much that a drill shows it. */
    boolean clearlyBreaks(Plot plot) {
        return go(ready(plot), limit + CLEAR) > limit + CLEAR;
    }

    /** Returns the hours that a service is down, or the most hours of newest writes that are lost of any data. */
    double measure(Plot plot) {
        return go(ready(plot), Double.POSITIVE_INFINITY);
    }

    private Blow[] ready(Plot plot) {
        return plot.strikes().stream().map(this::prepare).toArray(Blow[]::new);
    }

    /** Goes on until it is known that the goal is missed by more than enough. */
    private double go(Blow[] blows, double enough) {
        twin.begin(seed, 0, factors, true, opening, Hours.of(Hunt.HORIZON) / Hours.PER_DAY);
        lost = 0;
        long struck = 0;
        long ended = 0;
        while (true) {
            int next = -1;
            double first = end;
            for (int i = 0; i < blows.length; i++) {
                long bit = 1L << i;
                double due = (struck & bit) == 0
                        ? blows[i].start
                        : (ended & bit) == 0 ? blows[i].end : Double.POSITIVE_INFINITY;
                if (due < first) {
                    first = due;
                    next = i;
                }
            }
            twin.until(first);
            if (next < 0 || soFar() > enough) {
                return soFar();
            }
            if ((struck & 1L << next) == 0) {
                struck |= 1L << next;
                blows[next].effect.strikes().run();
            } else {
                ended |= 1L << next;
                ends(blows[next]);
            }
        }
    }

    private void ends(Blow blow) {
        switch (blow.ending) {
            case ITSELF, NEVER -> {}
            case MENDED -> blow.effect.undoes().run();
            case REPLACED -> {
                Target.Disk disk = (Target.Disk) blow.target;
                int number = twin.names().disk(disk.pool(), disk.number());
                if (!twin.eyes().data().diskThere(number)) {
                    twin.work().replaceDisk(number);
                }
            }
            case NOTICED -> {
                int dataset = twin.names().data(blow.target.text());
                lost = Math.max(lost, twin.eyes().data().lostIfRestored(dataset));
                blow.effect.undoes().run();
            }
        }
    }

    /** Returns what the goal is about, as far as it has come. */
    private double soFar() {
        Diary diary = twin.diary();
        if (service != Names.NONE) {
            return diary.downHours(service, twin.now());
        }
        double most = lost;
        for (int data = 0; data < datasets && most < Double.POSITIVE_INFINITY; data++) {
            double gone = twin.eyes().data().lost(data) ? Double.POSITIVE_INFINITY : diary.mostLost(data);
            most = Math.max(most, gone);
            most = twin.now() >= end ? Math.max(most, twin.eyes().data().lostIfRestored(data)) : most;
        }
        return most;
    }

    /** Returns the strikes of some candidates at every start of a hunt that the simulator can do. */
    List<Strike> possible(List<Candidate<?>> candidates) {
        Predicate<Candidate<?>> known =
                candidate -> effects.of(candidate.fault(), candidate.target(), candidate.lasts())
                        .isPresent();
        List<Duration> starts = Starts.of(candidates);
        return candidates.stream()
                .filter(known)
                .flatMap(candidate -> starts.stream().map(start -> Strike.of(candidate, start)))
                .toList();
    }
}
