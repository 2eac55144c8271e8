package org.rackdrill.chaos.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.chaos.check.Truth.FALSE;
import static org.rackdrill.chaos.check.Truth.TRUE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;

/** What the simulated world says afterwards of what no probe can see. */
final class HindsightTest {

    private static final Duration DAYS = Duration.ofDays(3);

    private final Scene v1 = Scene.in("v1");

    private Observation looks(String expectation) {
        return v1.looks(expectation + ", since: it", "restore-proof: paperless at node3/tank", Duration.ZERO);
    }

    @Test
    void nothingIsLostWhereNothingHappens() {
        assertThat(looks("loses: paperless, at-most: 0 s")).isEqualTo(new Observation(TRUE, "nothing", ""));
    }

    @Test
    void aPowerLossLosesNothingThatAPoolHasWritten() {
        v1.breaks("node-power-loss: node1");
        v1.waits(Duration.ofHours(1));
        assertThat(looks("loses: paperless, at-most: 0 s").truth()).isEqualTo(TRUE);
    }

    @Test
    void aFailoverFromADeadNodeLosesWhatTheCopyDidNotHave() {
        v1.breaks("node-power-loss: node1");
        v1.waits(Duration.ofMinutes(10));
        v1.does("failover: {of: paperless, to: node2}", Duration.ofHours(1));
        assertThat(looks("loses: paperless, at-most: 0 s").truth()).isEqualTo(FALSE);
        assertThat(looks("loses: paperless, at-most: 16 min").truth()).isEqualTo(TRUE);
    }

    @Test
    void whatSnapshotsHoldIsNotLost() {
        v1.breaks("dataset-deleted: paperless");
        assertThat(looks("loses: paperless, at-most: 0 s").truth()).isEqualTo(TRUE);
    }

    @Test
    void whatIsDestroyedLosesWhatItsBestCopyDoesNotHave() {
        v1.breaks("dataset-deleted: {of: paperless, snapshots: true}");
        assertThat(looks("loses: paperless, at-most: 0 s").truth()).isEqualTo(FALSE);
        assertThat(looks("loses: paperless, at-most: 16 min").truth()).isEqualTo(TRUE);
    }

    @Test
    void twoDisksOfTheOnlyNasLoseAll() {
        Scene v0 = Scene.in("v0");
        v0.breaks("disk-failure: synology/vol1/1");
        v0.breaks("disk-failure: synology/vol1/2");
        v0.waits(Duration.ofSeconds(1));
        assertThat(v0.looks("loses: immich, at-most: 100 d", "node-reboot: nuc1", Duration.ZERO))
                .isEqualTo(new Observation(FALSE, "all of it", ""));
    }

    @Test
    void disksThatArePutBackHaveLostNothing() {
        Scene v0 = Scene.in("v0");
        String first = v0.breaks("disk-failure: synology/vol1/1");
        String second = v0.breaks("disk-failure: synology/vol1/2");
        v0.waits(Duration.ofMinutes(10));
        v0.undoes(second);
        v0.undoes(first);
        v0.waits(DAYS);
        assertThat(v0.sees("intact: immich")).isEqualTo(TRUE);
        assertThat(v0.looks("loses: immich, at-most: 0 s", "node-reboot: nuc1", Duration.ZERO)
                        .truth())
                .isEqualTo(TRUE);
    }

    @Test
    void aRestoreIsMeasuredInItsTimeAndItsAge() {
        assertThat(looks("restores: paperless at node3/tank, within: 1 d").truth())
                .isEqualTo(FALSE);
        v1.does("restore-proof: paperless at node3/tank", DAYS);
        assertThat(looks("restores: paperless at node3/tank, within: 1 d, age: 1 d")
                        .truth())
                .isEqualTo(TRUE);
        assertThat(looks("restores: paperless at node3/tank, within: 1 s").truth())
                .isEqualTo(FALSE);
        assertThat(looks("restores: paperless at node3/tank, within: 1 d, age: 1 s")
                        .truth())
                .isEqualTo(FALSE);
    }

    @Test
    void aRestoreThatBringsBackWhatRansomwareWroteDoesNotMatch() {
        v1.breaks("files-encrypted: {of: paperless, files: 80%}");
        v1.waits(Duration.ofDays(200));
        v1.does("restore-proof: paperless at node3/tank", DAYS);
        assertThat(looks("restores: paperless at node3/tank, within: 1 d").truth())
                .isEqualTo(FALSE);
        assertThat(looks("restores: paperless at node3/tank, within: 1 d, matches: false")
                        .truth())
                .isEqualTo(TRUE);
    }

    @Test
    void anOrderedShutdownBeforeTheBatteryEndsIsSeen() {
        assertThat(looks("shuts-down: node1").truth()).isEqualTo(FALSE);
        v1.breaks("mains-outage: home");
        v1.waits(Duration.ofHours(1));
        assertThat(looks("shuts-down: node1").truth()).isEqualTo(TRUE);
        assertThat(looks("shuts-down: node1, charge-left: 50%").truth()).isEqualTo(FALSE);
    }

    @Test
    void aPowerLossIsNoOrderedShutdown() {
        v1.breaks("node-power-loss: node1");
        v1.waits(Duration.ofHours(1));
        assertThat(looks("shuts-down: node1").truth()).isEqualTo(FALSE);
    }

    @Test
    void aUpsThatNobodyHearsShutsNothingDown() {
        v1.breaks("ups-communication-lost: ups1");
        v1.breaks("mains-outage: home");
        v1.waits(Duration.ofHours(2));
        assertThat(v1.sees("up: node1")).isEqualTo(FALSE);
        assertThat(looks("shuts-down: node1").truth()).isEqualTo(FALSE);
    }

    @Test
    void aSiteThatIsGoneShutsNothingDownInOrder() {
        v1.breaks("site-lost: {of: home, destroyed: false}");
        v1.waits(Duration.ofDays(4));
        assertThat(looks("shuts-down: node1").truth()).isEqualTo(FALSE);
    }

    @Test
    void whatComesBackByItselfNeedsNoHands() {
        String outage = v1.breaks("mains-outage: home");
        v1.waits(Duration.ofHours(1));
        v1.undoes(outage);
        v1.waits(Duration.ofHours(1));
        assertThat(v1.sees("up: node1")).isEqualTo(TRUE);
        assertThat(looks("hands: 0")).isEqualTo(new Observation(TRUE, "0 times", ""));
    }

    @Test
    void guestsThatMountTheNasNeedHandsWhenItWasAway() {
        Scene v0 = Scene.in("v0");
        v0.breaks("node-reboot: synology");
        v0.waits(DAYS);
        assertThat(v0.looks("hands: 0", "node-reboot: nuc1", Duration.ZERO).truth())
                .isEqualTo(FALSE);
    }

    @Test
    void whatWentDownAndIsNotNamedIsSomethingElse() {
        v1.breaks("service-crash: proxy");
        v1.waits(Duration.ofHours(1));
        Expectation proxyAlone = new Expectation.NothingElse(List.of(new Target.Service("proxy")));
        Observation seen = v1.world.look(proxyAlone, Duration.ZERO);
        assertThat(seen).isEqualTo(new Observation(Truth.FALSE, "jellyfin, vaultwarden, immich, paperless", ""));
        assertThat(v1.world.look(proxyAlone, Duration.ofMinutes(30)).truth()).isEqualTo(TRUE);
    }

    @Test
    void whatIsOnlyOnWhatIsNamedIsNamedToo() {
        v1.breaks("node-power-loss: node3");
        v1.breaks("mains-outage: friend");
        assertThat(v1.world
                        .look(new Expectation.NothingElse(List.of(new Target.Site("friend"))), Duration.ZERO)
                        .truth())
                .isEqualTo(TRUE);
    }
}
