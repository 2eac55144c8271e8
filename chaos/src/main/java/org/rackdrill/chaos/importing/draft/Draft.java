package org.rackdrill.chaos.importing.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;

/**
 * A drill in the making. Every step has its time in {@code at}.
 *
 * @param origin what it was imported from, in a few words
 * @param lab as the drill file names it
 * @param least the drill lasts at least so long
 * @param remarks in the order of the imported file, each once
 */
public record Draft(
        String origin,
        String name,
        String lab,
        String why,
        Duration least,
        List<Part<Steady>> steady,
        List<Part<Step>> timeline,
        List<Part<Expectation>> expectations,
        List<Remark> remarks) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Our estimate; it only decides how long a drill lasts. */
    private static final Duration LONGEST_OPERATION = Duration.ofMinutes(10);

    public Draft {
        steady = List.copyOf(steady);
        timeline = List.copyOf(timeline);
        expectations = List.copyOf(expectations);
        remarks = remarks.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Remark::line))
                .toList();
    }

    /** Returns how long it has to last, so that every step ends in it and every expectation can be judged. */
    Duration lasts() {
        Duration longest = least.compareTo(SHORTEST) < 0 ? SHORTEST : least;
        for (Part<Step> part : timeline) {
            longest = later(longest, end(part.value()));
        }
        for (Part<Expectation> part : expectations) {
            longest = later(longest, start(part.value()).plus(part.value().needs()));
        }
        return longest;
    }

    private Duration start(Expectation expectation) {
        return timeline.stream()
                .map(Part::value)
                .filter(step -> expectation.since().map(step.name()::equals).orElse(step.act() instanceof Act.Break<?>))
                .findFirst()
                .map(Draft::at)
                .orElse(Duration.ZERO);
    }

    private static Duration end(Step step) {
        Duration length = Duration.ZERO;
        if (step.act() instanceof Act.Break<?> fault) {
            length = fault.lasts().orElse(Duration.ZERO);
        } else if (step.act() instanceof Act.Perform<?> operation) {
            length = operation.within().orElse(LONGEST_OPERATION);
        } else if (step.act() instanceof Act.Gate gate) {
            length = gate.within();
        }
        return at(step).plus(length);
    }

    private static Duration at(Step step) {
        return step.when() instanceof When.At at ? at.time() : Duration.ZERO;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Returns the draft without some parts, and with more to say. */
    Draft without(Set<Part<?>> gone, List<Remark> more) {
        return new Draft(
                origin,
                name,
                lab,
                why,
                least,
                steady.stream().filter(part -> !gone.contains(part)).toList(),
                timeline.stream().filter(part -> !gone.contains(part)).toList(),
                expectations.stream().filter(part -> !gone.contains(part)).toList(),
                Stream.concat(remarks.stream(), more.stream()).toList());
    }

    /** Returns the draft with one more expectation, and more to say. */
    Draft with(Part<Expectation> expectation, Remark remark) {
        List<Part<Expectation>> all = new ArrayList<>(expectations);
        all.add(expectation);
        return new Draft(origin, name, lab, why, least, steady, timeline, all, remarks)
                .without(Set.of(), List.of(remark));
    }
}
