package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Scenario;

/** The chance that Ceph loses the last copy of something. */
class CephRiskTest {

    /** Four disks of 1 TB on each of three members; 180 GB at 80 MB/s over the network: 0.625 h and the 600 s before. */
    private static double lossPerHour(int size, String fails) {
        CompiledLab lab =
                Compiler.compile(Scenario.of("""
                        nodes:
                          a: {pools: {osd: {layout: stripe, used: 18%%, disks: {model: generic-hdd, count: 4, fails: %1$s, <steady disk>}}}}
                          b: {pools: {osd: {layout: stripe, used: 18%%, disks: {model: generic-hdd, count: 4, fails: %1$s, <steady disk>}}}}
                          c: {pools: {osd: {layout: stripe, used: 18%%, disks: {model: generic-hdd, count: 4, fails: %1$s, <steady disk>}}}}
                        clusters:
                          pve: {members: [a, b, c], ceph: {size: %2$d, min-size: %2$d, network: 727.272727 Mbit/s}}
                        services:
                          app: {kind: vm, cluster: pve, on: a, storage: ceph, data: {at: ceph, size: 1 GB}, <steady guest>}
                        """.formatted(fails, size)).lab());
        return new Durability(lab)
                .rates(lab.data()[0], lab.parameters().bestGuess())
                .disksOnly();
    }

    @Test
    void twoCopiesAreLostWhenASecondMemberLosesADiskInTime() {
        double perMember = 4 / 10_000.0;
        double hours = 0.625 + 1 / 6.0;

        // Three members, and two of them while the copies are made again: all of it is rare.
        assertThat(lossPerHour(2, "exp(10000 h)"))
                .isCloseTo(3 * perMember * 2 * perMember * hours, withinPercentage(0.5));
    }

    @Test
    void aThirdCopyIsWorthMoreThanAHundredTimes() {
        assertThat(lossPerHour(3, "exp(10000 h)"))
                .isLessThan(lossPerHour(2, "exp(10000 h)") / 100)
                .isPositive();
    }
}
