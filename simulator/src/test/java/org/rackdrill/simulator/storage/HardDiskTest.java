package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardDiskTest {

    private static final Seeks.Curve SEEKS = new Seeks.Curve(0.8, 8.5, 17);

    /** Where the arm need not move: a drum. */
    private static final Seeks.Curve NO_SEEKS = new Seeks.Curve(0, 0, 0);

    private static Trial clients(int clients, HardDisk disk, double bytes) {
        RouteMaker anywhere = luck -> plan -> plan.read(0, luck.nextDouble(), bytes);
        return Trial.run(
                Rig.of(List.of(disk), new Load.Closed("fio", clients, 0, anywhere)), Span.ofSeconds(60), 10, 1);
    }

    private static Estimate perSecond(Trial trial) {
        return trial.estimate(it -> it.load().perSecond());
    }

    @Test
    void aSeekTakesWhatTheDataSheetSays() {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        int seeks = 1_000_000;
        for (int i = 0; i < seeks; i++) {
            double from = random.nextDouble();
            sum += SEEKS.millis(Math.abs(from - random.nextDouble()), 0);
        }

        assertThat(sum / seeks).isCloseTo(8.5, withinPercentage(0.2));
        assertThat(SEEKS.millis(1, 0)).isCloseTo(17, within(1e-9));
        assertThat(SEEKS.millis(1e-9, 0)).isCloseTo(0.8, within(1e-3));
        assertThat(SEEKS.millis(0, 0)).isZero();
    }

    @Test
    void aDataSheetThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> new Seeks.Curve(5, 4, 17)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Seeks.Curve(1, 2, 17)).hasMessageContaining("root of the distance");
        assertThatThrownBy(() -> new Seeks.Curve(1, 12, 13)).hasMessageContaining("slope");
    }

    @Test
    void oneClientWaitsForTheMeanSeekAndHalfATurn() {
        HardDisk disk = HardDisk.turning(7200, SEEKS, 200e6, 32);
        double millis = 8.5 + 60_000 / 7200.0 / 2 + 4096 / 200e3;

        Estimate found = perSecond(clients(1, disk, 4096));

        assertThat(found.mean()).isCloseTo(1000 / millis, within(found.halfWidth(0.999)));
        assertThat(found.halfWidth(0.999)).isLessThan(0.02 * found.mean());
    }

    /**
     * When a disk has answered it goes on at once, before the same client asks again: of n clients it chooses among the
     * requests of n - 1. The head of a drum passes all of those once a turn, so that each waits for half a turn in the
     * mean, and 2(n - 1) are answered a turn.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 17, 32})
    void aDrumAnswersInATurnTwiceAsManyAsWait(int clients) {
        HardDisk drum = new HardDisk(NO_SEEKS, 8, 1e12, 32);

        Estimate found = perSecond(clients(clients, drum, 1));

        assertThat(found.mean()).isCloseTo(2 * (clients - 1) / 0.008, within(found.halfWidth(0.999)));
        assertThat(found.halfWidth(0.999)).isLessThan(0.02 * found.mean());
    }

    @Test
    void whatIsReadAndWrittenBackTakesAWholeTurnMore() {
        HardDisk disk = HardDisk.turning(7200, SEEKS, 200e6, 32);
        RouteMaker update = luck -> plan -> {
            double place = luck.nextDouble();
            plan.read(0, place, 4096).then().write(0, place, 4096);
        };
        double turn = 60_000 / 7200.0;

        Estimate found = Trial.run(
                        Rig.of(List.of(disk), new Load.Closed("update", 1, 0, update)), Span.ofSeconds(60), 10, 1)
                .estimate(it -> it.load().meanMillis());

        assertThat(found.mean()).isCloseTo(8.5 + 1.5 * turn + 4096 / 200e3, within(found.halfWidth(0.999)));
        assertThat(found.halfWidth(0.999)).isLessThan(0.02 * found.mean());
    }

    @Test
    void firstComeFirstServedGainsNothingByADeeperQueue() {
        HardDisk disk = HardDisk.turning(7200, SEEKS, 200e6, 1);
        Estimate alone = perSecond(clients(1, disk, 4096));

        Estimate many = perSecond(clients(32, disk, 4096));

        assertThat(many.mean()).isCloseTo(alone.mean(), withinPercentage(2));
    }

    @Test
    void theNearestFirstGainsMoreTheMoreWait() {
        HardDisk disk = HardDisk.turning(7200, SEEKS, 200e6, 32);
        double[] found = new double[3];
        int[] clients = {1, 4, 32};
        for (int i = 0; i < clients.length; i++) {
            found[i] = perSecond(clients(clients[i], disk, 4096)).mean();
        }

        assertThat(found[1]).isBetween(1.2 * found[0], 2 * found[0]);
        assertThat(found[2]).isBetween(1.3 * found[1], 4 * found[0]);
    }

    @Test
    void aQueueBehindTheDisksOwnIsServedInOrder() {
        HardDisk shallow = HardDisk.turning(7200, SEEKS, 200e6, 4);

        double four = perSecond(clients(4, shallow, 4096)).mean();
        double more = perSecond(clients(64, shallow, 4096)).mean();

        // With more behind them the four are always four, where a new one came only after an answer before.
        assertThat(more).isBetween(four, 1.2 * four);
    }

    @Test
    void withSeeksThatDependOnNothingThereIsNoNearest() {
        assertThatThrownBy(() -> HardDisk.turning(7200, new Seeks.Uniform(0, 17), 200e6, 32))
                .hasMessageContaining("distances");
    }
}
