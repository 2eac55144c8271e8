package org.rackdrill.reports.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.reports.DrillReport;

/** What the page about a run tells, and what it never does. */
class DrillPageTest {
    private static final Map<String, Replay> RUNS = Runs.all();

    static Stream<String> runs() {
        return RUNS.keySet().stream();
    }

    static Stream<String> leftBroken() {
        return RUNS.entrySet().stream()
                .filter(run -> run.getValue().outcome().verdict() == Verdict.UNDO_FAILED)
                .filter(run -> !run.getValue().opened().orElseThrow().world().equals(WorldKind.SIM))
                .map(Map.Entry::getKey);
    }

    @Test
    void theFirstScreenAnswers() {
        assertThat(text("drill-failed"))
                .contains("The node that runs Home Assistant dies · v1 · 26 November 2026, 14:00")
                .contains("✗ failed on the real machines")
                .contains("What it was to show: Home Assistant comes back on the other node in less than five minutes")
                .contains("Broken on purpose node1 the node loses its power at once")
                .contains("Promises kept 4 of 6 two broken")
                .contains("Put right again Yes each fault was seen to be gone")
                .contains("Foretold by the simulator One surprise");
    }

    @Test
    void whatWasPromisedForetoldAndSeenStandsSideBySide() {
        assertThat(text("drill-failed"))
                .contains(
                        "The simulator did this drill 400 times before; only those 392 count in which all was well before.")
                .contains("home-assistant recovers within 5 min ✗ broken after 7 min 20 s kept in 97 of 100 (95 to 98) "
                        + "2 min 7 s (70 s to 4 min 48 s)");
    }

    @Test
    void whatNobodyForetoldIsNotCompared() {
        assertThat(text("drill-unverified"))
                .contains("Nobody asked the simulator before, so there is nothing to compare with.")
                .doesNotContain("kept in");
    }

    @Test
    void theSimulatorIsNeverTakenForTheMachines() {
        assertThat(text("drill-sim"))
                .contains("in the simulator: no real machine was touched")
                .contains("In the simulator, it worked")
                .contains("This was the simulator: it shows what follows from the lab file, not what the machines do.");
        assertThat(text("drill-passed")).doesNotContain("In the simulator", "in the simulator");
    }

    @ParameterizedTest
    @MethodSource("leftBroken")
    void whatMayBeBrokenSaysWhatToDo(String run) {
        assertThat(text(run)).contains("What to do now Run rackdrill reconcile . It undoes what may be left");
        assertThat(text(run)).contains("! look now").contains("Put right again Not proven somebody has to look");
    }

    @Test
    void aTimerThatStayedBehindIsNoHarmAndIsToBeRemoved() {
        assertThat(text("drill-timer-left"))
                .contains("? not tidied up")
                .contains(
                        "Nothing is broken. At node1 a timer may be left that would undo once more what is undone: run "
                                + "rackdrill reconcile , which removes it.")
                .contains("? gone, and seen to be; its timer may still be there");
    }

    @Test
    void eachHitThatMayBeThereIsNamed() {
        assertThat(text("drill-left-open"))
                .contains(
                        "Look at node1 (the node loses its power at once): may still be there: nothing says that it was "
                                + "undone. By hand it is put right like this: power is switched on. The hit is called "
                                + "2026-11-26-1400/power-loss/1");
    }

    @Test
    void nobodyIsSentToAMachineThatWasOnlySimulated() {
        assertThat(text("drill-undo-failed"))
                .contains("Nothing: this was the simulator, and no real machine is broken.")
                .doesNotContain("rackdrill reconcile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drill-passed", "drill-failed", "drill-interrupted", "drill-refused"})
    void whatIsPutRightSendsNobodyAnywhere(String run) {
        assertThat(text(run)).doesNotContain("What to do now", "rackdrill reconcile");
    }

    @Test
    void everyThingHasALane() {
        List<String> lanes = matches("<svg class=\"lane\" role=\"img\"><title>([^<]*)</title>", page("drill-passed"));

        assertThat(lanes.stream().map(lane -> lane.replace('\u00a0', ' ')))
                .containsExactly(
                        "node1: the node loses its power at once; done 0 s after the first fault; gone, and seen to be",
                        "home-assistant: works for 60 s, then is down for 100 s, then works for 27 min 20 s, then works for 0 s",
                        "pve: has its majority for 30 min, then has its majority for 0 s",
                        "ups1: is charged at least 90 % for 30 min, then is charged at least 90 % for 0 s",
                        "home-assistant: runs only once for 30 min",
                        "node1: has no alarm for 70 s, then has an alarm for 19 min 50 s, then has no alarm for 8 min");
    }

    @Test
    void aLaneIsToldByShapeAsWellAsByColour() {
        String page = page("drill-photos");

        assertThat(page).contains("class=\"up\"", "class=\"down\"", "class=\"stripes unknown\"", "class=\"other\"");
        assertThat(matches("class=\"up\"[^>]* height=\"([0-9]+)\"", page)).containsOnly("4");
        assertThat(matches("class=\"down\"[^>]* height=\"([0-9]+)\"", page)).containsOnly("14");
    }

    @Test
    void operationsAndGatesHaveLanesToo() {
        assertThat(text("drill-photos"))
                .contains("database failover of immich-db", "back-online waits until node1 works");
    }

    @Test
    void whatWasNeverDoneIsDrawnAsPlanned() {
        assertThat(page("drill-many")).contains(">planned</title>");
        assertThat(text("drill-not-steady")).contains("node1 the node loses its power at once never");
    }

    @Test
    void whatIsBrokenForGoodIsNotCalledPutRight() {
        assertThat(text("drill-for-good"))
                .contains("What was broken for good, as the drill wanted, stays so: immich")
                .contains("Put right again Not all something was broken for good, as the drill wanted")
                .contains("– there for good, as the drill wanted")
                .doesNotContain("put right, and seen to be right");
    }

    @Test
    void ofAStepThatHitsManyEachOneThatWasNeverDoneIsNamed() {
        Replay run = Optional.ofNullable(RUNS.get("drill-for-good")).orElseThrow();
        long planned = run.plan().orElseThrow().hits().size();
        long never = matches("(– never done)", page("drill-for-good")).size();

        assertThat(run.hits()).hasSizeBetween(2, (int) planned - 1);
        assertThat(never).isEqualTo(planned - run.hits().size());
    }

    @Test
    void thingsThatWereAlwaysWellAreFoldedWhenThereAreMany() {
        assertThat(text("drill-many"))
                .contains("And 38 more that were seen to be so all the time")
                .contains("38 promises were kept")
                .contains("38 were well");
    }

    @Test
    void whatWasKeptInARunThatEndedEarlyWasKeptSoFar() {
        assertThat(text("drill-interrupted"))
                .contains("✓ kept so far")
                .contains("The run ended early, and what was kept was kept until then.")
                .doesNotContain("✓ kept after");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whatNobodySawNeverLooksGood(String run) {
        assertThat(page(run)).doesNotContainPattern("class=\"ok\">[^<]*(not seen|never|may)");
        long marked = matches("class=\"(?:ok|no|maybe|soft)\">([✓✗?–]) [^<]*<", page(run)).stream()
                .filter("✓"::equals)
                .count();
        assertThat(matches("class=\"ok\">(✓) ", page(run))).hasSize((int) marked);
    }

    @Test
    void theFootSaysWhereItComesFromAndHowToDrawItAgain() {
        assertThat(text("drill-failed"))
                .contains("Run 2026-11-26-1400", "World live", "Its hash sha256:5f2c0e9a71", "Exit code 1")
                .contains("Journal runs/a.journal")
                .contains("Draw this report again rackdrill drill replay runs/a.journal");
    }

    @Test
    void aStrangeFileNameStaysOneWordOfTheCommand() {
        String page = page(RUNS.get("drill-passed"), "my runs/it's.journal; rm -rf");

        assertThat(textOf(page)).contains("rackdrill drill replay 'my runs/it'\\''s.journal; rm -rf'");
    }

    @Test
    void namesNeverBecomeMarkup() {
        assertThat(page("drill-hostile"))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script", "alert('x')", "\u001b", "\u0007", "\u202e");
    }

    @Test
    void theSameRunGivesTheSameFiles() {
        Map<String, byte[]> once = DrillReport.files(Runs.passed(WorldKind.LIVE), "0.1.0", "a");
        Map<String, byte[]> again = DrillReport.files(Runs.passed(WorldKind.LIVE), "0.1.0", "a");

        assertThat(once.keySet()).containsExactly("drill.html", "drill.json", "junit.xml");
        once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
    }

    private static String page(String run) {
        return page(RUNS.get(run), "runs/a.journal");
    }

    private static String page(@org.jspecify.annotations.Nullable Replay run, String journal) {
        byte[] html = DrillReport.files(Optional.ofNullable(run).orElseThrow(), "0.1.0", journal)
                .get(DrillReport.HTML);
        return new String(Optional.ofNullable(html).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String text(String run) {
        return textOf(page(run));
    }

    private static String textOf(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<title>[^<]*</title>", " ")
                .replaceAll("</?(bdi|a|b)\\b[^>]*>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }

    private static List<String> matches(String pattern, String page) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }
}
