package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.simulator.study.Progress;

/** Finds what breaks a goal of a lab: every smallest set of faults of a fixed list, at three starts, in one week. */
public final class Hunt {

    /** How long a plot is watched. */
    public static final Duration HORIZON = Duration.ofDays(7);

    /** More faults than this in one week are not looked for. */
    public static final int MOST_FAULTS = 3;

    /** The luck of a hunt, where nobody asks for another. */
    public static final long SEED = 1;

    private final SimulatedLab lab;
    private final Goal goal;
    private final long seed;
    private final int most;

    /**
     * Prepares a hunt.
     *
     * @param seed of how long things take
     * @param most faults in one set, from 1 to {@link #MOST_FAULTS}
     */
    public Hunt(SimulatedLab lab, Goal goal, long seed, int most) {
        if (most < 1 || most > MOST_FAULTS) {
            throw new IllegalArgumentException("a hunt takes 1 to " + MOST_FAULTS + " faults, not " + most);
        }
        this.lab = lab;
        this.goal = goal;
        this.seed = seed;
        this.most = most;
    }

    /** Hunts; the answer is the same on any number of threads. */
    public Quarry run(int threads, Progress progress) {
        List<Candidate<?>> candidates = Candidates.of(lab);
        Ground ground = Ground.of(lab, goal, seed, candidates, most);
        Search search = new Search(ground, threads, progress);
        search.run(most);
        List<Finding> findings = findings(ground, search.found(), threads, progress);
        return new Quarry(
                goal,
                seed,
                most,
                candidates,
                Arrays.stream(search.tried()).limit(most).boxed().toList(),
                search.found().size(),
                findings,
                !progress.cancelled());
    }

    private static List<Finding> findings(Ground ground, List<int[]> sets, int threads, Progress progress) {
        Map<String, List<Plot>> byFaults = new LinkedHashMap<>();
        sets.forEach(set -> {
            Plot plot = ground.plot(set);
            byFaults.computeIfAbsent(faults(ground, set), any -> new ArrayList<>())
                    .add(plot);
        });
        List<List<Plot>> groups = List.copyOf(byFaults.values());
        Finding[] findings = new Finding[groups.size()];
        AtomicInteger next = new AtomicInteger();
        Crew.work(threads, () -> {
            Trial trial = ground.trial();
            for (int i = next.getAndIncrement(); i < findings.length; i = next.getAndIncrement()) {
                Plot first = groups.get(i).get(0);
                Plot smallest = progress.cancelled() ? first : new Shrinking(trial).of(first);
                findings[i] = new Finding(groups.get(i), smallest, trial.measure(smallest));
            }
        });
        return merged(List.of(findings));
    }

    /** What comes to the same once it is shrunk is one finding. */
    private static List<Finding> merged(List<Finding> findings) {
        Map<Plot, Finding> bySmallest = new LinkedHashMap<>();
        findings.forEach(finding -> bySmallest.merge(finding.smallest(), finding, Finding::and));
        return List.copyOf(bySmallest.values());
    }

    private static String faults(Ground ground, int[] set) {
        return Arrays.stream(set)
                .mapToObj(number -> ground.strikes().get(number).text())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
