package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.storage.Layout;
import org.rackdrill.simulator.storage.Load;
import org.rackdrill.simulator.storage.Rig;
import org.rackdrill.simulator.storage.Span;
import org.rackdrill.simulator.storage.Trial;

/**
 * Runs pools of a lab for a while.
 *
 * @param seed of all luck
 * @param cancelled whether nobody waits for it any more: then the next run throws a {@link CancellationException}
 */
record Run(Lab lab, long seed, BooleanSupplier cancelled) {

    /** One minute of each hour that is looked at: a dozen times of writing out. */
    static final double WINDOW_MILLIS = 60_000;

    /** From one hour to the next where not all are looked at, so that each hour of the day comes once. */
    static final int STEP = 7;

    /** Nobody waits behind so many, and memory is bounded. */
    private static final int MOST_UNDER_WAY = 20_000;

    private static final double WARM_UP_MILLIS = 15_000;

    /** Runs for somebody who waits to the end. */
    Run(Lab lab, long seed) {
        this(lab, seed, () -> false);
    }

    /** What else happens to the disks. */
    enum State {
        /** All is well. */
        HEALTHY,
        /** A disk is lost and not replaced. */
        DEGRADED,
        /** A new disk is filled. */
        RESILVERING,
        /** Every block is read. */
        SCRUBBING
    }

    /** Runs a week, or every so many hours of it. */
    Seen week(PoolModel pool, State state, int step, double times) {
        Rates.WholeWeek rates = new Rates.WholeWeek(WINDOW_MILLIS, step, times);
        Span span = new Span(WINDOW_MILLIS, rates.windows() * WINDOW_MILLIS, WINDOW_MILLIS);
        return run(pool, loads(pool, rates, state), span, MOST_UNDER_WAY);
    }

    /** Runs some hours of a week, each for so long. */
    Seen hours(PoolModel pool, State state, List<Integer> hours, double millis) {
        Rates.SomeHours rates = new Rates.SomeHours(millis, hours);
        return run(pool, loads(pool, rates, state), new Span(millis, hours.size() * millis, millis), MOST_UNDER_WAY);
    }

    /** Returns how fast a new disk is filled beside the mean load of the week, or so many times of it. */
    double resilverPerSecond(PoolModel pool, double times, double millis) {
        Seen seen = run(
                pool,
                loads(pool, new Rates.Mean(times), State.RESILVERING),
                new Span(WARM_UP_MILLIS, millis),
                MOST_UNDER_WAY);
        return seen.of(Loads.RESILVER).map(load -> load.perSecond()).orElse(0.0);
    }

    /** Returns how many random reads many clients get that do not think, beside so many times the mean load. */
    double readsPerSecond(PoolModel pool, double times, double millis) {
        List<Load> loads = new ArrayList<>(loads(pool, new Rates.Mean(times), State.HEALTHY));
        Load starts = Loads.starts(pool);
        loads.add(starts);
        return run(pool, loads, new Span(WARM_UP_MILLIS, millis), MOST_UNDER_WAY)
                .of(starts.name())
                .map(load -> load.perSecond())
                .orElse(0.0);
    }

    /** Runs one hour for so long. */
    Seen hour(PoolModel pool, int hour, double times, double millis, int most) {
        return run(
                pool,
                loads(pool, new Rates.OneHour(hour, times), State.HEALTHY),
                new Span(WARM_UP_MILLIS, millis),
                most);
    }

    /** Runs one hour while somebody opens a page again and again, and returns how long a read takes that misses. */
    double missMillis(PoolModel pool, Stream page, int hour, State state, double millis) {
        List<Load> loads = new ArrayList<>(loads(pool, new Rates.OneHour(hour, 1), state));
        Load probe = Loads.probe(pool, page, lost(state));
        loads.add(probe);
        Seen seen = run(pool, loads, new Span(WARM_UP_MILLIS, millis), MOST_UNDER_WAY);
        return seen.of(probe.name())
                .filter(load -> load.perSecond() > 0)
                .map(load -> 1000 / load.perSecond())
                .orElse(millis);
    }

    private static List<Load> loads(PoolModel pool, Rates rates, State state) {
        List<Load> loads = new ArrayList<>(Loads.of(pool, rates, lost(state)));
        if (state == State.SCRUBBING) {
            loads.addAll(Loads.scrub(pool, Layout.ALL_WORK));
        } else if (state == State.RESILVERING) {
            loads.addAll(Loads.resilver(pool, 0));
        }
        return loads;
    }

    /** The first disk is as good as any: blocks lie on all of them in turn. */
    private static int lost(State state) {
        return state == State.DEGRADED || state == State.RESILVERING ? 0 : Layout.ALL_WORK;
    }

    private Seen run(PoolModel pool, List<Load> loads, Span span, int most) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("nobody waits for the disks any more");
        }
        Rig rig = new Rig(pool.devices(), loads, most, limits(pool));
        return new Seen(pool, Trial.one(rig, span, seed, 0));
    }

    private Map<String, Double> limits(PoolModel pool) {
        Map<String, Double> limits = new HashMap<>();
        for (Stream stream : pool.streams()) {
            stream.service()
                    .flatMap(lab::service)
                    .map(Service::demand)
                    .flatMap(demand -> demand.latency())
                    .ifPresent(goal ->
                            limits.put(stream.name(), (double) goal.limit().toMillis()));
        }
        return limits;
    }
}
