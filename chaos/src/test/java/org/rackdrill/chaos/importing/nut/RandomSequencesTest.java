package org.rackdrill.chaos.importing.nut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.importing.draft.Imported;
import org.rackdrill.chaos.importing.draft.Imports;
import org.rackdrill.chaos.importing.draft.Part;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.model.reading.LabMutator;

/** Whatever a sequence says, it becomes a drill that reads back equal, or one problem. */
@Tag("long")
class RandomSequencesTest {

    private static final int SEQUENCES = 1_000;
    private static final int MUTANTS = 2_000;
    private static final List<String> STATUSES =
            List.of("OL", "OL CHRG", "OB", "OB DISCHRG", "OB LB", "", "OFF", "OL OB");

    @Test
    void whateverIsImportedReadsBackEqual() {
        int drills = 0;
        for (long seed = 0; seed < SEQUENCES; seed++) {
            String text = sequence(new SplittableRandom(seed));
            String name = seed % 2 == 0 ? "x.seq" : "x.dev";
            try {
                Imported imported = read(name, text);
                if (imported.drill().isPresent()) {
                    drills++;
                    Imports.readsBackEqual(imported, Imports.lab("v1"));
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ":\n" + text, e);
            }
        }
        assertThat(drills).isGreaterThan(SEQUENCES / 2);
    }

    /** A second way to count: go through the file second by second and look what the last status said. */
    @Test
    void theMainsAreOffForAsLongAsTheStatusSays() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            SplittableRandom luck = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder("ups.status: OL\n");
            int off = 0;
            boolean battery = false;
            for (int i = 0; i < 10; i++) {
                int pause = 1 + luck.nextInt(100);
                text.append("TIMER ").append(pause).append('\n');
                for (int second = 0; second < pause; second++) {
                    off += battery ? 1 : 0;
                }
                battery = luck.nextBoolean();
                text.append("ups.status: ").append(battery ? "OB" : "OL").append('\n');
            }
            Imported imported = read("x.seq", text.toString());
            assertThat(outages(imported)).as("seed %d:%n%s", seed, text).isEqualTo(Duration.ofSeconds(off));
        }
    }

    @Test
    void everyMutantIsImportedOrRefusedInOneSentence() {
        LabMutator mutator = new LabMutator(Imports.corpus("nut").stream()
                .map(file -> new String(Imports.bytes(file), StandardCharsets.UTF_8))
                .toList());
        int refused = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            String text = mutator.mutant(seed);
            try {
                Imported one = read("x.seq", text);
                if (one.drill().isPresent()) {
                    Imports.readsBackEqual(one, Imports.lab("v1"));
                }
            } catch (Unusable unusable) {
                assertThat(unusable.problem().line()).isPositive();
                refused++;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ":\n" + text, e);
            }
        }
        assertThat(refused).isBetween(MUTANTS / 20, MUTANTS * 3 / 4);
    }

    private static Duration outages(Imported imported) {
        return imported.draft().timeline().stream()
                .map(Part::value)
                .map(Step::act)
                .filter(act -> act instanceof Act.Break<?> fault && fault.fault() instanceof Fault.MainsOutage)
                .map(act -> ((Act.Break<?>) act).lasts().orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String sequence(SplittableRandom luck) {
        StringBuilder text = new StringBuilder();
        int lines = 1 + luck.nextInt(12);
        for (int i = 0; i < lines; i++) {
            switch (luck.nextInt(4)) {
                case 0 -> text.append("TIMER ").append(luck.nextInt(5000));
                case 1 -> text.append("battery.charge: ").append(luck.nextInt(1001) / 10.0);
                default -> text.append("ups.status: ").append(STATUSES.get(luck.nextInt(STATUSES.size())));
            }
            text.append('\n');
        }
        return "ups.status: " + STATUSES.get(luck.nextInt(4)) + "\n" + text;
    }

    private static Imported read(String name, String text) {
        return NutSequence.read(name, text.getBytes(StandardCharsets.UTF_8), Imports.lab("v1"), "v1", Optional.empty());
    }
}
