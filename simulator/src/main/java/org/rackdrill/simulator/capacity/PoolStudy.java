package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.simulator.capacity.Run.State;
import org.rackdrill.simulator.capacity.StorageAnswer.CurvePoint;
import org.rackdrill.simulator.statistics.LogHistogram;
import org.rackdrill.simulator.storage.Layout;
import org.rackdrill.simulator.study.Crew;

/** Finds out about one pool. */
final class PoolStudy {

    /** Sets of inputs. With so many, the least and the most of them bound what lies between 5 and 95 of 100. */
    static final int DRAWS = 12;

    private static final double[] LOADS = {0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 5};

    private final Lab lab;
    private final Run run;
    private final PoolRef ref;
    private final PoolModel pool;
    private final Crew crew;

    PoolStudy(Lab lab, Run run, PoolRef ref, PoolModel pool, Crew crew) {
        this.lab = lab;
        this.run = run;
        this.ref = ref;
        this.pool = pool;
        this.crew = crew;
    }

    /** Returns the same pool at a draw. */
    PoolModel drawn(int number) {
        return new PoolModels(lab, new Draw(run.seed(), number))
                .of(ref, Change.NOTHING)
                .orElse(pool);
    }

    Findings find(Saturation saturation) {
        ForkJoinTask<Seen> week = crew.begin(() -> run.week(pool, State.HEALTHY, 1, 1));
        List<ForkJoinTask<Seen>> draws = new ArrayList<>();
        List<ForkJoinTask<Double>> lights = new ArrayList<>();
        for (int i = 0; i <= DRAWS; i++) {
            PoolModel drawn = drawn(i);
            draws.add(crew.begin(() -> run.week(drawn, State.HEALTHY, Run.STEP, 1)));
            lights.add(crew.begin(() -> Saturation.light(run, drawn, saturation.hour())));
        }
        Map<State, ForkJoinTask<Seen>> otherwise = new EnumMap<>(State.class);
        for (State state : State.values()) {
            if (state != State.HEALTHY && possible(state)) {
                otherwise.put(state, crew.begin(() -> run.week(pool, state, Run.STEP, 1)));
            }
        }
        List<ForkJoinTask<CurvePoint>> curve = new ArrayList<>();
        for (double times : loads(saturation.times())) {
            curve.add(crew.begin(() -> point(times)));
        }
        Map<State, Seen> seen = new EnumMap<>(State.class);
        otherwise.forEach((state, task) -> seen.put(state, Crew.finished(task)));
        return new Findings(
                pool,
                saturation,
                Crew.finished(week),
                draws.stream().map(Crew::finished).toList(),
                lights.stream().map(Crew::finished).toList(),
                seen,
                curve.stream().map(Crew::finished).toList());
    }

    private boolean possible(State state) {
        return state == State.SCRUBBING || bears(pool.layouts().of((long) Loads.EXTENT_BYTES));
    }

    /** Returns loads from light to nearly saturated, today's among them. */
    private static List<Double> loads(double saturatesAt) {
        List<Double> loads = new ArrayList<>();
        for (double times : LOADS) {
            if (times == 1 || times < saturatesAt) {
                loads.add(times);
            }
        }
        return loads;
    }

    private CurvePoint point(double times) {
        LogHistogram answers = run.week(pool, State.HEALTHY, Run.STEP, times).times();
        return new CurvePoint(times, answers.quantile(0.5), answers.quantile(0.95), answers.quantile(0.99));
    }

    /** Returns whether a layout bears the loss of its first disk. */
    static boolean bears(Layout layout) {
        try {
            layout.without(0);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
