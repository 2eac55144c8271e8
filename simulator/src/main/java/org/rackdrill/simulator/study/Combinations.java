package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.history.Together;
import org.rackdrill.simulator.process.Circumstance;

/**
 * What was needed together, the worst first. Two causes that met count together, whichever came first; hours of
 * different combinations may be the same hours, and do not add up.
 */
final class Combinations {

    private static final int SHOWN = 10;

    /** What happened less often in all histories is an anecdote. */
    private static final long FEWEST_TIMES = 5;

    private static final double WORST_HUNDREDTH = 0.99;

    private final CompiledLab lab;
    private final Account account;

    Combinations(CompiledLab lab, Account account) {
        this.lab = lab;
        this.account = account;
    }

    List<Results.Combination> worst() {
        Map<Set<String>, List<Together>> groups = new LinkedHashMap<>();
        for (Together it : account.together()) {
            groups.computeIfAbsent(Set.copyOf(labels(it)), key -> new ArrayList<>())
                    .add(it);
        }
        return groups.entrySet().stream()
                .filter(group -> group.getKey().size() > 1)
                .map(Map.Entry::getValue)
                .filter(group -> times(group) >= FEWEST_TIMES)
                .map(this::combination)
                .sorted(Comparator.comparingDouble((Results.Combination it) -> -it.hoursPerYear()))
                .limit(SHOWN)
                .toList();
    }

    private Results.Combination combination(List<Together> group) {
        Together most =
                group.stream().max(Comparator.comparingDouble(Together::hours)).orElseThrow();
        double hours = group.stream().mapToDouble(Together::hours).sum();
        double worst = group.stream()
                .mapToDouble(it -> it.length(WORST_HUNDREDTH))
                .max()
                .orElse(0);
        return new Results.Combination(
                labels(most), account.meanPerYear(hours), account.timesPerYear(times(group)), worst);
    }

    private static long times(List<Together> group) {
        return group.stream().mapToLong(Together::times).sum();
    }

    /** The one that is blamed most of the time comes first. */
    private List<String> labels(Together it) {
        List<String> labels = new ArrayList<>();
        labels.add(label(it.cause()));
        labels.add(label(it.other()));
        if (it.another() >= 0) {
            labels.add(label(it.another()));
        }
        return labels.stream().distinct().toList();
    }

    private String label(int number) {
        int causes = lab.causes().count();
        return number < causes ? lab.causes().get(number).label() : Circumstance.values()[number - causes].label();
    }
}
