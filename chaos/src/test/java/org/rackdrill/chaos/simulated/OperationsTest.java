package org.rackdrill.chaos.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.chaos.check.Truth.FALSE;
import static org.rackdrill.chaos.check.Truth.TRUE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.run.Answer;

/** What an administrator does in the simulated lab, and when that is refused. */
final class OperationsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAYS = Duration.ofDays(3);

    private final Scene v1 = Scene.in("v1");

    @Test
    void aFailoverByHandStartsAServiceFromItsCopy() {
        v1.breaks("node-power-loss: node1");
        v1.waits(Duration.ofMinutes(10));
        assertThat(v1.does("failover: {of: immich-db, to: node2}", HOUR)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("runs: immich-db, on: node2")).isEqualTo(TRUE);
        assertThat(v1.does("failover: immich", HOUR)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("up: immich")).isEqualTo(TRUE);
    }

    @Test
    void aFailoverToWhereItsDataAreNotIsRefused() {
        Answer answer = v1.does("failover: {of: immich, to: node3}", HOUR);
        assertThat(answer.kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(answer.why()).isEqualTo("there is no other node with its data");
        assertThat(v1.sees("runs: immich, on: node1")).isEqualTo(TRUE);
    }

    @Test
    void aFailoverToANodeThatIsDownIsRefused() {
        v1.breaks("node-power-loss: node2");
        assertThat(v1.does("failover: {of: immich, to: node2}", HOUR).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void aServiceThatRunsWhereNobodyReachesItRunsTwiceAfterAFailoverByHand() {
        v1.breaks("link-down: node1 - sw1");
        v1.waits(Duration.ofSeconds(20));
        assertThat(v1.does("failover: {of: nas, to: node2}", HOUR)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("runs-once: nas")).isEqualTo(FALSE);
    }

    @Test
    void aPlannedFailoverLosesNothingAndRunsOnce() {
        assertThat(v1.does("failover: {of: paperless, to: node2}", HOUR)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("runs-once: paperless")).isEqualTo(TRUE);
        assertThat(v1.looks("loses: paperless, at-most: 0 s", "node-reboot: node3", Duration.ZERO)
                        .truth())
                .isEqualTo(TRUE);
    }

    @Test
    void aFailbackBringsAServiceHome() {
        v1.does("failover: {of: paperless, to: node2}", HOUR);
        assertThat(v1.does("failback: paperless", HOUR)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("runs: paperless, on: node1")).isEqualTo(TRUE);
    }

    @Test
    void aFailbackToANodeThatIsDownIsRefused() {
        v1.does("failover: {of: paperless, to: node2}", HOUR);
        v1.breaks("node-power-loss: node1");
        assertThat(v1.does("failback: paperless", HOUR).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void aSyncMakesACopyAsYoungAsItsStart() {
        v1.waits(Duration.ofHours(3));
        assertThat(v1.sees("fresh: paperless at node3/tank, within: 30 min")).isEqualTo(FALSE);
        assertThat(v1.does("sync: paperless at node3/tank", DAYS)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("fresh: paperless at node3/tank, within: 2 h")).isEqualTo(TRUE);
    }

    @Test
    void aSyncWithoutALineIsRefused() {
        v1.breaks("link-down: vpn");
        assertThat(v1.does("sync: paperless at node3/tank", HOUR).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void aSyncThatDoesNotFitIsRefused() {
        v1.breaks("replica-diverged: paperless at node2/tank");
        assertThat(v1.does("sync: paperless at node2/tank", HOUR).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void aBackupIsASyncIntoTheCopy() {
        assertThat(v1.does("backup: paperless at node3/tank", DAYS)).isEqualTo(Answer.DONE);
    }

    @Test
    void aScrubHealsSilentDamageAndTells() {
        v1.breaks("silent-corruption: {of: node2/tank/1, amount: 10 MiB}");
        v1.waits(HOUR);
        assertThat(v1.sees("no-alarm: node2/tank")).isEqualTo(TRUE);
        assertThat(v1.does("scrub: node2/tank", DAYS)).isEqualTo(Answer.DONE);
        v1.sees("no-alarm: node2/tank");
        v1.waits(Duration.ofMinutes(5));
        assertThat(v1.sees("no-alarm: node2/tank")).isEqualTo(FALSE);
        v1.breaks("disk-failure: node2/tank/2");
        assertThat(v1.sees("intact: node2/tank")).isEqualTo(TRUE);
    }

    @Test
    void damageThatNoOtherDiskCanCorrectIsReadByWhoeverReads() {
        v1.breaks("silent-corruption: {of: node2/tank/1, amount: 10 MiB}");
        assertThat(v1.sees("intact: node2/tank")).isEqualTo(TRUE);
        v1.breaks("disk-failure: node2/tank/2");
        assertThat(v1.sees("intact: node2/tank")).isEqualTo(FALSE);
    }

    @Test
    void aScrubHealsNothingThatNoOtherDiskCanCorrect() {
        v1.breaks("silent-corruption: {of: node2/tank/1, amount: 10 MiB}");
        v1.breaks("disk-failure: node2/tank/2");
        v1.does("scrub: node2/tank", DAYS);
        assertThat(v1.sees("intact: node2/tank")).isEqualTo(FALSE);
    }

    @Test
    void aPoolThatHangsCannotBeScrubbed() {
        v1.breaks("pool-hung: node2/tank");
        assertThat(v1.does("scrub: node2/tank", HOUR).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void cephIsNotScrubbedByHand() {
        assertThat(Scene.in("v1-ceph").does("scrub: pve/ceph", HOUR).why()).isEqualTo("Ceph scrubs by itself");
    }

    @Test
    void aNewDiskTakesThePlaceOfAnOldOneAndIsFilled() {
        v1.breaks("disk-failure: node2/tank/2");
        v1.waits(HOUR);
        assertThat(v1.sees("redundant: node2/tank")).isEqualTo(FALSE);
        assertThat(v1.does("replace-disk: node2/tank/2", DAYS)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("redundant: node2/tank")).isEqualTo(TRUE);
    }

    @Test
    void aNewDiskOfCephIsFilledToo() {
        Scene ceph = Scene.in("v1-ceph");
        ceph.breaks("disk-failure: node2/osd/1");
        assertThat(ceph.does("replace-disk: node2/osd/1", DAYS)).isEqualTo(Answer.DONE);
        ceph.waits(DAYS);
        assertThat(ceph.sees("redundant: pve/ceph")).isEqualTo(TRUE);
    }

    @Test
    void aDiskThatWorksIsNotReplaced() {
        assertThat(v1.does("replace-disk: node2/tank/2", DAYS).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void aRestoreProofNeedsTheKey() {
        String key = v1.breaks("encryption-key-missing: paperless at node3/tank");
        assertThat(v1.does("restore-proof: paperless at node3/tank", DAYS).why())
                .isEqualTo("the key is not at hand");
        v1.undoes(key);
        assertThat(v1.does("restore-proof: paperless at node3/tank", DAYS)).isEqualTo(Answer.DONE);
    }

    @Test
    void aRestoreProofNeedsTheNodeThatHasTheCopy() {
        v1.breaks("node-power-loss: node3");
        assertThat(v1.does("restore-proof: paperless at node3/tank", DAYS).kind())
                .isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void maintenanceEmptiesANodeAndItsGuestsComeHome() {
        assertThat(v1.does("maintenance-on: node2", HOUR)).isEqualTo(Answer.DONE);
        v1.waits(Duration.ofMinutes(2));
        assertThat(v1.sees("runs: jellyfin, on: node1")).isEqualTo(TRUE);
        v1.waits(HOUR);
        assertThat(v1.sees("runs: jellyfin, on: node1")).isEqualTo(TRUE);
        assertThat(v1.does("maintenance-off: node2", HOUR)).isEqualTo(Answer.DONE);
        v1.waits(Duration.ofMinutes(10));
        assertThat(v1.sees("runs: jellyfin, on: node2")).isEqualTo(TRUE);
    }

    @Test
    void aNodeWithoutAClusterHasNoMaintenance() {
        assertThat(v1.does("maintenance-on: node3", HOUR).why()).isEqualTo("it is in no cluster");
    }

    @Test
    void aNodeThatIsShutDownInOrderStaysOffUntilItIsStarted() {
        assertThat(v1.does("ordered-shutdown: node2", HOUR)).isEqualTo(Answer.DONE);
        v1.waits(HOUR);
        assertThat(v1.sees("up: node2")).isEqualTo(FALSE);
        assertThat(v1.does("start: node2", HOUR)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("up: node2")).isEqualTo(TRUE);
    }

    @Test
    void aNodeWithoutPowerIsNotStarted() {
        v1.does("ordered-shutdown: node2", HOUR);
        v1.breaks("node-power-loss: node2");
        assertThat(v1.does("start: node2", HOUR).kind()).isEqualTo(Answer.Kind.RUNNING);
        assertThat(v1.sees("up: node2")).isEqualTo(FALSE);
    }

    @Test
    void aServiceThatWasStoppedIsStarted() {
        v1.breaks("service-crash: vaultwarden");
        assertThat(v1.does("start: vaultwarden", HOUR)).isEqualTo(Answer.DONE);
        assertThat(v1.sees("up: vaultwarden")).isEqualTo(TRUE);
    }
}
