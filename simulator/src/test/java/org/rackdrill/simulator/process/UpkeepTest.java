package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Updates of nodes. */
class UpkeepTest {

    private static final double DAY = 24 * 60;

    /** 1 min to stop, 5 min to update, 3 min to boot, 30 s to start a guest. */
    private static final double DOWN = 9.5;

    /** A round of the manager, and the turns of all daemons. */
    private static final double ROUND = 13.0 / 60;

    private static Story patched(boolean rolling) {
        return Scenario.of("operations: {patching: {every: 20 d, rolling: " + rolling
                        + "}, operator: {<steady operator>}}\n"
                        + """
                        nodes:
                          one: {<steady node>}
                          two: {<steady node>}
                          tie: {<steady node>}
                        clusters:
                          pve: {manager: proxmox-ha, members: [one, two], tie-breaker: tie}
                        services:
                          stays: {on: one, audience: [wired], <steady guest>}
                          dns: {kind: container, cluster: pve, on: [one, two], redundant: 1 of 2, audience: [wired], <steady guest>}
                          box: {kind: container, cluster: pve, failover: automatic, storage: synced, on: one, audience: [wired], <steady guest>}
                          vm: {kind: vm, cluster: pve, failover: automatic, storage: synced, on: one, audience: [wired], <steady guest>}
                        """)
                .during(24 * 30);
    }

    @Test
    void nodesAreUpdatedInTheEveningAndTheirGuestsAreDownMeanwhile() {
        Story story = patched(true);

        assertThat(story.of("stays")).hasSizeBetween(1, 2).allSatisfy(outage -> {
            assertThat(outage.from() % DAY).isEqualTo(20 * 60);
            assertThat(outage.minutes()).isEqualTo(DOWN);
            assertThat(outage.cause()).isEqualTo("patching nodes");
        });
    }

    @Test
    void rollingUpdatesSpareWhatRunsTwiceAndWhatMoves() {
        Story story = patched(true);

        assertThat(story.of("dns")).isEmpty();
        assertThat(story.of("vm")).isEmpty();
        // A container starts anew on its way out, and on its way home when master and agent have had their turns.
        assertThat(story.of("box"))
                .hasSizeBetween(2, 4)
                .allSatisfy(outage -> assertThat(outage.minutes()).isBetween(0.5, 0.5 + 2 * ROUND));
        assertThat(story.lostWrites("box")).isEmpty();
    }

    @Test
    void allNodesAtOnceTakeEverything() {
        Story story = patched(false);

        // A guest that its cluster would restart waits a round more, for the manager.
        assertThat(story.of("dns")).isNotEmpty().extracting(Outage::minutes).containsOnly(DOWN);
        assertThat(story.of("vm"))
                .isNotEmpty()
                .allSatisfy(outage -> assertThat(outage.minutes()).isBetween(DOWN, DOWN + ROUND));
    }
}
