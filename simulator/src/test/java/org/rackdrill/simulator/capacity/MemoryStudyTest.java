package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.capacity.MemoryAnswer.Lost;
import org.rackdrill.simulator.capacity.MemoryAnswer.OfNode;
import org.rackdrill.simulator.compiled.Compiler;

/** Who has memory enough, today and after the loss of a node. */
class MemoryStudyTest {

    private static final long SEED = 20261126;
    private static final double GIB = 1L << 30;

    /** Two nodes of 16 GiB: the system takes 1, the cache of a pool a tenth, which leaves 13.4 for guests. */
    private static final String TWO = """
            rackdrill: 1
            name: Two
            nodes:
              left: {model: generic-node, memory: %s GiB, pools: {tank: {layout: mirror, disks: 2 x 4 TB hdd}}}
              right: {model: generic-node, memory: %s GiB, pools: {tank: {layout: mirror, disks: 2 x 4 TB hdd}}}
            clusters: {pve: {manager: proxmox-ha, members: [left, right]}}
            services:
              big: {kind: vm, cluster: pve, failover: automatic, on: left, memory: %s GiB, storage: synced}
              small: {kind: vm, cluster: pve, failover: automatic, on: left, memory: 1 GiB, storage: synced}
              files: {kind: container, cluster: pve, failover: manual, on: left, memory: 2 GiB, data: {at: left/tank, size: 1 TB}}
              lonely: {kind: container, cluster: pve, on: left, memory: 1 GiB}
              dns: {kind: container, cluster: pve, on: [left, right], redundant: 1 of 2, memory: 1 GiB}
              there: {kind: vm, cluster: pve, on: right, memory: 4 GiB}
            copies: {files: [{to: right/tank, every: 1 h}]}
            """;

    private static MemoryAnswer answer(String text, Object... values) {
        Lab lab = LabText.lab(text.formatted(values));
        return new MemoryStudy(lab, Compiler.compile(lab)).answer();
    }

    @Test
    void whatGuestsLeaveIsForTheCache() {
        OfNode left = answer(TWO, 16, 16, 5).nodes().get(0);
        assertThat(left.guestsBytes()).isEqualTo((5 + 1 + 2 + 1 + 1) * GIB);
        assertThat(left.systemBytes()).isEqualTo(GIB);
        assertThat(left.cacheWantedBytes()).isCloseTo(1.6 * GIB, within(1.0));
        assertThat(left.cacheBytes()).isEqualTo(5 * GIB);
        assertThat(left.freeBytes()).isCloseTo(3.4 * GIB, within(1.0));
    }

    @Test
    void aNodeThatIsLostIsTakenOverWhereThereIsSomethingToStartFrom() {
        Lost left = answer(TWO, 16, 16, 5).lost().get(0);
        assertThat(left.moves()).extracting(MemoryAnswer.Move::guest).containsExactly("big", "small", "files");
        assertThat(left.moves()).extracting(MemoryAnswer.Move::by).containsExactly("automatic", "automatic", "manual");
        assertThat(left.out()).singleElement().satisfies(out -> {
            assertThat(out.guest()).isEqualTo("lonely");
            assertThat(out.why()).isEqualTo("nowhere-else");
        });
        assertThat(left.nodes()).singleElement().satisfies(right -> {
            assertThat(right.guestsBytes()).isEqualTo((1 + 4 + 5 + 1 + 2) * GIB);
            assertThat(right.freeBytes()).isCloseTo(0.4 * GIB, within(1.0));
        });
    }

    @Test
    void whatDoesNotFitIsNamedWithTheRoomThatIsLeft() {
        Lost left = answer(TWO, 32, 16, 9).lost().get(0);
        assertThat(left.out())
                .filteredOn(out -> out.why().equals("no-room"))
                .singleElement()
                .satisfies(out -> {
                    assertThat(out.guest()).isEqualTo("big");
                    assertThat(out.bytes()).isEqualTo(9 * GIB);
                    assertThat(out.mostFreeBytes()).isCloseTo(8.4 * GIB, within(1.0));
                });
        assertThat(left.moves()).extracting(MemoryAnswer.Move::guest).containsExactly("small", "files");
    }

    @Test
    void oneOfTwoIsEnoughUntilBothAreNeeded() {
        assertThat(answer(TWO, 16, 16, 5).lost().get(1).out())
                .noneMatch(out -> out.guest().startsWith("dns"));
        String both = TWO.replace("redundant: 1 of 2", "redundant: 2 of 2");
        assertThat(answer(both, 16, 16, 5).lost().get(1).out())
                .anyMatch(out -> out.why().equals("too-few"));
    }

    @Test
    void aNodeWithTooManyGuestsHasLessThanNothingFree() {
        assertThat(answer(TWO, 8, 16, 5).nodes().get(0).freeBytes()).isNegative();
        assertThat(answer(TWO, 8, 16, 5).nodes().get(0).cacheBytes()).isZero();
    }

    /**
     * Guests are placed in a fixed order, so more memory may let one fit that leaves no room for two; but who comes first
     * never loses by it, and where all fitted all still do.
     */
    @Test
    void moreMemoryNeverTakesARoomAway() {
        Random random = new Random(SEED);
        for (int i = 0; i < 16; i++) {
            int big = 1 + random.nextInt(20);
            int memory = 6 + random.nextInt(20);
            Lost less = answer(TWO, 64, memory, big).lost().get(0);
            Lost more =
                    answer(TWO, 64, memory + 1 + random.nextInt(8), big).lost().get(0);
            assertThat(!moved(less, "big") || moved(more, "big"))
                    .as("%d GiB on a node of %d", big, memory)
                    .isTrue();
            assertThat(noRoom(less) > 0 || noRoom(more) == 0)
                    .as("%d GiB on a node of %d", big, memory)
                    .isTrue();
        }
    }

    private static boolean moved(Lost lost, String guest) {
        return lost.moves().stream().anyMatch(move -> move.guest().equals(guest));
    }

    private static long noRoom(Lost lost) {
        return lost.out().stream().filter(out -> out.why().equals("no-room")).count();
    }

    @Test
    void aLabWithoutNodesHasNobodyToLose() {
        assertThat(answer("""
                rackdrill: 1
                name: None
                components: {box: {fails: exp(1000 h), repairs: exp(1 h)}}
                services: {cool: {needs: [box]}}
                """).nodes()).isEmpty();
    }
}
