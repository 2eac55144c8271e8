package org.rackdrill.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FutureEventsTest {

    private record Expected(double time, int order, int subject) {}

    /** When something that is scheduled now is due. */
    @FunctionalInterface
    private interface When {
        double isDue(SplittableRandom random, double now);
    }

    @TestFactory
    Stream<DynamicTest> comesInTheOrderOfTimeAndThenOfScheduling() {
        return LongStream.range(0, 20)
                // Few different times, so that ties are common.
                .mapToObj(seed -> DynamicTest.dynamicTest(
                        "seed " + seed, () -> agreesWithALibraryQueue(seed, 3, (random, now) -> random.nextInt(50))));
    }

    @TestFactory
    Stream<DynamicTest> comesInOrderWhereOneThingFollowsFromAnother() {
        return LongStream.range(0, 20)
                // Few wait, and some of what is new comes before them.
                .mapToObj(seed -> DynamicTest.dynamicTest(
                        "seed " + seed,
                        () -> agreesWithALibraryQueue(
                                seed, 2, (random, now) -> now + Math.rint(8 * random.nextExponential()) / 8)));
    }

    private static void agreesWithALibraryQueue(long seed, int arrivalsOfFive, When when) {
        SplittableRandom random = new SplittableRandom(seed);
        FutureEvents events = new FutureEvents();
        PriorityQueue<Expected> expected =
                new PriorityQueue<>(Comparator.comparingDouble(Expected::time).thenComparingInt(Expected::order));
        int order = 0;
        for (int i = 0; i < 5000; i++) {
            if (random.nextInt(5) < arrivalsOfFive) {
                double time = when.isDue(random, events.time());
                events.schedule(time, 1, order, 2, 3);
                expected.add(new Expected(time, order, order));
                order++;
            } else {
                takesTheSame(events, expected);
            }
        }
        while (!expected.isEmpty()) {
            takesTheSame(events, expected);
        }
        assertThat(events.next(Double.MAX_VALUE)).isFalse();
    }

    private static void takesTheSame(FutureEvents events, PriorityQueue<Expected> expected) {
        Expected next = expected.poll();
        assertThat(events.next(Double.MAX_VALUE)).isEqualTo(next != null);
        if (next != null) {
            assertThat(events.time()).isEqualTo(next.time());
            assertThat(events.subject()).isEqualTo(next.subject());
            assertThat(events.kind()).isEqualTo(1);
            assertThat(events.stamp()).isEqualTo(2);
            assertThat(events.cause()).isEqualTo(3);
        }
    }

    @Test
    void neverGoesBeyondTheHorizon() {
        FutureEvents events = new FutureEvents();
        events.schedule(5, 0, 0, 0, 0);
        assertThat(events.next(5)).isFalse();
        assertThat(events.next(5.1)).isTrue();
    }

    @Test
    void neverKeepsWhatNeverHappens() {
        FutureEvents events = new FutureEvents();
        events.schedule(Double.POSITIVE_INFINITY, 0, 0, 0, 0);
        assertThat(events.next(Double.POSITIVE_INFINITY)).isFalse();
    }
}
