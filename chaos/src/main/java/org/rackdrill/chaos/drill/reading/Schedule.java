package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.When;

/** When each step of a timeline runs. */
final class Schedule {

    private static final Span UNKNOWN =
            new Span(Duration.ZERO, Optional.empty(), Duration.ZERO, Optional.empty(), false);

    /** Our estimate for the slowest router or switch; it only decides how long a drill lasts that does not say it. */
    private static final Duration SLOWEST_RESTART = Duration.ofMinutes(10);

    private final Map<String, Span> spans = new LinkedHashMap<>();

    /** Works out the times of steps, each of which names only steps before it. */
    Schedule(List<Planned> steps) {
        for (Planned one : steps) {
            spans.put(one.step().name(), span(one.step().when(), one.step().act()));
        }
    }

    /** Returns when a step runs. */
    Span of(String step) {
        return spans.getOrDefault(step, UNKNOWN);
    }

    private Span span(When when, Act act) {
        if (when instanceof When.At at) {
            return lasting(at.time(), Optional.of(at.time()), act);
        } else if (when instanceof When.During during) {
            Span other = of(during.step());
            return lasting(other.earliest().plus(during.delay()), other.latest().map(during.delay()::plus), act);
        }
        When.After after = (When.After) when;
        Span other = of(after.step());
        return lasting(
                other.earliest().plus(other.shortest()).plus(after.delay()),
                other.end().map(after.delay()::plus),
                act);
    }

    private static Span lasting(Duration earliest, Optional<Duration> latest, Act act) {
        if (act instanceof Act.Perform<?> operation) {
            return new Span(earliest, latest, Duration.ZERO, operation.within(), false);
        } else if (act instanceof Act.Gate gate) {
            return new Span(earliest, latest, Duration.ZERO, Optional.of(gate.within()), false);
        }
        Act.Break<?> fault = (Act.Break<?>) act;
        if (fault.lasts().isPresent()) {
            return new Span(earliest, latest, fault.lasts().get(), fault.lasts(), false);
        }
        return switch (fault.fault().kind().lasting()) {
            case UNTIL_UNDONE -> new Span(earliest, latest, Duration.ZERO, Optional.empty(), true);
            case OWN_TIME -> new Span(earliest, latest, Duration.ZERO, Optional.of(SLOWEST_RESTART), false);
            case MOMENT, ONCE_OR_AGAIN -> new Span(earliest, latest, Duration.ZERO, Optional.of(Duration.ZERO), false);
        };
    }
}
