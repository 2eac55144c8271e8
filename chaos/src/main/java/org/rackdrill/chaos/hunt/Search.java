package org.rackdrill.chaos.hunt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.rackdrill.simulator.study.Progress;

/**
 * Looks for every smallest set of strikes that breaks a goal: first all single strikes, then all pairs of those that
 * break nothing alone, then all triples without a pair or a strike that does. Strikes are numbers in one list here.
 */
final class Search {

    private static final int BROKEN = 1;

    /** Nothing to try: two faults on one thing, or there is another set that stands for this one. */
    private static final int NOT_TRIED = 2;

    private final Ground ground;
    private final int threads;
    private final Progress progress;
    private final int count;
    private final byte[] alone;
    private final byte[][] pairs;
    private final List<int[]> found = new ArrayList<>();
    private final long[] tried = new long[Hunt.MOST_FAULTS];

    Search(Ground ground, int threads, Progress progress) {
        this.ground = ground;
        this.threads = threads;
        this.progress = progress;
        count = ground.strikes().size();
        alone = new byte[count];
        pairs = new byte[count][count];
    }

    /** Looks for sets of up to so many strikes; what stands for others is in them once. */
    void run(int most) {
        level(1, this::singles);
        if (most > 1) {
            level(2, this::pairsFrom);
        }
        if (most > 2) {
            level(3, this::triplesFrom);
        }
    }

    /** Returns the sets, the small ones first, each sorted. */
    List<int[]> found() {
        return found;
    }

    /** Returns how many sets of so many strikes were tried, from 1. */
    long[] tried() {
        return tried.clone();
    }

    /** What one thread does for all sets whose first strike is this one. */
    private interface From {
        long look(int first, Place place, List<int[]> broken);
    }

    /** A thread's own place to try plots. */
    private record Place(Trial trial, Guide guide, Trial.Blow[] blows) {
        boolean breaks(int... strikes) {
            Trial.Blow[] together = new Trial.Blow[strikes.length];
            for (int i = 0; i < strikes.length; i++) {
                together[i] = blows[strikes[i]];
            }
            return trial.breaks(together);
        }
    }

    private void level(int size, From from) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<List<int[]>> broken = new ArrayList<>();
        IntStream.range(0, count).forEach(first -> broken.add(List.of()));
        long[] tries = new long[count];
        Crew.work(threads, () -> {
            Trial trial = ground.trial();
            Place place = new Place(trial, ground.guide(), ground.blows(trial));
            for (int first = next.getAndIncrement();
                    first < count && !progress.cancelled();
                    first = next.getAndIncrement()) {
                List<int[]> own = new ArrayList<>();
                tries[first] = from.look(first, place, own);
                broken.set(first, own);
                progress.at(ground.share(size, done.incrementAndGet()));
            }
        });
        broken.forEach(found::addAll);
        tried[size - 1] = Arrays.stream(tries).sum();
        spread(size, broken);
    }

    /** What is found of a set holds for all that are like it. */
    private void spread(int size, List<List<int[]>> broken) {
        if (size == 1) {
            broken.forEach(sets -> sets.forEach(set -> alone[set[0]] = BROKEN));
            for (int i = 0; i < count; i++) {
                alone[i] = alone[ground.likeness().standing(i)[0]];
            }
        } else if (size == 2) {
            broken.forEach(sets -> sets.forEach(set -> pairs[set[0]][set[1]] = BROKEN));
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    if (!ground.likeness().standsForAll(i, j)) {
                        int[] standing = ground.likeness().standing(i, j);
                        pairs[i][j] = pairs[standing[0]][standing[1]];
                    }
                }
            }
        }
    }

    private long singles(int first, Place place, List<int[]> broken) {
        if (!ground.likeness().standsForAll(first) || !place.guide.worthTrying(first)) {
            return 0;
        }
        if (place.breaks(first)) {
            broken.add(new int[] {first});
        }
        return 1;
    }

    private long pairsFrom(int first, Place place, List<int[]> broken) {
        long tries = 0;
        for (int second = first + 1; second < count && alone[first] != BROKEN; second++) {
            if (ground.collide(first, second)) {
                pairs[first][second] = NOT_TRIED;
                continue;
            }
            boolean open = alone[second] != BROKEN
                    && ground.likeness().standsForAll(first, second)
                    && place.guide.worthTrying(first, second);
            if (open) {
                tries++;
                if (place.breaks(first, second)) {
                    broken.add(new int[] {first, second});
                }
            }
        }
        return tries;
    }

    private long triplesFrom(int first, Place place, List<int[]> broken) {
        long tries = 0;
        for (int second = first + 1; second < count && alone[first] != BROKEN; second++) {
            if (alone[second] == BROKEN || pairs[first][second] != 0) {
                continue;
            }
            for (int third = second + 1; third < count; third++) {
                boolean open = alone[third] != BROKEN
                        && pairs[first][third] == 0
                        && pairs[second][third] == 0
                        && ground.likeness().standsForAll(first, second, third)
                        && place.guide.worthTrying(first, second, third);
                if (open) {
                    tries++;
                    if (place.breaks(first, second, third)) {
                        broken.add(new int[] {first, second, third});
                    }
                }
            }
        }
        return tries;
    }
}
