package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.storage.Device;
import org.rackdrill.simulator.storage.Layout;
import org.rackdrill.simulator.storage.Line;
import org.rackdrill.simulator.storage.Observed;
import org.rackdrill.simulator.storage.Rig;
import org.rackdrill.simulator.storage.Server;
import org.rackdrill.simulator.storage.SolidState;
import org.rackdrill.simulator.storage.Span;
import org.rackdrill.simulator.storage.Trial;

/** The ways of requests, each over devices whose times are known. */
class PathsTest {

    private static final Rates EVENLY = new Rates.OneHour(12, 1);
    private static final Span TEN_MINUTES = new Span(20_000, 600_000);

    private static Observed run(PoolModel pool) {
        return Trial.one(new Rig(pool.devices(), Loads.of(pool, EVENLY, Layout.ALL_WORK), 10_000), TEN_MINUTES, 1, 0);
    }

    private static double meanMillis(PoolModel pool) {
        return run(pool).load().meanMillis();
    }

    private static List<Device> fixed(double... millis) {
        return java.util.Arrays.stream(millis)
                .<Device>mapToObj(it -> Server.fixed(1, it))
                .toList();
    }

    /** Pollaczek and Khinchine for equal times: W = S + rho S / 2 (1 - rho). */
    private static double alone(double perSecond, double millis) {
        double rho = perSecond * millis / 1000;
        return millis + rho * millis / 2 / (1 - rho);
    }

    @Test
    void aSynchronousWriteWithoutALogWaitsForAllDisks() {
        PoolModel pool = Pools.mirror(
                fixed(10, 10), 0, false, true, Pools.stream("db", 0.001, 20, 1).build());
        PoolModel slower = Pools.mirror(
                fixed(10, 16), 0, false, true, Pools.stream("db", 0.001, 20, 1).build());

        // Beside it, what was written goes out in bursts, which the mean feels: it is no less than without them.
        assertThat(meanMillis(pool)).isGreaterThan(alone(20, 10));
        assertThat(meanMillis(slower)).isGreaterThan(meanMillis(pool));
    }

    @Test
    void aLogTakesTheSynchronousWritesAndTheDisksAreNotFelt() {
        PoolModel pool = Pools.mirror(
                fixed(10, 10, 0.5),
                1,
                false,
                true,
                Pools.stream("db", 0.001, 20, 1).build());

        assertThat(meanMillis(pool)).isCloseTo(StreamRoute.HIT_MILLIS + alone(20, 0.5), withinPercentage(1));
    }

    @Test
    void aMirroredLogWaitsForTheSlowerDisk() {
        PoolModel pool = Pools.mirror(
                fixed(10, 10, 0.5, 2),
                2,
                false,
                true,
                Pools.stream("db", 0.001, 20, 1).build());

        assertThat(meanMillis(pool)).isCloseTo(StreamRoute.HIT_MILLIS + alone(20, 2), withinPercentage(1));
    }

    @Test
    void aSolidStateDiskWithoutCapacitorsFlushesOneWriteAfterTheOther() {
        SolidState consumer = SolidState.ofFigures(90_000, 500e6, 700, 20e9, 115e6);
        SolidState enterprise = SolidState.ofFigures(90_000, 500e6, 15_000, 2e9, 420e6);
        double slow = meanMillis(Pools.mirror(
                List.of(consumer),
                0,
                false,
                false,
                Pools.stream("db", 0.001, 50, 1).build()));
        double fast = meanMillis(Pools.mirror(
                List.of(enterprise),
                0,
                false,
                false,
                Pools.stream("db", 0.001, 50, 1).build()));

        // 700 a second are 1.43 ms each; at 50 a second few wait. 16 KiB at 500 MB/s are 0.03 ms.
        assertThat(slow).isBetween(1.43, 1.55);
        assertThat(fast).isBetween(0.07, 0.2);
    }

    @Test
    void readsFromAnotherNodeCrossTheNetworkAfterTheDisk() {
        List<Device> devices = List.of(Server.fixed(1, 10), new Line(16_384), new Line(16_384));
        PoolModel pool = Pools.mirror(
                devices,
                0,
                true,
                false,
                Pools.stream("films", 1, 0, 0).fromElsewhere().build());

        // 10 ms at the disk and 1 ms on the line, hardly any waiting at one a second.
        assertThat(meanMillis(pool))
                .isCloseTo(StreamRoute.HIT_MILLIS + StreamRoute.NETWORK_MILLIS + alone(1, 10) + 1, withinPercentage(1));
    }

    @Test
    void whatMemoryCollectsGoesOutEveryFiveSecondsAndNotInBetween() {
        PoolModel pool = Pools.mirror(
                fixed(1, 1), 0, false, false, Pools.stream("files", 2, 100, 0).build());
        Span quarters = new Span(20_000, 600_000, 1_250);

        Observed observed =
                Trial.one(new Rig(pool.devices(), Loads.of(pool, EVENLY, Layout.ALL_WORK), 10_000), quarters, 1, 0);

        List<Double> windows = observed.device().windows();
        long busy = windows.stream().filter(it -> it > 0.2).count();
        // 500 writes of 1 ms fill less than one quarter of five seconds: a burst touches one of four, or two at its
        // edge.
        assertThat((double) busy / windows.size()).isBetween(0.2, 0.35);
        // 100 writes of 1 ms a second, and each disk half of 2 reads.
        assertThat(observed.device().utilisation()).isCloseTo(0.101, withinPercentage(3));
    }

    @Test
    void withoutOverwritingInPlaceABlockIsWrittenWholeAndSmallOnesGoTogether() {
        Stream files = Pools.stream("files", 0.001, 160, 0).build();
        PoolModel together = Pools.mirror(fixed(5, 5), 0, false, true, files);
        PoolModel inPlace = Pools.mirror(fixed(5, 5), 0, false, false, files);

        // 160 blocks of 16 KiB are ten pieces of 256 KiB.
        assertThat(run(together).device().perSecond()).isCloseTo(10, withinPercentage(5));
        assertThat(run(inPlace).device().perSecond()).isCloseTo(160, withinPercentage(5));
    }

    @Test
    void aScrubGivesWayAndIsFeltAllTheSame() {
        PoolModel pool = Pools.mirror(
                fixed(10, 10), 0, false, false, Pools.stream("files", 40, 0, 0).build());
        var loads = new java.util.ArrayList<>(Loads.of(pool, EVENLY, Layout.ALL_WORK));
        double before = meanMillis(pool);
        loads.addAll(Loads.scrub(pool, Layout.ALL_WORK));

        Observed scrubbed = Trial.one(new Rig(pool.devices(), loads, 10_000), TEN_MINUTES, 1, 0);

        assertThat(scrubbed.device().utilisation()).isGreaterThan(0.999);
        // Whoever comes waits for the piece that is being read, which is half of one in the mean, and not for more.
        assertThat(scrubbed.load().meanMillis()).isBetween(before, before + 10);
    }
}
