package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rackdrill.model.catalogue.Catalogue;

/** Every shipped lab can be used, and its warnings are the ones it is there to show. */
class ShippedLabsTest {

    private static final Path LABS = Path.of("../scenarios/labs");

    /** What a lab is meant to be warned about; a key whose physics is not built yet may be anywhere. */
    private static final Map<String, String> MEANT = Map.of(
            "two-nodes.yaml", "without a tie-breaker",
            "v1-syncoid-only.yaml", "automatic failover with nothing to start from");

    private final LabReader reader = new LabReader(Catalogue.load());

    @TestFactory
    Stream<DynamicTest> everyLabReadsWithoutErrors() throws IOException {
        return labs().stream()
                .map(lab -> DynamicTest.dynamicTest(name(lab), () -> {
                    Reading reading = reader.read(name(lab), Files.readAllBytes(lab));
                    List<String> problems = reading.problems().stream()
                            .map(Problem::text)
                            .filter(problem -> !problem.contains("is read but not simulated yet"))
                            .toList();

                    assertThat(reading.lab()).as(String.join("\n", problems)).isPresent();
                    if (MEANT.containsKey(name(lab))) {
                        assertThat(problems).isNotEmpty().allMatch(problem -> problem.contains(MEANT.get(name(lab))));
                    } else {
                        assertThat(problems).isEmpty();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyLabSaysWhatItTeaches() throws IOException {
        return labs().stream()
                .map(lab -> DynamicTest.dynamicTest(
                        name(lab),
                        () -> assertThat(Files.readString(lab))
                                .startsWith("# ")
                                .containsOnlyOnce("# What it teaches: ")));
    }

    @Test
    void theLabsOfTheStoryShareServicesSoThatTheyCanBeCompared() throws IOException {
        List<String> v1 = services("v1.yaml");
        for (String variant : List.of("v1-stretched", "v1-syncoid-only", "v1-ceph", "v1-truenas")) {
            assertThat(services(variant + ".yaml")).as(variant).isEqualTo(v1);
        }
        assertThat(services("v0.yaml")).contains("internet", "dns", "jellyfin", "immich", "home-assistant", "nas");
    }

    private List<String> services(String lab) throws IOException {
        return reader.read(lab, Files.readAllBytes(LABS.resolve(lab))).lab().orElseThrow().services().stream()
                .map(service -> service.name())
                .toList();
    }

    private static List<Path> labs() throws IOException {
        try (Stream<Path> files = Files.list(LABS)) {
            return files.filter(file -> name(file).endsWith(".yaml")).sorted().toList();
        }
    }

    private static String name(Path lab) {
        return lab.getFileName().toString();
    }
}
