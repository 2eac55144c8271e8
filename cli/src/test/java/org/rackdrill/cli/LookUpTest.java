package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Trait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain}, {@code catalog} and {@code schema}: what is known, and who says so. */
class LookUpTest {
    @TempDir
    Path directory;

    @Test
    void explainSaysWhereEveryValueCameFrom() {
        Desk.Outcome outcome = desk().run("explain", "my-rack");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .containsPattern("\\[labs/my-rack.yaml:\\d+:\\d+\\]")
                .contains("[catalogue intel-nuc-11]", "[default]", "unverified: ")
                .contains("operations.transfers", "prices", "built-in", "site-rebuilt")
                .containsPattern(
                        "\\d+ values: \\d+ from the lab file, \\d+ from the catalogue, \\d+ by default;\\s+\\d+\\s+unverified\\.");
        assertThat(outcome.out().lines().filter(line -> line.length() > 80)).isEmpty();
    }

    @Test
    void explainForAProgram() {
        Desk.Outcome outcome = desk().run("explain", "my-rack", "--json", "-");
        JsonNode json = JsonMapper.shared().readTree(outcome.out());
        assertThat(json.get("format").asString()).isEqualTo("1.0");
        assertThat(json.get("labHash").asString()).startsWith("sha256:");
        assertThat(json.get("values"))
                .isNotEmpty()
                .allMatch(value -> value.get("path").isString());
    }

    @Test
    void explainShowsTheProcessAndTheFormulaBehindEveryCause() {
        String causes = desk().run("explain", "v1").out().split("causes of downtime")[1];
        assertThat(causes)
                .containsPattern(
                        "theft at home\\n  strikes +about every 600 y\\n +S\\(t\\) = exp\\(-t / mean\\)\\n +0.0017 a year each")
                .containsPattern("power cuts at home\\n  strikes +")
                .containsPattern("disks of node1/tank\\n  strikes +8 x ")
                .contains("[decision 0010]");
        assertThat(desk().run("explain", "one-circuit").out().replaceAll("\\s+", " "))
                .contains("dh/dt = ((I / rated)^2 - h) / 150 s");

        JsonNode json = JsonMapper.shared()
                .readTree(desk().run("explain", "v1", "--json", "-").out());
        assertThat(json.get("causes"))
                .hasSizeGreaterThan(40)
                .allMatch(cause -> !cause.get("process").asString().isEmpty()
                        && !cause.get("source").asString().isEmpty());
    }

    @Test
    void explainNeedsALabWithoutErrors() throws IOException {
        Files.writeString(directory.resolve("bad.yaml"), "rackdrill: 1\nnodez: {}\n");
        Desk.Outcome outcome = desk().run("explain", "bad.yaml");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("bad.yaml:2:1: error: ");
    }

    @Test
    void warningsAreFewAndSayWhereTheOthersAre() throws IOException {
        Files.writeString(directory.resolve("drills.yaml"), """
                rackdrill: 1
                nodes: {nas: {model: generic-nas}}
                services: {files: {on: nas}}
                operations: {drills: {failover: monthly, ups: monthly, sync: monthly, alerts: monthly}}
                """);
        Desk.Outcome outcome = desk().run("explain", "drills.yaml");
        assertThat(outcome.err().lines()).hasSize(3);
        assertThat(outcome.err()).contains("warnings; `rackdrill validate drills.yaml` shows all.");
    }

    @Test
    void theCatalogueListsEveryPartByKind() {
        Desk.Outcome outcome = desk().run("catalog");
        assertThat(outcome.code()).isZero();
        for (Catalogue.Entry entry : Catalogue.load().entries()) {
            assertThat(outcome.out()).contains("  " + entry.name() + " ");
        }
        assertThat(outcome.out().lines()).contains("access point");
        assertThat(outcome.out().lines().filter(line -> line.length() > 80)).isEmpty();
    }

    @Test
    void aPartHasAllItsValues() {
        Desk.Outcome outcome = desk().run("catalog", "intel-nuc-11");
        assertThat(outcome.code()).isZero();
        for (Trait<?> trait : PartKind.NODE.traits()) {
            assertThat(outcome.out())
                    .contains("  " + trait.key() + " ")
                    .contains(trait.means().substring(0, 10));
        }
        assertThat(outcome.out().lines().filter(line -> line.length() > 80)).isEmpty();
    }

    @Test
    void anUnknownPartIsGuessed() {
        Desk.Outcome outcome = desk().run("catalog", "t630");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("the catalogue has no 't630'. Did you mean dell-poweredge-t630?");
        assertThat(desk().run("catalog", "banana").err()).contains("'rackdrill catalog' lists what it has.");
    }

    @Test
    void faultsAreListedWithTheirUndo() {
        Desk.Outcome outcome = desk().run("catalog", "faults");
        assertThat(outcome.code()).isZero();
        for (FaultKind kind : FaultKind.values()) {
            assertThat(outcome.out()).contains("\n  " + kind.word() + "\n");
        }
        assertThat(outcome.out()).contains("Undo: power is switched on").contains("\n  restore-proof\n");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theSimulatorSaysWhichFaultsItCanDoInALab() throws IOException {
        Desk.Outcome outcome = desk().run("catalog", "faults", "--on", "sim");
        assertThat(outcome.code()).isZero();
        for (FaultKind kind : FaultKind.values()) {
            assertThat(outcome.out()).contains("  " + kind.word() + "\n      can be done, at ");
        }
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);

        Files.writeString(directory.resolve("bare.yaml"), """
                rackdrill: 1
                nodes: {nas: {model: generic-nas}}
                services: {files: {on: nas}}
                """);
        JsonNode bare = JsonMapper.shared()
                .readTree(desk().run("catalog", "faults", "--on", "sim", "--lab", "bare.yaml", "--json", "-")
                        .out());
        assertThat(ability(bare, "node-power-loss").path("can").asString()).isEqualTo("true");
        assertThat(ability(bare, "node-power-loss").path("at").asString()).isEqualTo("nas");
        assertThat(ability(bare, "ups-battery-fault").path("can").asString()).isEqualTo("false");
        assertThat(ability(bare, "ups-battery-fault").path("why").asString()).isEqualTo("the lab has none: a UPS");
    }

    @Test
    void aWorldSaysInItsOwnWordsWhyItCannotDoAFault() throws IOException {
        Files.writeString(directory.resolve("live.yaml"), """
                rackdrill: 1
                nodes:
                  nas: {model: generic-nas, ssh: "root@127.0.0.1:1", pools: {tank: {layout: mirror, disks: 2 x 512 GB hdd}}}
                services: {files: {on: nas}}
                """);
        Desk.Outcome outcome = desk().run("catalog", "faults", "--on", "live", "--lab", "live.yaml", "--json", "-");
        JsonNode said = JsonMapper.shared().readTree(outcome.out());

        assertThat(outcome.code()).as("something is not known").isEqualTo(2);
        assertThat(ability(said, "node-power-loss").path("why").asString())
                .isEqualTo("the lab does not say who switches the power of nas: write `power: through NODE`");
        assertThat(ability(said, "mains-outage").path("why").asString())
                .startsWith("nothing that we may drive switches ");
        assertThat(ability(said, "process-kill").path("why").asString())
                .isEqualTo("the lab does not say what files is: write `unit:` or `resource:`");
        assertThat(ability(said, "disk-failure").path("can").asString()).isEqualTo("unknown");
        assertThat(ability(said, "disk-failure").path("why").asString())
                .startsWith("nas, connecting to root@127.0.0.1:1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "faults --on mars",
                "faults --on live",
                "faults --json -",
                "faults --lab v1",
                "intel-nuc-11 --on sim"
            })
    void aWorldIsAskedAboutFaultsOnly(String line) {
        assertThat(desk().run(("catalog " + line).split(" ")).code()).isEqualTo(64);
    }

    private static JsonNode ability(JsonNode document, String fault) {
        return document.path("faults")
                .valueStream()
                .filter(each -> each.path("fault").asString().equals(fault))
                .findAny()
                .orElseThrow();
    }

    @Test
    void schemasAreJson() {
        assertThat(JsonMapper.shared()
                        .readTree(desk().run("schema", "lab").out())
                        .isObject())
                .isTrue();
        assertThat(JsonMapper.shared()
                        .readTree(desk().run("schema", "results").out())
                        .isObject())
                .isTrue();
        assertThat(JsonMapper.shared()
                        .readTree(desk().run("schema", "drill").out())
                        .isObject())
                .isTrue();
        assertThat(desk().run("schema", "page").code()).isEqualTo(64);
    }

    private Desk desk() {
        return new Desk(directory);
    }
}
