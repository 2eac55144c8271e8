package org.rackdrill.chaos.importing.nut;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.chaos.importing.nut.Sequence.Moment;
import org.rackdrill.chaos.importing.nut.Sequence.Said;
import org.rackdrill.model.yaml.Place;

/** The times without mains and without a word, as {@code ups.status} tells them. */
final class Spells {

    static final String STATUS = "ups.status";
    static final String CHARGE = "battery.charge";

    private final String file;
    private final List<Spell> outages = new ArrayList<>();
    private final List<Spell> silences = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private Optional<Spell> outage = Optional.empty();
    private Optional<Spell> silence = Optional.empty();
    private OptionalDouble charge = OptionalDouble.empty();

    /**
     * A time in which something is not as it should be.
     *
     * @param lasts none: until the end and beyond
     * @param charge of the battery when it begins, in percent; none: nobody has said it
     * @param line where it begins
     */
    record Spell(Duration at, Optional<Duration> lasts, OptionalDouble charge, int line) {
        Spell until(Duration end) {
            return new Spell(at, Optional.of(end.minus(at)), charge, line);
        }
    }

    Spells(String file, Sequence sequence) {
        this.file = file;
        sequence.moments().forEach(this::pass);
        // A looping driver is back at the first line then, and that says what ends.
        boolean silentFirst = silentAt(sequence, 0);
        silence.ifPresent(it -> silences.add(sequence.loops() && !silentFirst ? it.until(sequence.total()) : it));
        outage.ifPresent(
                it -> outages.add(sequence.loops() && onMainsFirst(sequence) ? it.until(sequence.total()) : it));
    }

    /** Returns the times in which the UPS ran on its battery. */
    List<Spell> outages() {
        return outages.stream().filter(Spells::lasting).toList();
    }

    /** Returns the times in which nothing was heard of the UPS. */
    List<Spell> silences() {
        return silences.stream().filter(Spells::lasting).toList();
    }

    List<Remark> remarks() {
        return remarks;
    }

    private static boolean lasting(Spell spell) {
        return spell.lasts().map(it -> !it.isZero()).orElse(true);
    }

    private static boolean silentAt(Sequence sequence, int moment) {
        return status(sequence.moments().get(moment))
                .filter(it -> it.value().isEmpty())
                .isPresent();
    }

    private static boolean onMainsFirst(Sequence sequence) {
        List<String> words =
                status(sequence.moments().get(0)).map(it -> words(it.value())).orElse(List.of());
        return words.contains("OL") && !words.contains("OB");
    }

    private static Optional<Said> status(Moment moment) {
        return moment.said().stream().filter(it -> it.variable().equals(STATUS)).reduce((first, second) -> second);
    }

    private static List<String> words(String status) {
        return Arrays.stream(status.split("\\s+")).filter(it -> !it.isEmpty()).toList();
    }

    private void pass(Moment moment) {
        moment.said().stream().filter(it -> it.variable().equals(CHARGE)).forEach(it -> charge = percent(it));
        Optional<Said> status = status(moment);
        moment.said().stream()
                .filter(it -> it.variable().equals(STATUS)
                        && !status.filter(it::equals).isPresent())
                .forEach(it -> remarks.add(new Remark(
                        Kind.LEFT_OUT, it.line(), STATUS, "it lasts no time: the next one follows without a `TIMER`")));
        status.ifPresent(it -> pass(moment.at(), it));
    }

    private void pass(Duration at, Said status) {
        List<String> words = words(status.value());
        if (words.isEmpty()) {
            silence = silence.or(() -> Optional.of(new Spell(at, Optional.empty(), charge, status.line())));
            return;
        }
        silence.ifPresent(it -> silences.add(it.until(at)));
        boolean heard = silence.isPresent();
        silence = Optional.empty();
        boolean mains = words.contains("OL");
        boolean battery = words.contains("OB");
        if (mains == battery) {
            String what = mains ? "says both OL and OB" : "says neither OL nor OB";
            remarks.add(new Remark(
                    mains ? Kind.LEFT_OUT : Kind.NOTED,
                    status.line(),
                    STATUS,
                    what + ", so the mains stay as they were"));
        } else if (battery) {
            outage = outage.or(() -> Optional.of(new Spell(at, Optional.empty(), charge, status.line())));
        } else {
            outage.ifPresent(it -> outages.add(it.until(at)));
            outage = Optional.empty();
        }
        if (heard && mains != battery) {
            remarks.add(new Remark(
                    Kind.NOTED,
                    status.line(),
                    STATUS,
                    "what the mains did while nothing was heard, the file cannot say"));
        }
    }

    private OptionalDouble percent(Said said) {
        if (said.value().isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean number = said.value().matches("\\d{1,3}(\\.\\d{1,9})?");
        double percent = number ? Double.parseDouble(said.value()) : -1;
        if (percent < 0 || percent > 100) {
            throw new Unusable(
                    file,
                    new Place(said.line(), 1),
                    "the charge of a battery is no percentage from 0 to 100",
                    "Write it like `battery.charge: 80`.");
        }
        return OptionalDouble.of(percent);
    }
}
