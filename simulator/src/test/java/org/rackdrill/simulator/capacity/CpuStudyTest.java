package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.capacity.CpuAnswer.Left;
import org.rackdrill.simulator.capacity.CpuAnswer.Lost;
import org.rackdrill.simulator.capacity.CpuAnswer.OfNode;
import org.rackdrill.simulator.compiled.Compiler;

/** Who has processors enough, today and after the loss of a node. */
class CpuStudyTest {

    private static final long SEED = 20261127;

    private static final String TWO = """
            rackdrill: 1
            name: Two
            nodes:
              left: {model: generic-node, cpu: "8 cores, 16 threads", memory: 64 GiB}
              right: {model: generic-node, cpu: "%s", memory: 64 GiB}
            clusters: {pve: {manager: proxmox-ha, members: [left, right]}}
            services:
              big: {kind: vm, cluster: pve, failover: automatic, on: left, storage: synced, cpu: {cores: 6, uses: 2 cores}}
              small: {kind: container, cluster: pve, failover: automatic, on: left, storage: synced, cpu: {cores: 2, limit: 1 core, uses: 0.5 cores (0.25 - 5 cores)}}
              lonely: {kind: container, cluster: pve, on: left, cpu: 3 cores}
              silent: {kind: container, cluster: pve, failover: automatic, on: left, storage: synced}
              dns: {kind: container, cluster: pve, on: [left, right], redundant: 1 of 2, cpu: {cores: 1, uses: 0.1 cores}}
              there: {kind: vm, cluster: pve, on: right, cpu: {cores: 2, uses: 1 core}}
            """;

    private static CpuAnswer answer(String text, Object... values) {
        Lab lab = LabText.lab(text.formatted(values));
        var compiled = Compiler.compile(lab);
        return new CpuStudy(lab, compiled, new Unknowns(2000, 1)).answer(new MemoryStudy(lab, compiled).answer());
    }

    @Test
    void promisesAndUsesAreAddedUpAndSharedByTheCores() {
        OfNode left = answer(TWO, "4 cores, 8 threads").nodes().get(0);
        assertThat(left.cores()).isEqualTo(8);
        assertThat(left.threads()).isEqualTo(16);
        assertThat(left.promised()).isEqualTo(6 + 1 + 3 + 1);
        assertThat(left.promisedShare()).isEqualTo(11 / 8.0);
        assertThat(left.used().best()).isCloseTo(2 + 0.5 + 0.1, within(1e-9));
        assertThat(left.usedShare().best()).isCloseTo(2.6 / 8, within(1e-9));
    }

    @Test
    void nobodyUsesMoreThanItMayTake() {
        Likely used = answer(TWO, "4 cores").nodes().get(0).used();
        assertThat(used.low()).isCloseTo(2.1 + 0.25, within(0.02));
        assertThat(used.high()).isCloseTo(2.1 + 1, within(1e-9));
    }

    @Test
    void whoSaysNothingIsNamedAndNotGuessed() {
        OfNode left = answer(TWO, "4 cores").nodes().get(0);
        assertThat(left.withoutPromise()).containsExactly("silent");
        assertThat(left.withoutUse()).containsExactly("lonely", "silent");
        assertThat(left.guests()).extracting(CpuAnswer.Guest::name).containsExactly("big", "small", "dns on left");
        CpuAnswer unknown = answer(TWO, "not stated");
        assertThat(unknown.nodes()).extracting(OfNode::name).containsExactly("left");
        assertThat(unknown.notStated()).containsExactly("right");
        assertThat(unknown.lost().get(0).nodes()).isEmpty();
    }

    @Test
    void aLostNodeIsCarriedByTheOther() {
        Lost left = answer(TWO, "4 cores, 8 threads").lost().get(0);
        assertThat(left.refused()).isEmpty();
        assertThat(left.nodes()).singleElement().satisfies(right -> {
            assertThat(right.name()).isEqualTo("right");
            assertThat(right.promised()).isEqualTo(1 + 2 + 6 + 1);
            assertThat(right.used().best()).isCloseTo(0.1 + 1 + 2 + 0.5, within(1e-9));
            assertThat(right.usedShare().best()).isCloseTo(3.6 / 4, within(1e-9));
        });
    }

    @Test
    void aMachineWithMoreCoresThanThreadsDoesNotStart() {
        Lost left = answer(TWO, "2 cores, 4 threads").lost().get(0);
        assertThat(left.refused()).containsExactly(new CpuAnswer.Refused("big", "right", 6, 4));
        assertThat(left.nodes().get(0).used().best()).isCloseTo(0.1 + 1 + 0.5, within(1e-9));
        String container = TWO.replace("big: {kind: vm", "big: {kind: container");
        assertThat(answer(container, "2 cores, 4 threads").lost().get(0).refused())
                .isEmpty();
        OfNode home = answer(TWO.replace("8 cores, 16 threads", "5 cores"), "4 cores")
                .nodes()
                .get(0);
        assertThat(home.refused()).containsExactly(new CpuAnswer.Refused("big", "left", 6, 5));
    }

    @Test
    void whatIsShortIsListed() {
        assertThat(kinds("4 cores, 8 threads")).containsExactly("cpu-lost");
        assertThat(kinds("2 cores, 4 threads")).containsExactly("cores-lost");
        assertThat(kinds("1 core")).containsExactly("cores", "cpu", "cores-lost", "cpu-lost");
        assertThat(kinds("16 cores")).isEmpty();
    }

    private static List<String> kinds(String right) {
        Lab lab = LabText.lab(TWO.formatted(right));
        Capacity capacity = CapacityStudy.around(
                new StorageAnswer(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new StorageAnswer.Simulated(0, 0, 0)),
                new CapacityStudy.Question(lab, "two", "", java.time.LocalDate.of(2026, 11, 27), 1, 1, "0"));
        return capacity.limits().stream()
                .map(Limit::kind)
                .filter(kind -> kind.startsWith("c"))
                .toList();
    }

    /** Nothing is lost on the way: what the others use more is what those use that start there. */
    @Test
    void whatMovesIsUsedElsewhere() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20; i++) {
            int cores = 6 + random.nextInt(60);
            CpuAnswer answer = answer(TWO, cores + " cores");
            Left right = answer.lost().get(0).nodes().get(0);
            double before = answer.nodes().get(1).used().best();
            assertThat(right.used().best() - before).as("%d cores", cores).isCloseTo(2.5, within(1e-9));
            assertThat(right.usedShare().best() * cores).as("%d cores", cores).isCloseTo(3.6, within(1e-9));
        }
    }

    /** The cores of the catalogue, with what the lab guesses of its guests: 2.02 of 6 cores (by hand), promised 27. */
    @Test
    void v1IsCarriedByItsSecondNode() {
        Lab lab = LabText.shipped("v1");
        var compiled = Compiler.compile(lab);
        CpuAnswer answer =
                new CpuStudy(lab, compiled, new Unknowns(2000, 1)).answer(new MemoryStudy(lab, compiled).answer());
        assertThat(answer.notStated()).isEmpty();
        assertThat(answer.nodes())
                .extracting(node -> node.name() + " " + node.cores())
                .containsExactly("node1 28", "node2 6");
        Left node2 = answer.lost().get(0).nodes().get(0);
        assertThat(node2.promised()).isEqualTo(27);
        assertThat(node2.used().best()).isCloseTo(2.02, within(1e-9));
    }
}
