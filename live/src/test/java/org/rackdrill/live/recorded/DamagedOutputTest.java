package org.rackdrill.live.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.cluster.CrmMon;
import org.rackdrill.live.cluster.Proxmox;
import org.rackdrill.live.cluster.Votes;
import org.rackdrill.live.nut.NutLines;
import org.rackdrill.live.systemd.UnitStatus;
import org.rackdrill.live.zfs.Monitor;
import org.rackdrill.live.zfs.PoolSize;
import org.rackdrill.live.zfs.PoolStatus;
import org.rackdrill.live.zfs.Properties;
import org.rackdrill.live.zfs.Snapshot;

/**
 * No reader throws, hangs or turns bad into good, however its input was damaged. Sentences that damage has made into other
 * true sentences, such as a charge of 12 into one of 92, nobody can tell; the readers only keep that from happening by
 * loss.
 */
@Tag("long")
class DamagedOutputTest {
    private static final int MUTATIONS = 2000;
    private static final int FLOOD = 16 << 20;

    /** The number of the snapshot that both datasets of the recording have. */
    private static final BigInteger COMMON = new BigInteger("10254488502224444852");

    /** One question to a recorded output, and whether the answer is a good one. */
    private record Case(String file, String question, Predicate<String> good) {
        @Override
        public String toString() {
            return question + " in " + file;
        }
    }

    private static final Predicate<String> REDUNDANT = text -> status(text).redundant() == Truth.TRUE;
    private static final Predicate<String> WORKS = text -> status(text).works() == Truth.TRUE;
    private static final Predicate<String> INTACT = text -> status(text).intact() == Truth.TRUE;
    private static final Predicate<String> QUORATE = text -> CrmMon.read(text).quorate() == Truth.TRUE;
    private static final Predicate<String> WEB = text -> CrmMon.read(text).runs("web") == Truth.TRUE;
    private static final Predicate<String> ALL_READY = text -> {
        var members = CrmMon.read(text).members();
        return members.size() == 3 && members.stream().allMatch(member -> member.ready());
    };

    static Stream<Case> bad() {
        return Stream.of(
                new Case("zfsfuse-degraded-offline.txt", "redundant", REDUNDANT),
                new Case("zfsfuse-degraded-unavail.txt", "redundant", REDUNDANT),
                new Case("zfsfuse-resilvering.txt", "redundant", REDUNDANT),
                new Case("zfsfuse-suspended.txt", "works", WORKS),
                new Case("zfsfuse-suspended.txt", "redundant", REDUNDANT),
                new Case("zfsfuse-permanent-errors.txt", "intact", INTACT),
                new Case("zfsfuse-permanent-errors-v.txt", "intact", INTACT),
                new Case("zfsfuse-two-pools.txt", "redundant", REDUNDANT),
                new Case("zfsfuse-two-pools.txt", "intact", INTACT),
                new Case("zfsfuse-nosuch.txt", "works", WORKS),
                new Case("shape-openzfs-2.1-degraded.txt", "redundant", REDUNDANT),
                new Case("shape-openzfs-2.1-resilvering.txt", "redundant", REDUNDANT),
                new Case("shape-openzfs-2.1-suspended.txt", "works", WORKS),
                new Case("shape-openzfs-2.3-degraded.json", "redundant", REDUNDANT),
                new Case("shape-openzfs-2.3-resilvering.json", "redundant", REDUNDANT),
                new Case("shape-openzfs-2.3-suspended.json", "works", WORKS),
                new Case("crm-no-quorum.xml", "quorate", QUORATE),
                new Case("crm-no-quorum.xml", "runs", WEB),
                new Case("crm-not-running.xml", "quorate", QUORATE),
                new Case("crm-one-lost.xml", "all ready", ALL_READY),
                new Case("crm-standby.xml", "all ready", ALL_READY),
                new Case("quorum-none.txt", "quorate", text -> Votes.read(text).quorate() == Truth.TRUE),
                new Case(
                        "shape-pve-cluster-no-quorum.json",
                        "quorate",
                        text -> Proxmox.read(text, "").quorate() == Truth.TRUE),
                new Case(
                        "shape-pve-ha.json",
                        "runs",
                        text -> Proxmox.read(Recorded.text("shape-pve-cluster.json"), text)
                                        .runs("ct:102")
                                == Truth.TRUE),
                new Case("systemd-failed.txt", "works", DamagedOutputTest::works),
                new Case("nut-stale.txt", "on mains", NutLines::onMains),
                new Case("nut-battery.txt", "on mains", NutLines::onMains),
                new Case("nut-low.txt", "on mains", NutLines::onMains),
                new Case("sanoid-health-degraded.txt", "ok", text -> ok("= health 1\n" + text)),
                new Case("sanoid-snapshots.txt", "ok", text -> ok("= snapshots 2\n" + text)));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void neverBecomesGood(Case bad) {
        String text = Recorded.text(bad.file());
        assertThat(bad.good()).as("the whole of it").rejects(text);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int end = 0; end < text.length(); end++) {
                assertThat(bad.good()).as("its first %d letters", end).rejects(text.substring(0, end));
            }
            SplittableRandom luck = new SplittableRandom(5);
            for (int i = 0; i < MUTATIONS; i++) {
                String damaged = Damage.mutated(text, luck);
                assertThat(bad.good().test(damaged))
                        .as("mutation %d:%n%s", i, damaged)
                        .isFalse();
                if (i % 4 == 0) {
                    assertThat(bad.good()).rejects(Damage.invalidUtf8(text, luck));
                }
            }
        });
    }

    /** One case for each reader. */
    static Stream<Case> readers() {
        Set<String> seen = new HashSet<>();
        return bad().filter(it -> seen.add(it.file().substring(0, 6) + it.file().endsWith("json")));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aFloodEndsInTime(Case bad) {
        String text = Recorded.text(bad.file());
        List<String> floods = List.of(
                text.repeat(1 + FLOOD / text.length()),
                text + "x".repeat(FLOOD),
                "\n".repeat(FLOOD),
                "\t".repeat(FLOOD),
                " a".repeat(FLOOD / 2),
                "[".repeat(FLOOD),
                "<a>".repeat(FLOOD / 3));
        for (String flood : floods) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> assertThat(bad.good()).rejects(flood));
        }
    }

    @Test
    void theAgeOfACopyIsNeverYoungerForWhatWasLost() {
        String whole = Recorded.text("zfsfuse-get.txt");
        List<Snapshot> source = Snapshot.of("tank/db", Properties.read(whole));
        for (int end = 0; end < whole.length(); end++) {
            List<Snapshot> copy = Snapshot.of("bk/db", Properties.read(whole.substring(0, end)));
            assertThat(Snapshot.newestCommon(source, copy))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            newest -> assertThat(newest).map(Snapshot::guid).hasValue(COMMON));
        }
        SplittableRandom luck = new SplittableRandom(6);
        for (int i = 0; i < MUTATIONS; i++) {
            List<Snapshot> copy = Snapshot.of("bk/db", Properties.read(Damage.mutated(whole, luck)));
            assertThat(Snapshot.newestCommon(source, copy))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            newest -> assertThat(newest).map(Snapshot::created).hasValue(1_795_706_984L));
            PoolSize.read(Damage.mutated(Recorded.text("zfsfuse-list-columns.txt"), luck));
        }
    }

    private static PoolStatus status(String text) {
        return PoolStatus.read(text, text.contains("pool: m\n") ? "m" : "tank");
    }

    private static boolean works(String text) {
        return UnitStatus.read(text).stream().anyMatch(unit -> unit.works() == Truth.TRUE);
    }

    private static boolean ok(String text) {
        return Monitor.read(text).values().stream().anyMatch(monitor -> monitor.level() == Monitor.Level.OK);
    }
}
