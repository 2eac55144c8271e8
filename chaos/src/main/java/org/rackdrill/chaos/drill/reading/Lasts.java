package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** How long a drill lasts: as it says, if that is enough, or as long as steps and expectations need. */
record Lasts(Notes notes, List<Planned> steps, Schedule schedule, Expectations expectations) {

    private static final double MILLIS_OF_AN_HOUR = 3.6e6;

    /** How long alarms get to fall silent when nobody says how long the drill lasts. Our estimate. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    Duration read(Fields file, List<Said<Expectation>> expected) {
        Optional<Said<Duration>> said = file.said(DrillKeys.LASTS);
        if (said.isPresent()) {
            enough(said.get(), expected);
            return said.get().value();
        }
        Duration longest = Duration.ZERO;
        for (Planned step : steps) {
            Span span = schedule.of(step.step().name());
            Optional<Duration> end = span.open() ? span.latest() : span.end();
            if (end.isEmpty()) {
                // What is wrong already may be the reason, and one reason is enough.
                if (notes.hasErrors()) {
                    return longest;
                }
                notes.error(
                        step.aimed(),
                        "nobody can tell when `" + step.step().name() + "` has ended, so how long the drill lasts",
                        "Add a line like `lasts: 2 h`, or `within` to what it waits for.");
                return longest;
            }
            longest = later(longest, end.get());
        }
        boolean clears = expected.stream().anyMatch(one -> one.value() instanceof Expectation.Alarm it && it.clears());
        longest = clears ? longest.plus(SILENCE) : longest;
        for (Said<Expectation> one : expected) {
            longest = later(longest, expectations.lookUntil(one.value()).orElse(Duration.ZERO));
        }
        return longest;
    }

    private void enough(Said<Duration> lasts, List<Said<Expectation>> expected) {
        for (Planned step : steps) {
            Span span = schedule.of(step.step().name());
            Duration end = span.earliest().plus(span.shortest());
            if (end.compareTo(lasts.value()) > 0) {
                notes.error(
                        lasts.place(),
                        "`" + step.step().name() + "` goes on until " + text(end) + ", and the drill only lasts "
                                + text(lasts.value()),
                        "Write `lasts: " + text(end) + "` or more.");
            }
        }
        for (Said<Expectation> one : expected) {
            Duration look = expectations.earliestLook(one.value());
            if (look.compareTo(lasts.value()) > 0) {
                notes.error(
                        one.place(),
                        "it can be judged after " + text(look) + ", and the drill only lasts " + text(lasts.value()),
                        "Write `lasts: " + text(look) + "` or more, or a shorter `within`.");
            }
        }
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String text(Duration duration) {
        return Scale.TIME.format(duration.toMillis() / MILLIS_OF_AN_HOUR);
    }
}
