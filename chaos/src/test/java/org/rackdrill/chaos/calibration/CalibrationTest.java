package org.rackdrill.chaos.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rackdrill.chaos.calibration.Calibrated.Learned;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.BadEdit;
import org.rackdrill.model.reading.Edit;
import org.rackdrill.model.reading.Editing;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;
import org.rackdrill.simulator.compiled.Parameters;

/**
 * A sandbox whose true values are known: they are drawn from the ranges of its file, and its journals come from the
 * simulator. What calibration makes of these journals is compared with the truth.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class CalibrationTest {

    private static final LabReader READER = new LabReader(Catalogue.load());
    private static final Path SCENARIOS = Path.of("../scenarios");
    private static final byte[] TEXT = bytes(SCENARIOS.resolve("labs/sandbox.yaml"));
    private static final Reading READING = READER.read("sandbox", TEXT);
    private static final Lab LAB = READING.lab().orElseThrow();
    private static final SimulatedLab SIMULATED = new SimulatedLab(LAB, "");
    private static final List<String> DRILLS = List.of(
            "web-crashes", "node-power-loss", "node-hangs", "no-names-in-the-sandbox", "pool-full", "disk-fails");

    /** What the runner keeps in a sandbox. */
    private static final Terms TERMS = new Terms(
            Duration.ofSeconds(30),
            Duration.ofSeconds(8),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(2));

    private static final Duration ARMING = Duration.ofMillis(300);
    private static final long SEED = 20261126;
    private static final Calibration.Setting SETTING = new Calibration.Setting(SEED, 100, 2);
    private static final int TIMES = 3;

    private final double[] truth = SIMULATED.draw(8, SEED)[3];
    private final List<Evidence> first = journals(100);
    private Calibrated found = Calibrated.nothing(0);

    @BeforeAll
    void calibrate() {
        found = calibrated(first, SETTING);
    }

    @Test
    void theTruthLiesInTheRangesThatAreWritten() {
        List<Learned> learned = written();
        long inside = learned.stream()
                .filter(it -> {
                    double factor = factor(it);
                    return factor >= it.moved() * it.low() && factor <= it.moved() * it.high();
                })
                .count();

        assertThat(learned).hasSizeGreaterThan(6);
        // Ranges hold nine in ten; with a dozen of them, which are not independent, three out of four are enough.
        assertThat(inside).as("%s", learned).isGreaterThanOrEqualTo((long) Math.ceil(0.75 * learned.size()));
    }

    @Test
    void theValuesAreCloserToTheTruthThanBefore() {
        double before = 0;
        double after = 0;
        for (Learned it : written()) {
            before += Math.abs(Math.log(factor(it)));
            after += Math.abs(Math.log(factor(it) / it.moved()));
        }

        // Sums of values are known far better than these: see the next.
        assertThat(after).isLessThan(0.9 * before);
    }

    @Test
    void aSecondRunLiesInTheIntervalsOfTheFirstAndNearerToTheirMiddle() {
        List<Evidence> second = journals(900);

        Coverage now = Coverage.of(new SimulatedLab(edited(found.edits()), ""), second, SEED, 300, 2);

        assertThat(now.compared()).hasSizeGreaterThan(20);
        assertThat((double) now.inside() / now.compared().size())
                .as("%s", now.missed())
                .isGreaterThanOrEqualTo(0.88);
        assertThat(off(now)).isLessThan(0.9 * off(Coverage.of(SIMULATED, second, SEED, 300, 2)));
    }

    /** Returns how far measurements lie from the middle of what was expected, on the whole and as a factor. */
    private static double off(Coverage coverage) {
        return coverage.compared().stream()
                .filter(it -> it.foreseen().isPresent())
                .mapToDouble(it -> Math.abs(Math.log(
                        seconds(it.took()) / seconds(it.foreseen().orElseThrow().median()))))
                .average()
                .orElseThrow();
    }

    private static double seconds(Duration time) {
        return 1 + time.toMillis() / 1000.0;
    }

    @Test
    void whatNoValueExplainsIsNamed() {
        List<Evidence> odd = new ArrayList<>(first);
        Evidence usual = odd.remove(0);
        Map<String, Duration> took = new LinkedHashMap<>(usual.took());
        String name = "web recovers within 25 s";
        took.computeIfPresent(name, (key, value) -> value.plusSeconds(200));
        odd.add(new Evidence(
                "odd", usual.drill(), usual.terms(), usual.world(), usual.labHash(), usual.arming(), took));

        Calibrated withIt = calibrated(odd, SETTING);

        assertThat(withIt.unexplained())
                .anyMatch(it -> it.run().equals("odd") && it.name().equals(name));
        // One odd measurement must not carry the others away.
        for (Learned it : written()) {
            withIt.learned().stream()
                    .filter(other -> other.paths().equals(it.paths()))
                    .forEach(other -> assertThat(Math.log(other.moved() / it.moved()))
                            .as(it.paths().toString())
                            .isCloseTo(0, within(0.6)));
        }
    }

    @Test
    void theAnswerDependsOnNeitherThreadsNorChance() {
        List<Evidence> few = first.subList(0, 2);

        assertThat(calibrated(few, new Calibration.Setting(3, 100, 1)))
                .isEqualTo(calibrated(few, new Calibration.Setting(3, 100, 2)));
    }

    @Test
    void nothingMeasuredTeachesNothing() {
        Calibrated nothing = calibrated(
                List.of(new Evidence("none", first.get(0).drill(), TERMS, WorldKind.SANDBOX, "", ARMING, Map.of())),
                SETTING);

        assertThat(nothing.learned()).isEmpty();
        assertThat(nothing.edits()).isEmpty();
    }

    private List<Learned> written() {
        return found.learned().stream().filter(Learned::written).toList();
    }

    private double factor(Learned learned) {
        Parameters parameters = SIMULATED.compiled().parameters();
        for (int number = 1; number < parameters.count(); number++) {
            if (Value.of(number, parameters.get(number), READING.explained())
                    .paths()
                    .equals(learned.paths())) {
                return truth[number];
            }
        }
        throw new IllegalStateException("no parameter stands at " + learned.paths());
    }

    /** Returns what runs with the true values would have measured, each drill some times. */
    private List<Evidence> journals(long luck) {
        List<Evidence> all = new ArrayList<>();
        for (String name : DRILLS) {
            Drill drill = new DrillReader(any -> LAB)
                    .read(name, bytes(SCENARIOS.resolve("drills/" + name + ".drill.yaml")))
                    .drill()
                    .orElseThrow();
            Rehearsal real = new Rehearsal(SIMULATED, drill, TERMS, SEED, true).arming(ARMING);
            for (int time = 0; time < TIMES; time++) {
                all.add(new Evidence(
                        name + "-" + time, drill, TERMS, WorldKind.SANDBOX, "", ARMING, real.run(luck + time, truth)));
            }
        }
        return all;
    }

    private static Calibrated calibrated(List<Evidence> evidence, Calibration.Setting setting) {
        return new Calibration(LAB, READING.explained(), edits -> Optional.of(edited(edits)), evidence, setting).run();
    }

    private static Lab edited(List<Edit> edits) {
        try {
            return edits.isEmpty()
                    ? LAB
                    : Editing.of(READER, "sandbox", TEXT).orElseThrow().with(edits);
        } catch (BadEdit e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
