package org.rackdrill.chaos.importing.chaostoolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.importing.draft.Draft;
import org.rackdrill.chaos.importing.draft.Imported;
import org.rackdrill.chaos.importing.draft.Imports;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.model.reading.LabMutator;

/** Whatever an experiment says, it becomes a drill that reads back equal, or one problem. */
@Tag("long")
class RandomExperimentsTest {

    private static final int EXPERIMENTS = 2_000;
    private static final int MUTANTS = 2_000;

    @Test
    void whateverIsImportedReadsBackEqual() {
        int drills = 0;
        Map<Kind, Integer> said = new EnumMap<>(Kind.class);
        for (long seed = 0; seed < EXPERIMENTS; seed++) {
            String json = new Experimenter(seed).experiment();
            try {
                Imported imported = read("x.json", json);
                imported.draft().remarks().forEach(it -> said.merge(it.kind(), 1, Integer::sum));
                if (imported.drill().isPresent()) {
                    drills++;
                    Imports.readsBackEqual(imported, Imports.lab("v1"));
                }
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ":\n" + json, e);
            }
        }
        assertThat(drills).isGreaterThan(EXPERIMENTS / 3);
        assertThat(said.keySet()).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void noActivityIsDroppedSilently() {
        for (long seed = 0; seed < EXPERIMENTS; seed++) {
            String json = new Experimenter(seed).experiment();
            Imported imported = read("x.json", json);
            Spot experiment = ExperimentFile.read("x.json", json.getBytes(StandardCharsets.UTF_8));
            Spot hypothesis = experiment.find("steady-state-hypothesis").orElseThrow();
            List<Spot> activities = Stream.of(
                            experiment.find("method"), experiment.find("rollbacks"), hypothesis.find("probes"))
                    .flatMap(list -> list.orElseThrow().items().stream())
                    .toList();
            for (Spot activity : activities) {
                assertThat(isTime(activity) || told(imported.draft(), activity.path()))
                        .as("seed %d, %s:%n%s", seed, activity.path(), json)
                        .isTrue();
            }
        }
    }

    /** A pause is in the times of the steps behind it. */
    private static boolean isTime(Spot activity) {
        Spot provider = activity.find("provider").orElseThrow();
        String what = provider.find("path")
                .or(() -> provider.find("func"))
                .map(Spot::text)
                .orElse("");
        return List.of("/bin/sleep", "idle_for", "pause_execution").contains(what);
    }

    /** It is a part of the drill, or something has been said about it or about the section that it stands in. */
    private static boolean told(Draft draft, String path) {
        boolean part = Stream.of(draft.steady(), draft.timeline(), draft.expectations())
                .flatMap(List::stream)
                .anyMatch(it -> it.path().equals(path));
        return part
                || draft.remarks().stream()
                        .anyMatch(it -> it.path().equals(path)
                                || it.path().startsWith(path + ".")
                                || (it.kind() == Kind.LEFT_OUT && path.startsWith(it.path() + ".")));
    }

    @Test
    void everyMutantIsImportedOrRefusedInOneSentence() {
        LabMutator mutator = new LabMutator(Imports.corpus("chaostoolkit").stream()
                .map(file -> new String(Imports.bytes(file), StandardCharsets.UTF_8))
                .toList());
        int imported = 0;
        int refused = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            String text = mutator.mutant(seed);
            try {
                Imported one = read(text.startsWith("{") ? "x.json" : "x.yaml", text);
                if (one.drill().isPresent()) {
                    Imports.readsBackEqual(one, Imports.lab("v1"));
                }
                imported++;
            } catch (Unusable unusable) {
                assertThat(unusable.problem().line()).isPositive();
                refused++;
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ":\n" + text, e);
            }
        }
        assertThat(imported).isGreaterThan(MUTANTS / 5);
        assertThat(refused).isGreaterThan(MUTANTS / 20);
    }

    private static Imported read(String name, String text) {
        return ChaosToolkit.read(name, text.getBytes(StandardCharsets.UTF_8), Optional.of(Imports.lab("v1")), "v1");
    }
}
