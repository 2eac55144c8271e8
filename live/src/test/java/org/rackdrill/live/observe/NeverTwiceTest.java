package org.rackdrill.live.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Reply;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;

/** Whether the database of the sandbox runs twice, and did in the last ten minutes, as its two nodes say. */
class NeverTwiceTest {
    private static final String WANTED = "multi-user.target";

    /** It is installed on two of its three candidates. */
    private final RecordedHosts hosts = new RecordedHosts()
            .says("node4", "unit", "Id=rackdrill-db.service\nLoadState=not-found\n" + unit(0, 0, ""));

    @Test
    void oneAfterTheOtherIsOneAtATime() throws Exception {
        hosts.says("node1", "unit", unit(2000, 300, WANTED)).says("node2", "unit", unit(280, 0, WANTED));
        assertThat(seen().truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void whoeverStillStopsMayStillRun() throws Exception {
        hosts.says("node1", "unit", unit(2000, 0, WANTED)).says("node2", "unit", unit(280, 0, WANTED));
        assertThat(seen().why()).isEqualTo("it may have run on node1 and node2");
    }

    @Test
    void noMemoryIsNoProof() throws Exception {
        hosts.says("node1", "unit", unit(0, 0, "")).says("node2", "unit", unit(280, 0, WANTED));
        assertThat(seen().truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(seen().why()).contains("on node1, so that its systemd forgets when it ran");
    }

    @Test
    void whoeverAnswersSlowlySpeaksOfAnyMomentMeanwhile() throws Exception {
        hosts.says("node1", "unit", unit(280, 0, WANTED))
                .says("node2", "unit", request -> slow(300, unit(2000, 280.1, WANTED)));
        assertThat(seen().why()).isEqualTo("it may have run on node1 and node2");
    }

    @Test
    void isAskedAgainUntilItAnswersFastEnough() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        hosts.says("node1", "unit", unit(280, 0, WANTED))
                .says(
                        "node2",
                        "unit",
                        request -> slow(asked.getAndIncrement() < 2 ? 900 : 0, unit(2000, 280.6, WANTED)));
        assertThat(seen().truth()).isEqualTo(Truth.TRUE);
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatWasOnBeforeItsNodeStartedMayHaveRunTillThen() throws Exception {
        hosts.says(
                        "node1",
                        "unit",
                        unit(2000, 0, WANTED).replace("StartMonotonic=1000000", "StartMonotonic=4700000000"))
                .says("node2", "unit", unit(290, 0, WANTED));
        assertThat(seen().truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void whatTheJournalTellsOfTheTimeBeforeAStartIsKnown() throws Exception {
        hosts.says("node1", "unit", unit(290, 0, WANTED).replace("StartMonotonic=1000000", "StartMonotonic=4700000000"))
                .says("node1", "unit-past", "boot 9000000000 305000000\n")
                .says("node2", "unit", unit(480, 400, WANTED));
        assertThat(seen().truth()).isEqualTo(Truth.TRUE);
        hosts.says("node1", "unit-past", "boot 9000000000 305000000\nrun 9000000000 450000000\n");
        assertThat(seen().truth()).isEqualTo(Truth.UNKNOWN);
    }

    private static Reply slow(long millis, String says) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.done(says);
    }

    @Test
    void whatMovedBetweenTwoAnswersIsNotSeenTwice() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        hosts.says("node1", "unit", request -> Reply.done(state(asked.getAndIncrement() == 0 ? "active" : "inactive")))
                .says("node2", "unit", state("active"));
        assertThat(runsOnce().truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(runsOnce()).isEqualTo(new Observation(Truth.TRUE, "on node2", ""));
    }

    @Test
    void whatStillRunsTwiceWhenAllHaveAnsweredDoesSo() throws Exception {
        hosts.says("node1", "unit", state("active")).says("node2", "unit", state("active"));
        assertThat(runsOnce()).isEqualTo(new Observation(Truth.FALSE, "on node1, node2", ""));
    }

    private static String state(String active) {
        return "Id=rackdrill-db.service\nLoadState=loaded\nActiveState=" + active + "\nSubState="
                + (active.equals("active") ? "running" : "dead") + "\n";
    }

    private Observation runsOnce() throws Exception {
        return sight().see(new Probe.RunsOnce(new Target.Service("db")), Duration.ofSeconds(10));
    }

    private Observation seen() throws Exception {
        return sight().neverTwice("db", Duration.ofMinutes(10), Duration.ofSeconds(10));
    }

    private Sight sight() throws Exception {
        Lab lab = new LabReader(Catalogue.load())
                .read("sandbox.yaml", Files.readAllBytes(Path.of("../scenarios/labs/sandbox.yaml")))
                .lab()
                .orElseThrow();
        return new Sight(lab, hosts, Witness.NOBODY, Optional.empty(), Clock.systemUTC());
    }

    /** What a helper says of a unit that was begun and ended so many seconds ago; 0 for never. */
    private static String unit(double began, double ended, String wantedBy) {
        return "Id=rackdrill-db.service\nInactiveExitTimestampMonotonic=" + micros(began)
                + "\nInactiveEnterTimestampMonotonic=" + micros(ended) + "\nWantedBy=" + wantedBy
                + "\nRequiredBy=\nNowMonotonic=5000000000\nStartMonotonic=1000000\n";
    }

    private static long micros(double ago) {
        return ago == 0 ? 0 : 5_000_000_000L - (long) (ago * 1_000_000);
    }
}
