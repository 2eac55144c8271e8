package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.rackdrill.chaos.drill.writing.Words;

/** Round times, and times as people read them. */
final class Times {

    private Times() {}

    /** Times that a person would choose, from the shortest. */
    static final List<Duration> ROUND = Stream.of(
                    LongStream.of(1, 2, 5, 10, 15, 20, 30, 45).mapToObj(Duration::ofSeconds),
                    LongStream.of(1, 2, 3, 5, 10, 15, 20, 30, 45).mapToObj(Duration::ofMinutes),
                    LongStream.of(1, 2, 3, 4, 6, 8, 12, 18).mapToObj(Duration::ofHours),
                    LongStream.of(1, 2, 3, 4, 5, 6).mapToObj(Duration::ofDays))
            .flatMap(it -> it)
            .toList();

    /** What a time that has to be exact is rounded to, from the roughest. */
    static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofSeconds(1));

    static Duration rounded(Duration time, Duration step) {
        long steps = Math.max(1, Math.round((double) time.toNanos() / step.toNanos()));
        return step.multipliedBy(steps);
    }

    static String text(Duration time) {
        return Words.time(time);
    }
}
