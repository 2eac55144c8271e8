package org.rackdrill.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FutureEventsTest {

    private record Expected(double time, int order, int subject) {}

    @TestFactory
    java.util.stream.Stream<DynamicTest> comesInTheOrderOfTimeAndThenOfScheduling() {
        return java.util.stream.LongStream.range(0, 20)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> agreesWithALibraryQueue(seed)));
    }

    private static void agreesWithALibraryQueue(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FutureEvents events = new FutureEvents();
        PriorityQueue<Expected> expected =
                new PriorityQueue<>(Comparator.comparingDouble(Expected::time).thenComparingInt(Expected::order));
        int order = 0;
        for (int i = 0; i < 5000; i++) {
            if (random.nextInt(5) < 3) {
                // Few different times, so that ties are common.
                double time = random.nextInt(50);
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
