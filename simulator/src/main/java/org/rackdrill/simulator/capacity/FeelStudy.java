package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Demand.Feel;
import org.rackdrill.simulator.capacity.Run.State;
import org.rackdrill.simulator.capacity.StorageAnswer.OfFeel;
import org.rackdrill.simulator.study.Crew;

/** Finds out how long people wait. */
final class FeelStudy {

    private static final double MILLIS = 60_000;

    /** Hours at which each draw is looked at; two in the morning and two in the evening, on different days. */
    private static final int[] FEW_HOURS = {9, 43, 92, 139};

    private final Run run;
    private final PoolStudy study;
    private final PoolModel pool;
    private final Crew crew;

    FeelStudy(Run run, PoolStudy study, PoolModel pool, Crew crew) {
        this.run = run;
        this.study = study;
        this.pool = pool;
        this.crew = crew;
    }

    /** Returns the stream that keeps in memory what a page needs. */
    static Optional<Stream> page(PoolModel pool, String service, Feel feel) {
        return pool.streams().stream()
                .filter(stream -> stream.service().isEmpty())
                .filter(stream -> stream.name().startsWith(service + ": what " + feel.what() + " needs"))
                .findFirst();
    }

    /** Returns the seconds that a page takes when a read that misses takes so long. */
    static double seconds(PoolModel pool, Stream page, double missMillis) {
        double missed = misses(page, pool.stays());
        double missedTwice = pool.cached() ? misses(page, pool.staysCached()) : missed;
        double besides = (missed - missedTwice) * Loads.CACHE_READ_MILLIS;
        return page.records() * (StreamRoute.HIT_MILLIS + missedTwice * missMillis + besides) / 1000;
    }

    /** Returns the chance that nobody has read a block since memory forgot it. */
    private static double misses(Stream page, double staysSeconds) {
        return Math.exp(-staysSeconds * page.reads() / page.records());
    }

    OfFeel find(String service, Feel feel, Stream page, Seen week) {
        List<Integer> hours = IntStream.range(0, Week.HOURS / Run.STEP)
                .map(i -> i * Run.STEP)
                .filter(Week::waking)
                .boxed()
                .toList();
        List<ForkJoinTask<Double>> healthy = begin(pool, page, hours, State.HEALTHY);
        boolean bears = PoolStudy.bears(pool.layouts().of((long) Loads.EXTENT_BYTES));
        List<ForkJoinTask<Double>> degraded = bears ? begin(pool, page, boxed(FEW_HOURS), State.DEGRADED) : List.of();
        List<List<ForkJoinTask<Double>>> draws = new ArrayList<>();
        for (int i = 0; i <= PoolStudy.DRAWS; i++) {
            PoolModel drawn = study.drawn(i);
            draws.add(begin(drawn, page(drawn, service, feel).orElseThrow(), boxed(FEW_HOURS), State.HEALTHY));
        }
        double atP75 = seconds(pool, page, run.missMillis(pool, page, p75Hour(week), State.HEALTHY, 3 * MILLIS));
        List<Double> seconds = finished(healthy);
        List<Double> medians = draws.stream()
                .map(one -> Intervals.quantile(finished(one), 0.5))
                .toList();
        return new OfFeel(
                feel.what(),
                service,
                feel.reads(),
                Intervals.of(Intervals.quantile(seconds, 0.5), medians, it -> it),
                Intervals.quantile(seconds, 0.95),
                atP75,
                bears ? Optional.of(Intervals.quantile(finished(degraded), 0.5)) : Optional.empty());
    }

    private List<ForkJoinTask<Double>> begin(PoolModel of, Stream page, List<Integer> hours, State state) {
        return hours.stream()
                .map(hour -> crew.begin(() -> seconds(of, page, run.missMillis(of, page, hour, state, MILLIS))))
                .toList();
    }

    private static List<Double> finished(List<ForkJoinTask<Double>> tasks) {
        return tasks.stream().map(Crew::finished).toList();
    }

    private static List<Integer> boxed(int... hours) {
        return IntStream.of(hours).boxed().toList();
    }

    /** Returns the hour whose utilisation three of four do not exceed. */
    private static int p75Hour(Seen week) {
        double p75 = week.utilisation(0.75);
        List<Double> windows = week.busiest().windows();
        return IntStream.range(0, windows.size())
                .boxed()
                .min(Comparator.comparingDouble(hour -> Math.abs(windows.get(hour) - p75)))
                .orElse(0);
    }
}
