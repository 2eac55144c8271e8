package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rackdrill drill}: the real runner in the real simulator, as somebody would type it. */
class DrillTest {
    private static final String FIRST = """
            drill: 1
            name: My first drill
            lab: v1
            why: The reverse proxy comes back by itself
            steady:
              - {up: proxy, tolerates: 1 min}
            timeline:
              - {at: 1 min, process-kill: proxy}
            expect:
              - {recovers: proxy, within: 1 min}
            """;

    @TempDir
    Path directory;

    @Test
    void aDrillThatPassesSaysSoFirstAndLeavesItsReport() {
        Desk.Outcome outcome = desk().run("drill", "a-node-dies", "--runs", "20", "--out", "here");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("✓ In the simulator, it worked");
        assertThat(outcome.out().lines()).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 80);
        assertThat(outcome.err()).isEqualTo("Report: here/drill.html\n");
        assertThat(directory.resolve("here"))
                .isDirectoryContaining("glob:**/drill.html")
                .isDirectoryContaining("glob:**/drill.json")
                .isDirectoryContaining("glob:**/junit.xml")
                .isDirectoryContaining("glob:**/a-node-dies-1.journal");
    }

    @Test
    void aDrillThatFailsIsALessonAndExitsWithOne() {
        Desk.Outcome outcome = desk().run("drill", "clock-drifts", "--no-prediction", "--out", "here");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("✗ In the simulator, nobody was told of node1");
    }

    @Test
    void whatADrillDoesNotAcceptIsRefusedBeforeAnythingIsDone() throws IOException {
        write("dark.drill.yaml", FIRST.replace("process-kill: proxy", "node-power-loss: node1, for: 5 min"));
        Desk.Outcome outcome = desk().run("drill", "dark.drill.yaml", "--out", "here");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .contains("nothing was touched")
                .contains("(last-redundancy)")
                .doesNotContain("Broken");
    }

    @Test
    void theSameSeedGivesTheSameJournalByteForByte() throws IOException {
        desk().run("drill", "one-crash", "--seed", "7", "--runs", "50", "--threads", "1", "--out", "one");
        desk().run("drill", "one-crash", "--seed", "7", "--runs", "50", "--threads", "2", "--out", "two");
        assertThat(journal("one", "one-crash-7")).isEqualTo(journal("two", "one-crash-7"));
        desk().run("drill", "a-node-dies", "--seed", "8", "--no-prediction", "--out", "three");
        desk().run("drill", "a-node-dies", "--seed", "9", "--no-prediction", "--out", "three");
        assertThat(journal("three", "a-node-dies-8")).isNotEqualTo(journal("three", "a-node-dies-9"));
    }

    @Test
    void aDryRunShowsThePlanAndTouchesNothing() throws IOException {
        write("first.drill.yaml", FIRST);
        Desk.Outcome outcome = desk().run("drill", "first.drill.yaml", "--dry-run", "--runs", "20");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("process-kill at proxy", "undo", "the service is started", "✓ up: proxy now")
                .contains("of 20 simulated runs", "Nothing was done.");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(directory).isDirectoryNotContaining("glob:**/rackdrill-out");
    }

    @Test
    void aSavedPlanIsRunAsItIsAndRefusedWhenItsLabHasChanged() throws IOException {
        write("lab.yaml", Files.readString(Path.of("..", "scenarios", "labs", "v1.yaml")));
        write("first.drill.yaml", FIRST.replace("lab: v1", "lab: lab.yaml"));
        assertThat(desk().run("drill", "first.drill.yaml", "--runs", "20", "--plan-out", "first.json")
                        .code())
                .isZero();
        assertThat(desk().run("drill", "first.json", "--out", "same").code()).isZero();

        write("lab.yaml", Files.readString(directory.resolve("lab.yaml")).replace("memory: 96 GiB", "memory: 64 GiB"));
        Desk.Outcome changed = desk().run("drill", "first.json", "--out", "changed");
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.out()).contains("the lab has changed since the plan was made");
    }

    @Test
    void aJournalIsShownAndJudgedAgain() throws IOException {
        Desk.Outcome run = desk().run("drill", "clock-drifts", "--runs", "20", "--out", "here");
        Desk.Outcome shown = desk().run("drill", "show", "here/clock-drifts-1.journal");
        assertThat(shown.code()).isZero();
        assertThat(shown.out().lines()).allMatch(line -> line.startsWith("{\"is\":\""));

        byte[] page = Files.readAllBytes(directory.resolve("here/drill.html"));
        Desk.Outcome again = desk().run("drill", "replay", "here/clock-drifts-1.journal", "--out", "again");
        assertThat(again.code()).isEqualTo(run.code());
        assertThat(firstLine(again)).isEqualTo(firstLine(run));
        assertThat(directory.resolve("again/drill.html")).hasBinaryContent(page);
    }

    @Test
    void aProgramGetsJsonAndNothingElse() {
        Desk.Outcome outcome = desk().run("drill", "one-crash", "--runs", "20", "--json", "-");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("{").contains("\"verdict\" : \"passed\"");
        assertThat(outcome.err()).contains("it worked");
    }

    @Test
    void aDirectoryOfThatNameHidesNoShippedDrill() {
        assertThat(desk().run("drill", "one-crash", "--no-prediction", "--out", "one-crash")
                        .code())
                .isZero();
        assertThat(desk().run("drill", "one-crash", "--no-prediction", "--out", "one-crash")
                        .code())
                .isZero();
    }

    @Test
    void aNameThatIsNearlyRightIsGuessed() {
        Desk.Outcome outcome = desk().run("drill", "a-node-dyes");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains("Did you mean a-node-dies");
        assertThat(desk().run("drill", "v1").err()).contains("'v1' is no drill");
    }

    @Test
    void whoeverInterruptsAPredictionGetsNoneAndNothingIsDone() {
        Desk.Outcome outcome = desk().interrupted().run("drill", "a-node-dies", "--runs", "20", "--out", "here");
        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.err()).contains("Interrupted before anything was done.");
        assertThat(directory.resolve("here")).isEmptyDirectory();
    }

    @Test
    void aWorldThatIsNotThereIsRefusedBeforeAnythingIsDone() {
        Desk.Outcome down = desk().run("drill", "one-crash", "--on", "sandbox", "--name", "nobody");
        assertThat(down.code()).isEqualTo(69);
        assertThat(down.err()).contains("the sandbox 'nobody' is not up");
        Desk.Outcome unreachable = desk().run("drill", "one-crash", "--on", "live", "--confirm", "V1");
        assertThat(unreachable.code()).isEqualTo(65);
        assertThat(unreachable.err()).contains("does not say how to reach any node");
        assertThat(desk().run("drill", "one-crash", "--on", "mars").code()).isEqualTo(64);
        assertThat(desk().run("drill").code()).isEqualTo(64);
        assertThat(directory).isDirectoryNotContaining("glob:**/rackdrill-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "3601", "-5", "soon", ""})
    void aLeaseIsFromThreeSecondsToAnHour(String lease) {
        Desk.Outcome outcome =
                desk().run("drill", "one-crash", "--on", "sandbox", "--name", "nobody", "--lease", lease);
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("--lease");
    }

    @Test
    void onlyADrillThatPassedIsRememberedAsPassed() throws IOException {
        desk().run("drill", "clock-drifts", "--no-prediction", "--out", "failed");
        assertThat(directory.resolve(".state")).doesNotExist();
        desk().run("drill", "one-crash", "--no-prediction", "--out", "passed");
        assertThat(Files.readAllLines(directory.resolve(".state/passes")))
                .singleElement()
                .asString()
                .startsWith("2026-03-01T12:30:45Z sim ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"format\":\"1.0\"}", "drill: 1\n", "\u0000\u0001\u0002", "drill: [", "lab: v1\n"})
    void whatIsNoDrillIsRefusedInOneSentence(String content) throws IOException {
        write("bad.drill.yaml", content);
        Desk.Outcome outcome = desk().run("drill", "bad.drill.yaml");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).isNotBlank().doesNotContain("Exception", "\tat ");
        assertThat(directory).isDirectoryNotContaining("glob:**/rackdrill-out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no journal at all", "{\"is\":\"Opened\"}\n"})
    void whatIsNoJournalIsRefusedInOneSentence(String content) throws IOException {
        write("bad.journal", content);
        for (String verb : List.of("show", "replay")) {
            Desk.Outcome outcome = desk().run("drill", verb, "bad.journal");
            assertThat(outcome.code()).isEqualTo(65);
            assertThat(outcome.err()).contains("bad.journal").doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void aJournalThatWasCutOffNeverLooksLikeASuccess() throws IOException {
        desk().run("drill", "a-node-dies", "--no-prediction", "--out", "here");
        byte[] whole = journal("here", "a-node-dies-1");
        for (int part = 1; part < 20; part++) {
            Files.write(directory.resolve("cut.journal"), java.util.Arrays.copyOf(whole, whole.length * part / 20));
            assertThat(desk().run("drill", "replay", "cut.journal", "--out", "cut")
                            .code())
                    .as("%d twentieths", part)
                    .isNotZero();
        }
    }

    private static String firstLine(Desk.Outcome outcome) {
        return outcome.out().lines().findFirst().orElse("");
    }

    private byte[] journal(String folder, String run) throws IOException {
        return Files.readAllBytes(directory.resolve(folder).resolve(run + ".journal"));
    }

    private void write(String name, String content) throws IOException {
        Files.write(directory.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private Desk desk() {
        return new Desk(directory);
    }
}
