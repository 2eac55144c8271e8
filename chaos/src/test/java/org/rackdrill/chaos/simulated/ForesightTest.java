package org.rackdrill.chaos.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.chaos.check.Danger.DATA_LOSS;
import static org.rackdrill.chaos.check.Danger.HARNESS_IN_RADIUS;
import static org.rackdrill.chaos.check.Danger.LAST_REDUNDANCY;
import static org.rackdrill.chaos.check.Danger.QUORUM_LOSS;
import static org.rackdrill.chaos.check.Danger.SCRUB_RUNNING;
import static org.rackdrill.chaos.check.Danger.UPS_NOT_FULL;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.fault.Target;

/** What is foreseen of a fault before it is done. */
final class ForesightTest {

    private final Scene v1 = Scene.in("v1");

    private static Set<Danger> dangers(Scene scene, String fault) {
        return scene.examines(fault).dangers();
    }

    private List<String> affects(String fault) {
        return v1.examines(fault).affects().stream().map(Target::text).toList();
    }

    @Test
    void oneOfTwoNodesIsTheLastRedundancy() {
        assertThat(dangers(v1, "node-power-loss: node1")).containsExactly(LAST_REDUNDANCY);
    }

    @Test
    void theTieBreakerIsRedundancyTooWhetherItDiesOrItsLineDoes() {
        assertThat(dangers(v1, "node-power-loss: node3")).containsExactly(LAST_REDUNDANCY);
        assertThat(dangers(v1, "link-down: vpn")).containsExactly(LAST_REDUNDANCY);
    }

    @Test
    void theSecondLossTakesTheMajority() {
        v1.breaks("link-down: vpn");
        v1.waits(Duration.ofMinutes(10));
        assertThat(dangers(v1, "node-power-loss: node1")).contains(QUORUM_LOSS);
    }

    @Test
    void twoNodesWithoutAThirdVoteLoseTheMajorityAtOnce() {
        assertThat(dangers(Scene.in("two-nodes"), "node-power-loss: left")).contains(QUORUM_LOSS);
    }

    @Test
    void oneDiskOfARaidz2LeavesAnotherAndOneOfARaidz1DoesNot() {
        assertThat(dangers(v1, "disk-failure: node1/tank/1")).isEmpty();
        assertThat(dangers(v1, "disk-failure: node2/tank/1")).containsExactly(LAST_REDUNDANCY);
    }

    @Test
    void aSecondDiskOfARaidz1IsTheEndOfWhatIsOnItAlone() {
        Scene v0 = Scene.in("v0");
        v0.breaks("disk-failure: synology/vol1/1");
        assertThat(dangers(v0, "disk-failure: synology/vol1/2")).contains(DATA_LOSS);
    }

    @Test
    void dataThatSnapshotsHoldAreNotLostAndDestroyedOnesAre() {
        assertThat(dangers(v1, "dataset-deleted: paperless")).isEmpty();
        assertThat(dangers(v1, "dataset-deleted: {of: paperless, snapshots: true}"))
                .containsExactly(DATA_LOSS);
    }

    @Test
    void whoeverWatchesIsInTheRadiusOfItsOwnEnd() {
        assertThat(dangers(v1, "monitoring-down: uptime-kuma")).contains(HARNESS_IN_RADIUS);
    }

    @Test
    void aPoolThatIsFilledAnewIsLeftAlone() {
        String gone = v1.breaks("disk-failure: node1/tank/1");
        v1.waits(Duration.ofDays(1));
        v1.undoes(gone);
        assertThat(dangers(v1, "disk-failure: node1/tank/2")).contains(SCRUB_RUNNING);
        assertThat(dangers(v1, "disk-failure: node3/tank/1")).doesNotContain(SCRUB_RUNNING);
    }

    @Test
    void aUpsThatIsNotFullIsLeftAlone() {
        assertThat(dangers(v1, "mains-outage: home")).doesNotContain(UPS_NOT_FULL);
        String outage = v1.breaks("mains-outage: home");
        v1.waits(Duration.ofMinutes(20));
        v1.undoes(outage);
        assertThat(dangers(v1, "mains-outage: home")).contains(UPS_NOT_FULL);
        assertThat(dangers(v1, "mains-outage: friend")).doesNotContain(UPS_NOT_FULL);
    }

    @Test
    void whatStaysDownIsAffectedAndWhatStartsElsewhereIsNot() {
        assertThat(affects("dns-down: dns"))
                .containsExactlyInAnyOrder(
                        "internet", "jellyfin", "vaultwarden", "home-assistant", "win11", "immich", "paperless");
        assertThat(affects("node-power-loss: node2")).isEmpty();
    }

    @Test
    void whatIsNowhereButInTheTargetBelongsToIt() {
        assertThat(affects("node-power-loss: node1")).isEmpty();
        assertThat(affects("site-lost: friend")).isEmpty();
    }

    @Test
    void whatTheSimulatorHasNoGuestForItRefuses() {
        assertThat(v1.examines("service-crash: internet").refusal()).isEqualTo("the simulator has no way to do that");
    }

    @Test
    void aPlainPoolHasNoKeyToLose() {
        assertThat(Scene.in("v0")
                        .examines("encryption-key-missing: synology/vol1")
                        .refusal())
                .isEqualTo("the simulator has no way to do that");
        assertThat(v1.examines("encryption-key-missing: node1/tank").refusal()).isEmpty();
    }

    @Test
    void theSharedStorageIsNotBrokenAsAPool() {
        assertThat(Scene.in("v1-ceph").examines("pool-hung: pve/ceph").refusal())
                .isEqualTo("the simulator has no way to do that");
    }
}
