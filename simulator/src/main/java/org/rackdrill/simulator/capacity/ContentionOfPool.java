package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
import org.rackdrill.model.lab.Demand.LatencyGoal;
import org.rackdrill.simulator.capacity.Run.State;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.statistics.LogHistogram;
import org.rackdrill.simulator.study.Crew;

/**
 * What is asked of one pool does to it. Hours of the week in which the same is asked are one sort of hour, and one window of
 * each sort is simulated in each state of the disks.
 */
final class ContentionOfPool {

    /** How slow a resilver or a start gets at most: even the least urgent read has its turn. */
    private static final double LEAST_SPEED = 0.01;

    private static final double SPEED_MILLIS = 30_000;

    /** Of so many answers one can tell whether nineteen of twenty come in time. */
    private static final double ENOUGH_ANSWERS = 1_000;

    /** Twice the time between two write-outs, and no more than what is simulated in a moment. */
    private static final double SHORTEST_MILLIS = 10_000;

    private static final double LONGEST_MILLIS = 240_000;

    /** Requests to one pool in all windows together: what a second or two are enough for. */
    private static final double MOST_REQUESTS = 150_000;

    /** From one hour to the next where latency over the week is looked at: every other hour of the day comes once. */
    private static final int STEP = 2 * Run.STEP;

    private static final int STATES = State.values().length;

    private final Run run;
    private final PoolModel pool;
    private final Map<String, LatencyGoal> goals;
    private final Crew crew;
    private final boolean redundant;

    ContentionOfPool(Run run, PoolModel pool, Map<String, LatencyGoal> goals, Crew crew) {
        this.run = run;
        this.pool = pool;
        this.goals = goals;
        this.crew = crew;
        redundant = PoolStudy.bears(pool.layouts().of((long) Loads.EXTENT_BYTES));
    }

    Contention.OfPool find() {
        ForkJoinTask<Double> resilver = crew.begin(() -> redundant ? speed(run::resilverPerSecond) : 1);
        ForkJoinTask<Double> starts = crew.begin(() -> speed(run::readsPerSecond));
        List<Contention.Aim> aims = goals.isEmpty() ? List.of() : aims();
        return new Contention.OfPool(Crew.finished(resilver), Crew.finished(starts), aims);
    }

    /** Something that is done beside a load. */
    @FunctionalInterface
    private interface Work {

        double perSecond(PoolModel pool, double times, double millis);
    }

    private double speed(Work work) {
        double idle = work.perSecond(pool, 0, SPEED_MILLIS);
        double beside = work.perSecond(pool, 1, SPEED_MILLIS);
        return idle == 0 ? 1 : Math.max(LEAST_SPEED, Math.min(1, beside / idle));
    }

    private List<Contention.Aim> aims() {
        List<List<Integer>> sorts = sorts();
        List<Integer> one = sorts.stream().map(sort -> sort.get(0)).toList();
        double millis = millis(sorts.size());
        Map<State, ForkJoinTask<Seen>> tasks = new EnumMap<>(State.class);
        for (State state : State.values()) {
            if (redundant || state == State.HEALTHY || state == State.SCRUBBING) {
                tasks.put(state, crew.begin(() -> run.hours(pool, state, one, millis)));
            }
        }
        ForkJoinTask<Seen> week = crew.begin(() -> run.week(pool, State.HEALTHY, STEP, 1));
        Map<State, Seen> seen = new EnumMap<>(State.class);
        tasks.forEach((state, task) -> seen.put(state, Crew.finished(task)));
        Map<String, LogHistogram> times = Crew.finished(week).timesByService();
        List<Contention.Aim> aims = new ArrayList<>();
        goals.forEach((service, goal) -> {
            Map<Contention.State, List<Integer>> hours = new EnumMap<>(Contention.State.class);
            seen.forEach((state, of) -> {
                List<Integer> missed = missed(of.kept(service, goal.share()), sorts);
                if (!missed.isEmpty()) {
                    hours.put(of(state), missed);
                }
            });
            double reached = times.getOrDefault(service, new LogHistogram()).quantile(goal.share());
            aims.add(new Contention.Aim(service, goal.share(), goal.limit().toMillis(), reached, hours));
        });
        return aims;
    }

    private static Contention.State of(State state) {
        return switch (state) {
            case HEALTHY -> Contention.State.WHOLE;
            case DEGRADED -> Contention.State.DISK_LOST;
            case RESILVERING -> Contention.State.RESILVERING;
            case SCRUBBING -> Contention.State.SCRUBBING;
        };
    }

    private static List<Integer> missed(boolean[] kept, List<List<Integer>> sorts) {
        List<Integer> hours = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                hours.addAll(sorts.get(i));
            }
        }
        hours.sort(Comparator.naturalOrder());
        return hours;
    }

    /** Returns the hours of the week by what is asked in them, from little to much: what waits at the end waits for nobody. */
    private List<List<Integer>> sorts() {
        Map<List<Double>, List<Integer>> sorts = new LinkedHashMap<>();
        for (int hour = 0; hour < Week.HOURS; hour++) {
            int at = hour;
            List<Double> asked = pool.streams().stream()
                    .map(stream -> Week.factors(stream.when())[at])
                    .toList();
            sorts.computeIfAbsent(asked, key -> new ArrayList<>()).add(hour);
        }
        return sorts.values().stream()
                .sorted(Comparator.comparingDouble(sort -> perSecond(sort.get(0))))
                .toList();
    }

    private double perSecond(int hour) {
        return pool.streams().stream()
                .mapToDouble(stream -> stream.waitedFor() * Week.factors(stream.when())[hour])
                .sum();
    }

    private double millis(int windows) {
        double least = goals.keySet().stream()
                .mapToDouble(service -> pool.streams().stream()
                        .filter(stream ->
                                stream.service().filter(service::equals).isPresent())
                        .mapToDouble(Stream::waitedFor)
                        .sum())
                .min()
                .orElse(1);
        double all = pool.streams().stream().mapToDouble(Stream::waitedFor).sum();
        double wanted = Math.min(LONGEST_MILLIS, 1000 * ENOUGH_ANSWERS / Math.max(least, 1e-9));
        double affordable = 1000 * MOST_REQUESTS / Math.max(all, 1e-9) / windows / STATES;
        return Math.max(SHORTEST_MILLIS, Math.min(wanted, affordable));
    }
}
