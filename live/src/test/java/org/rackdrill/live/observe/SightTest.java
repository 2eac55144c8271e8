package org.rackdrill.live.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.recorded.Recorded;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.LabReader;

class SightTest {
    private static final Duration WITHIN = Duration.ofSeconds(2);
    private static final PoolRef TANK = new PoolRef("node1", "tank");
    private static final Target.Copy COPY = new Target.Copy("db", new PoolRef("node2", "tank"));

    /** When the recorded snapshots were made, and 12 s later. */
    private static final Instant NOW = Instant.ofEpochSecond(1_795_706_984L + 12);

    private final RecordedHosts hosts = new RecordedHosts();

    @AfterEach
    void end() {
        hosts.end();
    }

    private static Lab sandbox() {
        try {
            byte[] yaml = Files.readAllBytes(Path.of("../scenarios/labs/sandbox.yaml"));
            return new LabReader(Catalogue.load())
                    .read("sandbox.yaml", yaml)
                    .lab()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Sight sight =
            new Sight(sandbox(), hosts, Witness.NOBODY, Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));

    private Observation see(Probe probe) {
        return sight.see(probe, WITHIN);
    }

    private static Observation yes(String value) {
        return new Observation(Truth.TRUE, value, "");
    }

    private static Observation no(String value) {
        return new Observation(Truth.FALSE, value, "");
    }

    private static String cluster(String file) {
        return Recorded.text(file).replaceAll("\\b(n)([123])\\b", "node$2");
    }

    @Test
    void aNodeThatAnswersIsUp() {
        hosts.says("node1", "identity", "host=node1\n");

        assertThat(see(new Probe.Up(new Target.Node("node1")))).isEqualTo(yes("answers"));
    }

    @Test
    void aNodeThatAnswersNeitherUsNorItsNeighboursIsDown() {
        hosts.says("node2", "port", "open=no\nsaid=\n");

        assertThat(see(new Probe.Up(new Target.Node("node1")))).isEqualTo(no("answers neither us nor node2"));
    }

    @Test
    void aNodeThatAnswersItsNeighbourIsUpAlthoughWeDoNotReachIt() {
        hosts.says("node2", "port", "open=yes\nsaid=SSH-2.0-OpenSSH_9.2\n");

        assertThat(see(new Probe.Up(new Target.Node("node1")))).isEqualTo(yes("answers node2"));
    }

    @Test
    void aHungNodeWhoseKernelStillAnswersIsDown() {
        hosts.says("node3", "port", "open=yes\nsaid=\n");

        assertThat(see(new Probe.Up(new Target.Node("node1"))).truth()).isEqualTo(Truth.FALSE);
    }

    @Test
    void aNodeThatNobodyCouldLookAtIsUnknownUnlessItHasNoPower() {
        Probe probe = new Probe.Up(new Target.Node("node4"));
        hosts.says("node1", "port", "open=no\n");
        Witness rack = target -> target.text().equals("node4") ? Truth.FALSE : Truth.UNKNOWN;
        Sight witnessed = new Sight(sandbox(), hosts, rack, Optional.empty(), Clock.systemUTC());

        assertThat(see(probe).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(witnessed.see(probe, WITHIN)).isEqualTo(no("has no power"));
    }

    @Test
    void poolsAreAskedInJsonAndThenInText() {
        hosts.says("node1", "zpool-status-json", request -> Reply.unknown("invalid option 'j'"))
                .says("node1", "zpool-status", Recorded.text("zfsfuse-degraded-unavail.txt"));

        assertThat(see(new Probe.Redundant(new Target.Pool(TANK)))).isEqualTo(no("ONLINE, /root/d/d1 UNAVAIL"));
        assertThat(see(new Probe.Up(new Target.Pool(TANK))).truth()).isEqualTo(Truth.TRUE);
        hosts.says("node1", "zpool-status-json", request -> {
            throw new AssertionError("it was told that this ZFS has none");
        });
        assertThat(see(new Probe.Intact(new Target.Pool(TANK))).truth()).isEqualTo(Truth.TRUE);
    }

    @Test
    void poolsThatSpeakJsonAreReadInIt() {
        hosts.says("node1", "zpool-status-json", Recorded.text("shape-openzfs-2.3-online.json"));

        assertThat(see(new Probe.Redundant(new Target.Pool(TANK)))).isEqualTo(yes("ONLINE"));
    }

    @Test
    void aPoolIsAsFullAsAWriterFindsIt() {
        hosts.says("node1", "zfs-get", Recorded.text("zfsfuse-get-pool.txt"));

        assertThat(see(new Probe.Used(new Target.Pool(TANK), new Share(0.5)))).isEqualTo(yes("38 %"));
        assertThat(see(new Probe.Used(new Target.Pool(TANK), new Share(0.3)))).isEqualTo(no("38 %"));
    }

    @Test
    void aCopyIsAsOldAsTheNewestSnapshotThatItShares() {
        hosts.says("node1", "zfs-list", Recorded.text("zfsfuse-get.txt"))
                .says("node2", "zfs-list", Recorded.text("zfsfuse-get.txt").replace("bk/db", "tank/copies/db"));

        assertThat(see(new Probe.Fresh(COPY, Duration.ofSeconds(60)))).isEqualTo(yes("12 s old"));
        assertThat(see(new Probe.Fresh(COPY, Duration.ofSeconds(10)))).isEqualTo(no("12 s old"));
    }

    @Test
    void aCopyOfAnOriginalThatIsLostIsJudgedByWhatTheOriginalHad() {
        hosts.says("node1", "zfs-list", Recorded.text("zfsfuse-get.txt"))
                .says("node2", "zfs-list", Recorded.text("zfsfuse-get.txt").replace("bk/db", "tank/copies/db"));
        see(new Probe.Fresh(COPY, Duration.ofSeconds(60)));
        hosts.says("node1", "zfs-list", request -> Reply.unknown("node1: no answer"));

        assertThat(see(new Probe.Fresh(COPY, Duration.ofSeconds(60))))
                .isEqualTo(yes("12 s old, as the original was last seen"));
    }

    @Test
    void aCopyThatSharesNothingIsNotFreshHoweverNewItIs() {
        hosts.says("node1", "zfs-list", Recorded.text("zfsfuse-get.txt"))
                .says("node2", "zfs-list", "tank/copies/db@own\tguid\t5\ntank/copies/db@own\tcreation\t1795706990\n");

        assertThat(see(new Probe.Fresh(COPY, Duration.ofSeconds(60))))
                .isEqualTo(no("no snapshot in common with the original"));
    }

    @Test
    void aCopyWhoseHostIsSilentIsUnknown() {
        hosts.says("node1", "zfs-list", Recorded.text("zfsfuse-get.txt"));

        assertThat(see(new Probe.Fresh(COPY, Duration.ofSeconds(60))).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aMajorityIsFoundWhereverItIs() {
        hosts.says("node1", "quorum", Recorded.text("quorum-none.txt"))
                .says("node2", "quorum", Recorded.text("quorum-two.txt"));

        assertThat(see(new Probe.Quorate(new Target.Cluster("ha")))).isEqualTo(yes("2 of 3 votes"));
    }

    @Test
    void aLonelyMemberCannotTellWhatTheOthersDecide() {
        hosts.says("node1", "quorum", Recorded.text("quorum-none.txt"));

        assertThat(see(new Probe.Quorate(new Target.Cluster("ha"))).truth()).isEqualTo(Truth.UNKNOWN);
        hosts.says("node2", "quorum", Recorded.text("quorum-none.txt"));
        assertThat(see(new Probe.Quorate(new Target.Cluster("ha")))).isEqualTo(no("1 of 3 votes"));
    }

    @Test
    void theClusterSaysWhereAServiceRuns() {
        hosts.says("node1", "crm-mon", cluster("crm-healthy.xml"));

        assertThat(see(new Probe.RunsOn(new Target.Service("web"), "node1")).truth())
                .isEqualTo(Truth.TRUE);
        assertThat(see(new Probe.RunsOn(new Target.Service("web"), "node2"))).isEqualTo(no("on node1"));
        assertThat(see(new Probe.RunsOnce(new Target.Service("web")))).isEqualTo(yes("on node1"));
        assertThat(sight.whereabouts().running("web", WITHIN).targets()).containsExactly(new Target.Node("node1"));
        assertThat(sight.whereabouts().master("ha", WITHIN).targets()).containsExactly(new Target.Node("node2"));
    }

    @Test
    void aLostMemberThatNobodyHasFencedMayRunItTwice() {
        hosts.says("node1", "crm-mon", cluster("crm-one-lost.xml"));

        assertThat(see(new Probe.RunsOnce(new Target.Service("web"))).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aServiceIsCalledByANodeThatDoesNotRunIt() {
        hosts.says("node1", "crm-mon", cluster("crm-healthy.xml"))
                .says("node1", "http", request -> Reply.done("status=200\nseconds=0.001\n"))
                .says("node2", "http", "status=0\nseconds=1.0\n");

        assertThat(see(new Probe.Up(new Target.Service("web")))).isEqualTo(no("does not answer"));
    }

    @Test
    void aServiceAnswersInTimeOrNot() {
        hosts.says("node1", "dns", "answered=yes\ncode=0\nanswers=1\nseconds=0.25\n");
        Target.Service dns = new Target.Service("dns");

        assertThat(see(new Probe.Answers(dns, Duration.ofSeconds(1)))).isEqualTo(yes("250 ms"));
        assertThat(see(new Probe.Answers(dns, Duration.ofMillis(200)))).isEqualTo(no("250 ms"));
    }

    @Test
    void theNextOneCallsWhenTheFirstCannot() {
        hosts.says("node2", "dns", "answered=yes\ncode=3\nanswers=0\nseconds=0.01\n");

        assertThat(see(new Probe.Up(new Target.Service("dns")))).isEqualTo(no("does not know the name"));
    }

    @Test
    void aDatabaseIsUpWhenItAnswersAQuestion() {
        hosts.says("node2", "port", "open=yes\nseconds=0.01\n")
                .says("node1", "postgres", request -> Reply.done("answers=no\nwhy=starting up\nseconds=0.02\n"));
        Probe up = new Probe.Up(new Target.Service("db"));

        assertThat(see(up)).isEqualTo(no("answers no question"));
        hosts.says("node1", "postgres", "answers=yes\nseconds=0.02\nrows=12\ngaps=0\nbad=0\n");
        assertThat(see(up)).isEqualTo(yes("answers on node1"));
    }

    @Test
    void dataAreIntactRowByRow() {
        hosts.says(
                        "node1",
                        "unit",
                        Recorded.text("systemd-show.txt")
                                .replaceAll("(?s).*Id=ssh", "Id=ssh")
                                .replaceAll("(?s)\n\n.*", "\n"))
                .says("node1", "postgres", "answers=yes\nrows=12\ngaps=0\nbad=1\n");

        assertThat(see(new Probe.Intact(new Target.Dataset("db")))).isEqualTo(no("12 rows, 0 missing, 1 wrong"));
    }

    @Test
    void dataAreIntactFileByFile() {
        hosts.says("node1", "files", "files=300\nwrong=0\n");
        assertThat(see(new Probe.Intact(new Target.Dataset("files")))).isEqualTo(yes("300 files, 0 wrong"));
        hosts.says("node1", "files", "trouble=its MANIFEST.sha256 is gone\n");
        assertThat(see(new Probe.Intact(new Target.Dataset("files")))).isEqualTo(no("its MANIFEST.sha256 is gone"));
    }

    @Test
    void filesAreServedWhereTheyAreMounted() {
        Probe up = new Probe.Up(new Target.Service("files"));
        hosts.says("node1", "zfs-get", "tank/files\tmounted\tyes\n");
        assertThat(see(up)).isEqualTo(yes("on node1"));
        hosts.says("node1", "zfs-get", "tank/files\tmounted\tno\n");
        assertThat(see(up)).isEqualTo(no("its data are not mounted"));
        hosts.says("node1", "zfs-get", request -> Reply.unknown("node1: no answer"));
        assertThat(see(up).truth()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void aClockIsComparedWithOurs() {
        hosts.says("node1", "clock", "epoch=%d.500000000%n".formatted(NOW.getEpochSecond() + 3));
        Target.Node node = new Target.Node("node1");

        assertThat(see(new Probe.ClockRight(node, Duration.ofSeconds(5)))).isEqualTo(yes("off by 3.5 s ± 0 ms"));
        assertThat(see(new Probe.ClockRight(node, Duration.ofSeconds(1)))).isEqualTo(no("off by 3.5 s ± 0 ms"));
    }

    @Test
    void memoryIsAShare() {
        hosts.says("node1", "memory", "available=250\ntotal=1000\n");
        Target.Node node = new Target.Node("node1");

        assertThat(see(new Probe.MemoryFree(node, new Share(0.2)))).isEqualTo(yes("25 % free"));
    }

    @Test
    void aNodeReachesAnother() {
        hosts.says("node1", "ping", "1 packets transmitted, 1 received, 0% packet loss\n");
        assertThat(see(new Probe.Reaches(new Target.Node("node1"), "node2")).truth())
                .isEqualTo(Truth.TRUE);
        hosts.says("node1", "ping", "1 packets transmitted, 0 received, 100% packet loss\n");
        assertThat(see(new Probe.Reaches(new Target.Node("node1"), "node2")).truth())
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void aSwitchWorksWhenSomethingComesThroughIt() {
        hosts.says("node1", "ping", "1 packets transmitted, 1 received, 0% packet loss\n");
        assertThat(see(new Probe.Up(new Target.Box("sw1")))).isEqualTo(yes("node1 reaches node2"));
        hosts.says("node1", "ping", "1 packets transmitted, 0 received, 100% packet loss\n");
        assertThat(see(new Probe.Up(new Target.Box("sw1"))).truth()).isEqualTo(Truth.UNKNOWN);
        hosts.says("node3", "identity", "host=node3\n");
        assertThat(see(new Probe.Up(new Target.Box("sw1"))).truth()).isEqualTo(Truth.FALSE);
    }

    @Test
    void aHostThatHangsDelaysNobody() {
        hosts.hangs("node1").says("node2", "memory", "available=1\ntotal=2\n");
        Probe hung = new Probe.MemoryFree(new Target.Node("node1"), new Share(0.1));
        Probe other = new Probe.MemoryFree(new Target.Node("node2"), new Share(0.1));

        assertThat(sight.see(hung, Duration.ofMillis(100)).truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(sight.see(other, WITHIN).truth()).isEqualTo(Truth.TRUE);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            long start = System.nanoTime();
            assertThat(sight.see(hung, WITHIN).why()).contains("has not answered the last look yet");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        });
    }

    @Test
    void aPictureSaysWhatIsGoingOn() {
        for (String node : List.of("node1", "node2", "node3", "node4")) {
            hosts.says(node, "work", node.equals("node2") ? "sync\n" : "")
                    .says(node, "zpool-status", Recorded.text("zfsfuse-online.txt"))
                    .says(node, "crm-mon", cluster("crm-healthy.xml"));
        }
        Picture idle = sight.picture(WITHIN);
        hosts.says("node1", "zpool-status", Recorded.text("zfsfuse-scrubbing.txt"));
        Picture scrubs = sight.picture(WITHIN);

        assertThat(idle.unseen()).isEmpty();
        assertThat(idle.busy(Calendar.Busy.SCRUB)).isEqualTo(Truth.FALSE);
        assertThat(idle.busy(Calendar.Busy.SYNC)).isEqualTo(Truth.TRUE);
        assertThat(idle.busy(Calendar.Busy.BACKUP)).isEqualTo(Truth.FALSE);
        assertThat(Objects.requireNonNull(idle.clusters().get("ha")).quorate()).isEqualTo(Truth.TRUE);
        assertThat(scrubs.busy(Calendar.Busy.SCRUB)).isEqualTo(Truth.TRUE);
        assertThat(Objects.requireNonNull(scrubs.pools().get(TANK)).scan().scrubs())
                .isTrue();
    }

    @Test
    void whatWasNotSeenIsNotCalledIdle() {
        assertThat(sight.picture(WITHIN).busy(Calendar.Busy.SCRUB)).isEqualTo(Truth.UNKNOWN);
    }
}
