package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A limit on operations a second, which lets them pass in slices. */
class LimitTest {

    /** What the kernel makes of 100 operations a second. */
    private static final Limit HUNDRED = new Limit(10, 100, 0.01);

    private static final long SEED = 42;

    private static Observed with(Limit limit, Load load) {
        return new Traffic(new Rig(List.of(limit), List.of(load), 1000)).run(new Span(10_000, 100_000), 1, 0);
    }

    private static Load clients(int count) {
        return new Load.Closed("clients", count, 0, luck -> plan -> plan.read(0, 0, 4096));
    }

    @Test
    void askedOneByOneNineInTenPassAtOnceAndOneWaitsForTheNextSlice() {
        Observed.OfLoad found = with(HUNDRED, clients(1)).load();

        assertThat(found.perSecond()).isCloseTo(100, within(0.2));
        assertThat(found.quantileMillis(0.89)).isCloseTo(0.01, within(0.001));
        assertThat(found.quantileMillis(0.91)).isCloseTo(100, within(3.0));
    }

    @Test
    void behindManyOthersARequestWaitsSomeWholeSlices() {
        // 16 requests are 1.6 slices: four in ten wait for one, and six for two.
        Observed.OfLoad found = with(HUNDRED, clients(16)).load();

        assertThat(found.perSecond()).isCloseTo(100, within(0.2));
        assertThat(found.meanMillis()).isCloseTo(160, within(1.0));
        assertThat(found.quantileMillis(0.38)).isCloseTo(100, within(3.0));
        assertThat(found.quantileMillis(0.42)).isCloseTo(200, within(5.0));
        assertThat(found.quantileMillis(0.99)).isCloseTo(200, within(5.0));
    }

    @Test
    void whoAsksSeldomNeverWaitsAndTheDeviceIsIdle() {
        Load seldom = new Load.Closed("seldom", 1, 50, luck -> plan -> plan.read(0, 0, 4096));

        Observed found = with(HUNDRED, seldom);

        assertThat(found.load().quantileMillis(0.999)).isLessThan(0.02);
        assertThat(found.device().utilisation()).isLessThan(0.01);
    }

    @Test
    void whatIsAskedBeyondItIsRefusedInTheEnd() {
        Observed found = with(HUNDRED, new Load.Open("flood", 200, luck -> plan -> plan.read(0, 0, 4096)));

        assertThat(found.load().perSecond()).isCloseTo(100, within(0.5));
        assertThat(found.load().refusedShare()).isCloseTo(0.5, within(0.02));
        assertThat(found.device().utilisation()).isCloseTo(1, within(0.01));
    }

    /** Times as one client measures them, on a machine that has other work. */
    private static double[] measured(Limit limit, int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] times = new double[count];
        double late = 0;
        double quick = 0;
        for (int i = 0; i < count; i++) {
            if (i % limit.perSlice() == limit.perSlice() - 1) {
                double later = 4 * random.nextDouble();
                times[i] = limit.sliceMillis() - quick + later - late;
                late = later;
                quick = 0;
            } else {
                times[i] = limit.millis() * (1 + (random.nextInt(50) == 0 ? 100 : random.nextDouble()));
                quick += times[i];
            }
        }
        return times;
    }

    @Test
    void itIsFoundInTimesThatWereMeasuredOneByOne() {
        for (Limit limit : List.of(HUNDRED, new Limit(5, 100, 0.03), new Limit(40, 250, 0.1))) {
            Limit found = Limit.ofOneByOne(measured(limit, 900)).orElseThrow();

            assertThat(found.perSlice()).isEqualTo(limit.perSlice());
            assertThat(found.sliceMillis()).isCloseTo(limit.sliceMillis(), within(0.05 * limit.sliceMillis()));
            assertThat(found.millis()).isCloseTo(limit.millis(), within(limit.millis()));
        }
    }

    @Test
    void timesOfADiskAreNoLimit() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] disk = random.doubles(1000).map(it -> 4 + 17 * it).toArray();
        double[] byChance =
                random.doubles(1000).map(it -> it < 0.1 ? 100 : 0.05).toArray();

        assertThat(Limit.ofOneByOne(disk)).isEmpty();
        assertThat(Limit.ofOneByOne(byChance))
                .as("slow at no regular distances")
                .isEmpty();
        assertThat(Limit.ofOneByOne(new double[0])).isEmpty();
        assertThat(Limit.ofOneByOne(new double[] {1, 100, 1, 100})).isEmpty();
    }
}
