package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rackdrill.live.helper.Bench.linkDown;
import static org.rackdrill.live.helper.Bench.of;
import static org.rackdrill.live.helper.Bench.powerLoss;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

@Tag("long")
class StatesTest {

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void layOut() throws IOException {
        bench = new Bench(folder);
    }

    @AfterEach
    void tidy() {
        bench.close();
    }

    @Test
    void goesThroughAllStatesAndLeavesNothing() throws IOException {
        assertThat(bench.ask(Request.of("examine")
                                .with("fault", "node-power-loss")
                                .with("node", "node1"))
                        .body())
                .isEqualTo("power=on\n");
        done(powerLoss("arm", "r/s/1").with("lease", "60"));
        assertThat(bench.well()).isTrue();
        done(of("inject", "r/s/1"));
        assertThat(bench.well()).isFalse();
        assertThat(bench.ask(of("prove", "r/s/1")).body()).isEqualTo("false node1 is off\n");
        assertThat(bench.ask(of("disarm", "r/s/1")).why()).contains("undo it first");
        done(of("undo", "r/s/1"));
        assertThat(bench.ask(of("prove", "r/s/1")).body()).isEqualTo("true\n");
        done(of("disarm", "r/s/1"));

        assertThat(bench.ask(Request.of("armed")).body()).isEmpty();
        assertThat(bench.watches()).isEmpty();
        assertThat(Files.readString(bench.state().resolve("log")))
                .contains("RD1001")
                .contains("RD1002")
                .contains("RD1003")
                .doesNotContain("RD1004");
    }

    @Test
    void whatTheRackDoesNotSwitchIsRefusedAndNothingElseSwitchedInstead() {
        Request outage = Request.of("examine").with("fault", "mains-outage");

        assertThat(bench.ask(outage.with("site", "home")).done()).isTrue();
        refused(outage.with("site", "away"), "switches home, not away");
    }

    @Test
    void theTimerUndoesWithoutUs() {
        done(powerLoss("arm", "r/s/1").with("lease", "60"));
        done(of("inject", "r/s/1"));
        done(of("extend", "r/s/1").with("lease", "1"));

        await().atMost(Duration.ofSeconds(11)).until(bench::well);
        refused(of("inject", "r/s/1"), "taken back");
        refused(of("extend", "r/s/1").with("lease", "60"), "taken back");
        await().atMost(Duration.ofSeconds(5)).until(() -> bench.watches().isEmpty());
    }

    @Test
    void aLongerLeaseMovesTheTimer() {
        // Long enough for a slow machine to ask in between, and renewed for twice as long as the first one lasts.
        done(powerLoss("arm", "r/s/1").with("lease", "4"));
        done(of("inject", "r/s/1"));
        for (int i = 0; i < 10; i++) {
            done(of("extend", "r/s/1").with("lease", "4"));
            await().pollDelay(Duration.ofMillis(800)).until(() -> true);
            assertThat(bench.well()).as("after %d renewals", i + 1).isFalse();
        }
        await().atMost(Duration.ofSeconds(14)).until(bench::well);
    }

    @Test
    void nothingIsInjectedThatIsNotArmed() {
        refused(of("inject", "r/s/1"), "is not armed here");
        refused(powerLoss("inject", "r/s/1"), "is not armed here");
        done(powerLoss("arm", "r/s/1").with("lease", "60"));
        refused(of("inject", "r/s/1").with("run", "q"), "another run");
        done(of("undo", "r/s/1"));
        refused(of("inject", "r/s/1"), "taken back");
        done(of("disarm", "r/s/1"));
        refused(of("inject", "r/s/1"), "not armed");
        refused(powerLoss("arm", "r/s/1").with("lease", "60"), "is over");
        assertThat(bench.well()).isTrue();
    }

    @Test
    void anUndoThatCameBeforeItsArmingWins() {
        done(powerLoss("undo", "r/s/1"));

        refused(powerLoss("arm", "r/s/1").with("lease", "60"), "is over");
    }

    @Test
    void anotherRunIsRefusedUntilWhatIsBrokenIsMended() {
        done(linkDown("arm", "r/s/1").with("lease", "60"));
        refused(powerLoss("arm", "q/s/1").with("lease", "60"), "run r has link-down armed here");
        done(powerLoss("arm", "r/t/1").with("lease", "60"));
        done(of("inject", "r/s/1"));
        done(of("undo", "r/s/1"));
        done(of("disarm", "r/s/1"));
        done(of("disarm", "r/t/1"));

        done(powerLoss("arm", "q/s/1").with("lease", "60"));
    }

    @Test
    void whatIsStillBrokenAfterItsTimerRefusesAnotherRun() throws IOException {
        Files.createFile(folder.resolve("stuck"));
        done(linkDown("arm", "r/s/1").with("lease", "60"));
        done(of("inject", "r/s/1"));
        done(of("extend", "r/s/1").with("lease", "1"));
        await().atMost(Duration.ofSeconds(8))
                .until(() -> Files.readString(bench.state().resolve("log")).contains("RD1004"));
        refused(powerLoss("arm", "q/s/1").with("lease", "60"), "run r has link-down undoing here");

        // The timer goes on trying, and nobody has to tell it.
        Files.delete(folder.resolve("stuck"));
        await().atMost(Duration.ofSeconds(40)).until(bench::well);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> done(powerLoss("arm", "q/s/1").with("lease", "60")));
    }

    @Test
    void whatBreaksOnlyHalfIsTakenBackAtOnce() throws IOException {
        Files.createFile(folder.resolve("breaks"));
        done(powerLoss("arm", "r/s/1").with("lease", "60"));

        refused(of("inject", "r/s/1"), "ended with 7; taken back");
        assertThat(bench.well()).isTrue();
    }

    @Test
    void theWatchOutlivesWhoeverStartedIt() throws IOException, InterruptedException {
        String arm = powerLoss("arm", "r/s/1").with("lease", "2").line();
        ProcessBuilder builder = new ProcessBuilder(
                "setsid", "sh", "-c", "echo '" + arm + "' | perl " + bench.script() + "; echo over; exec sleep 60");
        builder.environment().putAll(bench.environment());
        builder.environment().keySet().removeAll(Set.of("SUDO_UID", "SSH_CONNECTION"));
        Process shell = builder.start();
        try (BufferedReader said = shell.inputReader()) {
            assertThat(said.lines().takeWhile(line -> !line.equals("over"))).contains("done");
            done(of("inject", "r/s/1"));
            // Its whole process group and session, as when a connection is cut.
            new ProcessBuilder("kill", "-9", "--", "-" + shell.pid()).start().waitFor();
        }

        await().atMost(Duration.ofSeconds(12)).until(bench::well);
    }

    @Test
    void undoIsTheSameFiveTimesFromEveryHalfDoneState() {
        for (String state : List.of("none", "armed", "injected", "undone", "disarmed")) {
            String hit = "r/" + state + "/1";
            if (!state.equals("none")) {
                done(powerLoss("arm", hit).with("lease", "60"));
            }
            if (state.equals("injected") || state.equals("undone")) {
                done(of("inject", hit));
            }
            if (state.equals("undone") || state.equals("disarmed")) {
                done(of("undo", hit));
            }
            if (state.equals("disarmed")) {
                done(of("disarm", hit));
            }
            for (int i = 0; i < 5; i++) {
                done(powerLoss("undo", hit));
                assertThat(bench.ask(powerLoss("prove", hit)).body()).isEqualTo("true\n");
                assertThat(bench.well()).isTrue();
            }
            done(powerLoss("disarm", hit));
        }
        assertThat(bench.watches()).isEmpty();
    }

    @Test
    void aRecordThatWasDamagedBlocksEverythingUntilItsFaultIsTakenBack() throws IOException {
        done(linkDown("arm", "r/s/1").with("lease", "60"));
        done(of("inject", "r/s/1"));
        Path record;
        try (Stream<Path> records = Files.list(bench.state().resolve("armed"))) {
            record = records.findAny().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(record);
        for (int cut = 0; cut < bytes.length; cut += 29) {
            Files.write(record, Arrays.copyOf(bytes, cut));
            refused(linkDown("arm", "q/s/1").with("lease", "60"), "cannot be read");
        }

        refused(of("undo", "r/s/1"), "say its fault");
        done(linkDown("undo", "r/s/1"));
        assertThat(bench.well()).isTrue();
        done(linkDown("disarm", "r/s/1"));
        done(powerLoss("arm", "q/s/1").with("lease", "60"));
    }

    @Test
    void whatComesBackByItselfIsDoneOnceAndEndedByOurOwnTimer() {
        Request dip = Request.of("inject")
                .with("fault", "mains-dip")
                .with("hit", "r/s/1")
                .with("run", "r")
                .with("lasts", "1");
        done(dip);
        assertThat(bench.well()).isFalse();

        await().atMost(Duration.ofSeconds(8)).until(bench::well);
        assertThat(bench.ask(dip).body()).isEqualTo("already\n");
        assertThat(bench.well()).isTrue();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> bench.ask(Request.of("armed")).body().isEmpty());
    }

    @Test
    void whatComesBackByItselfLeavesNothingWhenTheNextStartIsFasterThanItsTimer() {
        Request dip = Request.of("inject")
                .with("fault", "mains-dip")
                .with("hit", "r/s/1")
                .with("run", "r")
                .with("lasts", "60");
        done(dip);
        done(of("undo", "r/s/1"));

        assertThat(bench.ask(of("prove", "r/s/1")).body()).isEqualTo("true\n");
        assertThat(bench.ask(Request.of("armed")).body()).isEmpty();
        assertThat(bench.ask(dip).body()).isEqualTo("already\n");
    }

    @Test
    void twoThatInjectAtOnceDoItOnce() {
        done(powerLoss("arm", "r/s/1").with("lease", "60"));

        List<Reply> replies = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> bench.ask(of("inject", "r/s/1")))
                .toList();

        assertThat(replies).allMatch(Reply::done);
        assertThat(replies)
                .filteredOn(reply -> reply.body().startsWith("left="))
                .hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotComeIsUnknownAndItsFaultIsTakenBack() throws IOException {
        Files.writeString(folder.resolve("slow"), "30");
        done(powerLoss("arm", "r/s/1").with("lease", "2"));

        Reply reply = bench.host.ask(of("inject", "r/s/1"), Duration.ofMillis(500));

        assertThat(reply.kind()).isEqualTo(Reply.Kind.UNKNOWN);
        await().atMost(Duration.ofSeconds(12))
                .until(() -> bench.ask(Request.of("armed")).body().contains("state=undone proven=1"));
        assertThat(bench.well()).isTrue();
    }

    private void done(Request request) {
        Reply reply = bench.ask(request);
        assertThat(reply.done()).as("%s: %s", request.line(), reply.why()).isTrue();
    }

    private void refused(Request request, String why) {
        Reply reply = bench.ask(request);
        assertThat(reply.kind()).as(request.line()).isEqualTo(Reply.Kind.REFUSED);
        assertThat(reply.why()).contains(why);
    }
}
