package org.rackdrill.chaos.hunt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every smallest set, found by trying everything: no structure is used, and no disk stands for another. Only what holds a
 * broken set already is passed over, because it is no smallest one whatever it does.
 */
final class Exhaustive {

    private final Ground ground;
    private final int count;
    private final boolean[] alone;
    private final boolean[][] pairs;
    private final Set<List<Integer>> found = new HashSet<>();

    private Exhaustive(Ground ground) {
        this.ground = ground;
        count = ground.strikes().size();
        alone = new boolean[count];
        pairs = new boolean[count][count];
    }

    /** Returns the sets, each as the one that stands for all that are like it. */
    static List<List<Integer>> sets(Ground ground, int threads) {
        Exhaustive exhaustive = new Exhaustive(ground);
        exhaustive.each(threads, exhaustive::single);
        exhaustive.each(threads, exhaustive::pairsFrom);
        exhaustive.each(threads, exhaustive::triplesFrom);
        return sorted(exhaustive.found);
    }

    static List<List<Integer>> sorted(Set<List<Integer>> sets) {
        List<List<Integer>> sorted = new ArrayList<>(sets);
        sorted.sort(Comparator.comparing((List<Integer> set) -> set.size()).thenComparing(Object::toString));
        return sorted;
    }

    private interface From {
        void look(int first, Trial trial, Trial.Blow[] blows);
    }

    private void each(int threads, From from) {
        AtomicInteger next = new AtomicInteger();
        Crew.work(threads, () -> {
            Trial trial = ground.trial();
            Trial.Blow[] blows = ground.blows(trial);
            for (int first = next.getAndIncrement(); first < count; first = next.getAndIncrement()) {
                from.look(first, trial, blows);
            }
        });
    }

    private void broken(int... strikes) {
        List<Integer> standing =
                Arrays.stream(ground.likeness().standing(strikes)).boxed().toList();
        synchronized (found) {
            found.add(standing);
        }
    }

    private void single(int first, Trial trial, Trial.Blow[] blows) {
        alone[first] = trial.breaks(blows[first]);
        if (alone[first]) {
            broken(first);
        }
    }

    private void pairsFrom(int first, Trial trial, Trial.Blow[] blows) {
        for (int second = first + 1; second < count; second++) {
            boolean open = !alone[first] && !alone[second] && !ground.collide(first, second);
            pairs[first][second] = open && trial.breaks(blows[first], blows[second]);
            if (pairs[first][second]) {
                broken(first, second);
            }
        }
    }

    private boolean open(int one, int other) {
        return !alone[one] && !alone[other] && !pairs[one][other] && !ground.collide(one, other);
    }

    private void triplesFrom(int first, Trial trial, Trial.Blow[] blows) {
        for (int second = first + 1; second < count; second++) {
            for (int third = second + 1; third < count && open(first, second); third++) {
                if (open(first, third)
                        && open(second, third)
                        && trial.breaks(blows[first], blows[second], blows[third])) {
                    broken(first, second, third);
                }
            }
        }
    }
}
