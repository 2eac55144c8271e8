package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Entry.Phase;

/**
 * A drill that is run many times where nothing real can break, by the same code that runs it on real machines, to say what
 * is to be expected of it.
 */
public final class Forecast {
    private static final String RUN = "forecast";

    /** How many runs a thread takes at a time. */
    private static final int BLOCK = 50;

    private final Drill drill;
    private final Supplier<LongFunction<World>> worlds;
    private final Terms terms;

    /**
     * Forecasts a drill. What binds it to people and days is left out: its calendar, its approvals, and in which worlds
     * it may run.
     *
     * @param worlds gives makers of worlds, one to each thread at work. A maker makes the world of a run from the run's
     *     number, from 0; it may use the last one again, which nobody needs any more. The same number must give the same
     *     world, whichever maker makes it
     */
    public Forecast(Drill drill, Supplier<LongFunction<World>> worlds, Terms terms) {
        this.drill = drill;
        this.worlds = worlds;
        this.terms = terms;
    }

    /**
     * Runs it.
     *
     * @param seed that the worlds were made from, to be kept with the prediction
     * @param runs how often
     * @param threads which change nothing but how long it takes
     * @throws IllegalArgumentException when one of them is not positive
     */
    public Prediction of(long seed, int runs, int threads) {
        if (runs < 1 || threads < 1) {
            throw new IllegalArgumentException(runs + " runs by " + threads + " threads");
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            List<ForkJoinTask<Counts>> blocks = new ArrayList<>();
            for (int first = 0; first < runs; first += BLOCK) {
                int from = first;
                int to = Math.min(runs, first + BLOCK);
                blocks.add(pool.submit(() -> block(from, to)));
            }
            Counts all = new Counts();
            blocks.forEach(block -> all.add(block.join()));
            return new Prediction(all.labHash, seed, runs, all.steady, all.foreseen());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Runs it once and returns what was written down. */
    public Replay once(World world) {
        return Replay.of(entries(world), Optional.empty());
    }

    private Counts block(int from, int to) {
        LongFunction<World> maker = worlds.get();
        Counts counts = new Counts();
        for (int number = from; number < to; number++) {
            World world = maker.apply(number);
            counts.labHash = world.labHash();
            if (world.stopAsked()) {
                break;
            }
            List<Entry> entries = entries(world);
            if (entries.stream().anyMatch(entry -> entry instanceof Entry.Began it && it.phase() == Phase.TIMELINE)) {
                counts.add(Judge.judge(entries, Optional.empty()));
            }
        }
        return counts;
    }

    private List<Entry> entries(World world) {
        Examinations examinations = new Examinations(world);
        Plan plan = new Planner(world, examinations).plan(unbound(world.kind()), RUN);
        Log log = Log.inMemory();
        log.note(new Entry.Opened(world.now(), Plan.FORMAT, RUN, world.kind(), world.date(), terms, Optional.of(plan)));
        new Session(world, log, terms, examinations).run(plan);
        return log.withEnd(world.now());
    }

    private Drill unbound(WorldKind kind) {
        return new Drill(
                drill.name(),
                drill.lab(),
                drill.why(),
                Set.of(kind),
                drill.seed(),
                drill.steady(),
                drill.timeline(),
                drill.expectations(),
                drill.guardrails(),
                drill.blastRadius(),
                drill.accepts(),
                Optional.empty(),
                List.of(),
                drill.lasts());
    }

    /** What came of some runs. */
    private static final class Counts {
        private final Map<Check, Count> checks = new LinkedHashMap<>();
        private String labHash = "";
        private int steady;

        void add(Outcome outcome) {
            steady++;
            Map<String, Integer> seen = new HashMap<>();
            for (Judgement judgement : outcome.judgements()) {
                int number = seen.merge(judgement.check(), 1, Integer::sum);
                checks.computeIfAbsent(new Check(judgement.check(), number), first -> new Count())
                        .add(judgement);
            }
        }

        /** Adds the runs that come after these. */
        void add(Counts others) {
            labHash = others.labHash;
            steady += others.steady;
            others.checks.forEach((check, count) ->
                    checks.computeIfAbsent(check, first -> new Count()).add(count));
        }

        List<Prediction.Foreseen> foreseen() {
            List<Prediction.Foreseen> foreseen = new ArrayList<>();
            checks.forEach((check, count) -> foreseen.add(
                    Prediction.Foreseen.of(check.text, count.passed, count.failed, count.unknown, count.took)));
            return foreseen;
        }
    }

    /**
     * One check of a drill.
     *
     * @param number from 1, among those with the same words: they may count from different steps
     */
    private record Check(String text, int number) {}

    /** What became of one check. */
    private static final class Count {
        private final List<Duration> took = new ArrayList<>();
        private int passed;
        private int failed;
        private int unknown;

        void add(Judgement judgement) {
            judgement.took().ifPresent(took::add);
            if (judgement.verdict() == Verdict.PASSED) {
                passed++;
            } else if (judgement.verdict() == Verdict.UNKNOWN) {
                unknown++;
            } else {
                failed++;
            }
        }

        void add(Count later) {
            took.addAll(later.took);
            passed += later.passed;
            failed += later.failed;
            unknown += later.unknown;
        }
    }
}
