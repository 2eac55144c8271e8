package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects on three nodes with one disk each, numbered 0 to 2; their lines are 3 to 8. */
class CephTest {

    private static final double BYTES = 10_000;
    private static final Line LINE = new Line(10_000);
    private static final Ceph THREE =
            new Ceph(List.of(List.of(0), List.of(1), List.of(2)), List.of(3, 5, 7), 3, 0.2, Layout.ALL_WORK);

    private static List<Device> devices(Device... disks) {
        List<Device> devices = new ArrayList<>(List.of(disks));
        for (int i = 0; i < 6; i++) {
            devices.add(LINE);
        }
        return devices;
    }

    private static Observed ask(Layout layout, List<Device> devices, boolean writes) {
        Layout.Write write = new Layout.Write(BYTES, true, true);
        Load load = new Load.Closed("one", 1, 0, luck -> plan -> {
            if (writes) {
                layout.write(plan, luck.nextInt(999), 0.5, write);
            } else {
                layout.read(plan, luck.nextInt(999), 0.5, BYTES);
            }
        });
        return new Traffic(Rig.of(devices, load)).run(Span.ofSeconds(300), 1, 0);
    }

    private static List<Device> equal() {
        return devices(Server.fixed(1, 5), Server.fixed(1, 5), Server.fixed(1, 5));
    }

    @Test
    void aReadTakesOneDiskAndOneLine() {
        Observed observed = ask(THREE, equal(), false);

        assertThat(observed.load().meanMillis()).isCloseTo(0.2 + 5 + 1, within(1e-6));
        assertThat(observed.device().utilisation()).isCloseTo(5 / 6.2 / 3, withinPercentage(4));
    }

    @Test
    void aWriteCrossesTheNetworkTwiceAndWaitsForAllDisks() {
        // In; out twice, one after the other; in to both at once; then three disks at once.
        assertThat(ask(THREE, equal(), true).load().meanMillis()).isCloseTo(0.4 + 1 + 2 + 1 + 5, within(1e-6));
    }

    @Test
    void theSlowestOfThreeExponentialDisksMakesTheWrite() {
        List<Device> disks = devices(Server.exponential(1, 6), Server.exponential(1, 6), Server.exponential(1, 6));

        // The maximum of three takes 1 + 1/2 + 1/3 of the mean.
        assertThat(ask(THREE, disks, true).load().meanMillis()).isCloseTo(4.4 + 11, withinPercentage(2));
    }

    @Test
    void withoutADiskTwoCopiesAreWrittenAndTheNextOneIsRead() {
        Observed read = ask(THREE.without(0), equal(), false);
        Observed written = ask(THREE.without(0), equal(), true);

        assertThat(read.devices().get(0).perSecond()).isZero();
        // A third of the reads goes one node further.
        assertThat(read.devices().get(1).perSecond())
                .isCloseTo(2 * read.devices().get(2).perSecond(), withinPercentage(4));
        assertThat(written.devices().get(0).perSecond()).isZero();
        assertThat(written.load().meanMillis()).isCloseTo(0.4 + 1 + 1 + 1 + 5, within(1e-6));
    }

    @Test
    void moreCopiesThanNodesCannotBe() {
        assertThatThrownBy(() -> new Ceph(List.of(List.of(0)), List.of(1), 2, 0, Layout.ALL_WORK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ceph(List.of(List.of(0)), List.of(1), 1, 0, Layout.ALL_WORK).without(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
