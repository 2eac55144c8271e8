package org.rackdrill.simulator.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.Stage;
import org.rackdrill.simulator.statistics.Moments;

/**
 * What rehearsing each protection is worth: the same histories again, with the same luck and other intervals between two
 * drills.
 */
final class Rehearsals {

    /** Histories for an interval between two that do not matter. */
    private static final int FEWEST_HISTORIES = 10;

    /** Histories that show whether an interval matters at all; the difference is known much better than either. */
    private static final int FEW_HISTORIES = 25;

    /** Histories for an interval that matters. */
    private static final int HISTORIES = 60;

    /** Differences below this share of the downtime do not. */
    private static final double MATTERS = 0.005;

    private static final int TEN = 10;
    private static final int FEW_DRAWS = 20;
    private static final double MONTH = Hours.PER_YEAR / 12;
    private static final double NEVER = 0;
    private static final List<Double> INTERVALS = List.of(NEVER, 12 * MONTH, 6 * MONTH, 3 * MONTH, MONTH);

    /** What a lab that drills never is compared with. */
    private static final double QUARTERLY = 3 * MONTH;

    /** Intervals closer together than this share are the same. */
    private static final double SAME = 0.1;

    private static final double Z = 1.6448536269514722;

    private final Question question;
    private final CompiledLab lab;

    /** What is asked of its pools does to the lab, however often it is drilled. */
    private final Contention contention;

    private final Account account;

    /** Hours down of each service, in the first histories. */
    private final List<double[]> before;

    private final double[][] factors;
    private final double horizon;
    private final PoolRisk risk;
    private final Crew crew;

    /** The chance of losing the dataset that dies most easily, once it is known. */
    private double lossNow = -1;

    Rehearsals(Question question, Premises premises, Account account, List<Tally> first, Crew crew) {
        this.crew = crew;
        this.question = question;
        lab = premises.lab();
        contention = premises.contention();
        this.account = account;
        before = first.stream()
                .flatMap(row -> IntStream.range(0, row.histories()).mapToObj(row::down))
                .limit(HISTORIES)
                .toList();
        factors = premises.factors();
        horizon = premises.horizon();
        risk = new PoolRisk(lab);
    }

    /** Measures every protection that the lab has. */
    List<Results.Drilling> drilling(Progress progress) {
        List<Protection> present = Arrays.stream(Protection.values())
                .filter(kind -> Arrays.stream(lab.guards().all()).anyMatch(plan -> plan.kind() == kind))
                .toList();
        return crew.each(present, kind -> drilling(kind, progress)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns nothing when it was interrupted. */
    private Optional<Results.Drilling> drilling(Protection kind, Progress progress) {
        double own = lab.guards().drillHours()[kind.ordinal()];
        int dataset = kind == Protection.RESTORE ? likeliestLost() : -1;
        List<Tried> tried = tried(kind, own, progress);
        if (progress.cancelled()) {
            return Optional.empty();
        }
        double other = own == NEVER ? QUARTERLY : NEVER;
        Tried against =
                tried.stream().filter(one -> one.every == other).findFirst().orElseThrow();
        double sign = own == NEVER ? -1 : 1;
        int most = against.most(sign);
        return Optional.of(new Results.Drilling(
                word(kind),
                kind.label(),
                months(own),
                tried.stream().map(one -> point(one, dataset)).toList(),
                against.mean(sign),
                perMonth(own, tried),
                most < 0 ? "" : lab.services()[most].name(),
                against.gain(most, sign),
                dataset < 0 ? "" : lab.data()[dataset].name()));
    }

    /** Never first, then ever more often; the lab's own interval stands in for one that is nearly the same. */
    private static List<Double> intervals(double own) {
        TreeSet<Double> found = new TreeSet<>();
        for (double usual : INTERVALS) {
            boolean same = own != NEVER && Math.abs(usual - own) < SAME * own;
            found.add(same ? own : usual);
        }
        found.add(own);
        List<Double> ordered = new ArrayList<>(found.descendingSet());
        ordered.remove(NEVER);
        ordered.add(0, NEVER);
        return ordered;
    }

    /** Runs the first histories again with each interval; few of them where never and often make no difference. */
    private List<Tried> tried(Protection kind, double own, Progress progress) {
        if (progress.cancelled()) {
            return List.of();
        }
        List<Tried> all = crew.each(intervals(own), every -> prepared(kind, every, own));
        Tried never = all.get(0);
        Tried often = all.get(all.size() - 1);
        each(List.of(never, often), FEW_HISTORIES, progress);
        int histories = matters(never) || matters(often) ? HISTORIES : FEWEST_HISTORIES;
        each(all, histories, progress);
        return all;
    }

    private void each(List<Tried> some, int histories, Progress progress) {
        crew.each(some, one -> run(one, histories, progress));
    }

    private boolean matters(Tried tried) {
        double least = MATTERS * account.total().mean() / Math.max(1, lab.services().length) * Hours.PER_YEAR;
        return Math.abs(tried.mean(1).hoursPerYear()) > least;
    }

    private Tried prepared(Protection kind, double every, double own) {
        if (every == own) {
            return new Tried(own, lab, new Moments[0]);
        }
        Optional<Duration> interval =
                every == NEVER ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.round(every * 3600)));
        Lab changed = question.lab().with(question.lab().operations().drilling(kind, interval));
        Moments[] more = new Moments[lab.services().length + 1];
        Arrays.setAll(more, i -> new Moments());
        return new Tried(every, Compiler.compile(changed, lab, contention), more);
    }

    /** Runs the first histories again, as far as that has not been done yet. */
    private Tried run(Tried tried, int to, Progress progress) {
        int from = tried.more.length == 0 ? to : (int) tried.more[0].count();
        int end = Math.min(to, before.size());
        if (from >= end) {
            return tried;
        }
        Runner runner = new Runner(tried.lab, factors, question.seed(), horizon, crew, progress);
        int number = from;
        for (double[] down : runner.down(IntStream.range(from, end).toArray(), Stage.NOBODY)) {
            add(tried.more, before.get(number++), down);
        }
        return tried;
    }

    private void add(Moments[] more, double[] before, double[] after) {
        double perYear = Hours.PER_YEAR / horizon;
        double sum = 0;
        for (int s = 0; s < before.length; s++) {
            double hours = (after[s] - before[s]) * perYear;
            more[s].add(hours);
            sum += hours;
        }
        more[before.length].add(before.length == 0 ? 0 : sum / before.length);
    }

    /** Returns the dataset that dies most easily, or -1 where there is none with a copy. */
    private int likeliestLost() {
        int worst = -1;
        double most = -1;
        Durability durability = durability(ownRestoreDrills());
        for (int i = 0; i < lab.data().length; i++) {
            double loss = lab.data()[i].copies().length == 0 ? -1 : tenYearLoss(durability, i, someFactors());
            if (loss > most) {
                worst = i;
                most = loss;
            }
        }
        return worst;
    }

    private double ownRestoreDrills() {
        return lab.guards().drillHours()[Protection.RESTORE.ordinal()];
    }

    /** A few sets of parameters: another interval changes the chance of loss by nearly the same factor in all of them. */
    private double[][] someFactors() {
        int step = Math.max(1, factors.length / FEW_DRAWS);
        return IntStream.range(0, factors.length)
                .filter(draw -> draw % step == 0)
                .mapToObj(draw -> factors[draw])
                .toArray(double[][]::new);
    }

    private Durability durability(double every) {
        return new Durability(lab, new Restorable(lab, every), risk);
    }

    private double tenYearLoss(Durability durability, int dataset, double[][] draws) {
        return new LossAnswer(durability, lab.data()[dataset], draws, TEN, crew)
                .loss(TEN)
                .mean();
    }

    /** The chance under all parameters now, times what the interval changes under some of them. */
    private double tenYearLoss(int dataset, double every) {
        double now = tenYearLoss(durability(ownRestoreDrills()), dataset, someFactors());
        double then = tenYearLoss(durability(every), dataset, someFactors());
        return now == 0 ? then : Math.min(1, lossNow(dataset) * then / now);
    }

    private double lossNow(int dataset) {
        if (lossNow < 0) {
            lossNow = tenYearLoss(durability(ownRestoreDrills()), dataset, factors);
        }
        return lossNow;
    }

    private Results.DrillPoint point(Tried tried, int dataset) {
        int services = lab.services().length;
        double base = services == 0 ? 0 : account.total().mean() / services * Hours.PER_YEAR;
        Results.Gain more = tried.mean(1);
        return new Results.DrillPoint(
                months(tried.every),
                Math.max(0, base + more.hoursPerYear()),
                base + more.low(),
                base + more.high(),
                dataset < 0 ? 0 : tenYearLoss(dataset, tried.every));
    }

    /** Hours a year for each month more between two drills, up to the next longer interval. */
    private static double perMonth(double own, List<Tried> tried) {
        return tried.stream()
                .filter(one -> own != NEVER && one.every > own * (1 + SAME))
                .reduce((longer, next) -> next)
                .map(next -> next.mean(1).hoursPerYear() / ((next.every - own) / MONTH))
                .orElse(0.0);
    }

    private static @org.jspecify.annotations.Nullable Double months(double every) {
        return every == NEVER ? null : Double.valueOf(every / MONTH);
    }

    private static String word(Protection kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What another interval costs in hours a year, service by service and in the mean of all; nothing for the lab's own.
     */
    private record Tried(double every, CompiledLab lab, Moments[] more) {

        /** Returns the mean over all services, with a sign. */
        Results.Gain mean(double sign) {
            return gain(more.length - 1, sign);
        }

        Results.Gain gain(int place, double sign) {
            if (place < 0) {
                return new Results.Gain(0, 0, 0);
            }
            double mean = sign * more[place].mean();
            double half = Z * Math.sqrt(more[place].varianceOfMean());
            return new Results.Gain(mean, mean - half, mean + half);
        }

        /** Returns the service with the largest difference, or -1 where none has any. */
        int most(double sign) {
            int best = -1;
            for (int i = 0; i < more.length - 1; i++) {
                if (sign * more[i].mean() > (best < 0 ? 0 : sign * more[best].mean())) {
                    best = i;
                }
            }
            return best;
        }
    }
}
