package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.List;

/**
 * When faults start. At once; two hours later, when reboots are through and a battery is not full again; and the next
 * afternoon, when what was short is over, and a disk that a spare has replaced is being filled.
 */
final class Starts {

    static final Duration FIRST = Duration.ofMinutes(1);

    private static final Duration SECOND = Duration.ofHours(2);
    private static final Duration THIRD = Duration.ofHours(30);

    /** From the end of an outage that batteries survive to the next one. */
    private static final Duration RECHARGING = Duration.ofMinutes(30);

    private Starts() {}

    /** Returns three starts; the second waits for the end of the longest mains outage that batteries survive. */
    static List<Duration> of(List<Candidate<?>> candidates) {
        Duration second = candidates.stream()
                .filter(candidate -> candidate.usual().equals(Candidates.NEARLY_EMPTY))
                .flatMap(candidate -> candidate.lasts().stream())
                .map(outage -> halfHours(outage.plus(RECHARGING)))
                .reduce(SECOND, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        return List.of(FIRST, second, second.compareTo(THIRD) < 0 ? THIRD : second.plus(THIRD));
    }

    private static Duration halfHours(Duration time) {
        long minutes = RECHARGING.toMinutes();
        return Duration.ofMinutes((time.toMinutes() + minutes) / minutes * minutes);
    }
}
