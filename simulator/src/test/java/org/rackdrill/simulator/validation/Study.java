package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;
import org.rackdrill.simulator.compiled.Contending;
import org.rackdrill.simulator.study.Extra;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Simulation;

/**
 * A shipped lab and how exactly to look at it.
 *
 * @param changes what is written otherwise than in the shipped file
 * @param hours to look ahead; none: what the lab says
 * @param quick what is asked of the simulator in the quick form
 * @param full what is asked of the simulator in the full form
 */
record Study(String lab, List<Change> changes, Optional<Double> hours, Asked quick, Asked full) {

    /** Asked at 90 %, this gives 5 % at 99 %; a little less, since a run stops where it expects to be there. */
    private static final Asked QUICK = new Asked(0.97 * 0.05 * Quantity.Z90 / Quantity.Z99, Question.DEFAULT_HISTORIES);

    private static final Path LABS = Path.of("../scenarios/labs");

    private static final LabReader READER = new LabReader(Catalogue.load());

    /** Precision of the unavailability, and histories at least. */
    record Asked(double precision, int histories) {

        Asked times(double share) {
            return new Asked(precision * share, histories);
        }

        Asked of(int number) {
            return new Asked(precision, number);
        }
    }

    /** Words of a lab file and what stands in their place. */
    record Change(String from, String to) {}

    /** A lab as it is shipped, to 5 % in the quick form and 1 % in the full one. */
    static Study of(String lab) {
        return new Study(lab, List.of(), Optional.empty(), QUICK, QUICK.times(0.2));
    }

    Study with(String from, String to) {
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(from, to));
        return new Study(lab, more, hours, quick, full);
    }

    Study over(double hoursAhead) {
        return new Study(lab, changes, Optional.of(hoursAhead), quick, full);
    }

    /** Asks for more or less than the unavailability to 5 % and 1 %, since another number is wanted. */
    Study asking(double quickShare, double fullShare) {
        return new Study(lab, changes, hours, quick.times(quickShare), full.times(fullShare));
    }

    /** Asks for so many histories at least, since what luck does to another number is not taken away. */
    Study from(int quickHistories, int fullHistories) {
        return new Study(lab, changes, hours, quick.of(quickHistories), full.of(fullHistories));
    }

    Lab read() {
        String text = text();
        Reading reading = READER.read(lab + ".yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.lab()).as("%s: %s", this, reading.problems()).isPresent();
        return reading.lab().orElseThrow();
    }

    private String text() {
        String text;
        try {
            text = Files.readString(LABS.resolve(lab + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Change change : changes) {
            assertThat(text).contains(change.from());
            text = text.replace(change.from(), change.to());
        }
        return text;
    }

    /** Returns what a case looks ahead, in hours. */
    double horizon() {
        return hours.orElseGet(() -> read().study().horizon().toSeconds() / 3600.0);
    }

    Results run(long seed, boolean inFull, Set<Extra> extras) {
        Question question = new Question(
                read(),
                lab,
                "",
                (inFull ? full : quick).precision(),
                (inFull ? full : quick).histories(),
                1,
                hours.map(it -> Duration.ofSeconds(Math.round(it * 3600))),
                seed,
                Runtime.getRuntime().availableProcessors(),
                "validation",
                extras,
                Optional.empty(),
                Contending.NOBODY);
        return Simulation.run(question, Progress.SILENT);
    }

    @Override
    public String toString() {
        String changed = changes.stream().map(it -> "`" + it.to() + "`").collect(Collectors.joining(" and "));
        return "`" + lab + "`" + (changed.isEmpty() ? "" : " with " + changed)
                + hours.map(Study::spoken).orElse("");
    }

    private static String spoken(double hours) {
        boolean wholeYears = hours % Exact.YEAR == 0;
        return " over %.0f %s".formatted(wholeYears ? hours / Exact.YEAR : hours, wholeYears ? "y" : "h");
    }
}
