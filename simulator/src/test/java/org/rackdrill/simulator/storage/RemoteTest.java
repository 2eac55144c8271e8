package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mirror at the other end of a cable. */
class RemoteTest {

    private static final int MIRROR = 2;
    private static final int THERE = 2;
    private static final int BACK = 3;

    /** Gigabit Ethernet. */
    private static final Line LINE = new Line(112e6 / 1000);

    private static final double BYTES = 131_072;

    private static final Remote REMOTE = new Remote(new Copies(0, MIRROR, MIRROR), THERE, BACK, 0.3);

    private static Rig rig(Load load, Server disk) {
        return Rig.of(List.of(disk, disk, LINE, LINE), load);
    }

    private static Observed one(Route route) {
        return new Traffic(rig(new Load.Closed("one", 1, 0, luck -> route), Server.fixed(1, 5)))
                .run(Span.ofSeconds(10), 1, 0);
    }

    @Test
    void aReadComesBackOverTheLine() {
        Observed found = one(plan -> REMOTE.read(plan, 0, 0, BYTES));

        assertThat(found.load().meanMillis()).isCloseTo(0.3 + 5 + BYTES / 112e3, within(1e-9));
        assertThat(found.devices().get(THERE).perSecond()).isZero();
    }

    @Test
    void aWriteGoesThereBeforeTheDisksHaveIt() {
        Observed found = one(plan -> REMOTE.write(plan, 0, 0, new Layout.Write(BYTES, true, false)));

        assertThat(found.load().meanMillis()).isCloseTo(0.3 + BYTES / 112e3 + 5, within(1e-9));
        assertThat(found.devices().get(BACK).perSecond()).isZero();
    }

    /** The line of an open load is a queue with fixed times; the disks before it are many enough not to count. */
    @ParameterizedTest
    @CsvSource({"300", "600", "800"})
    void whoReadsMuchWaitsForTheLine(double perSecond) {
        double transfer = BYTES / 112e3;
        double waits = ClosedForms.wait(perSecond / 1000, transfer, 0);
        Load load = new Load.Open("reads", perSecond, luck -> plan -> REMOTE.read(plan, 0, 0, BYTES));

        // So many channels that nobody waits before the line, and those who come stay apart as they came.
        Trial trial = Trial.run(rig(load, Server.fixed(1000, 5)), Span.ofSeconds(40), 20, 1);

        Estimate found = trial.estimate(it -> it.load().meanMillis());
        assertThat(found.mean()).isCloseTo(0.3 + 5 + transfer + waits, within(found.halfWidth(0.999)));
        assertThat(found.halfWidth(0.999)).isLessThan(0.15 * waits);
    }

    @Test
    void moreThanTheLineCarriesIsRefusedWhateverTheDisksCanDo() {
        Load load = new Load.Open("reads", 1000, luck -> plan -> REMOTE.read(plan, 0, 0, BYTES));
        Rig rig = new Rig(List.of(Server.fixed(100, 5), Server.fixed(100, 5), LINE, LINE), List.of(load), 200);

        Observed found = new Traffic(rig).run(Span.ofSeconds(100), 1, 0);

        assertThat(found.load().perSecond() * BYTES).isCloseTo(112e6, within(1e5));
        assertThat(found.load().refusedShare()).isCloseTo(1 - 112e6 / BYTES / 1000, within(0.01));
    }

    @Test
    void aDiskAtTheOtherEndCanFailAndTheLineIsNoneOfThem() {
        Layout layout = REMOTE.without(0);
        Load load = new Load.Closed("one", 1, 0, luck -> plan -> layout.read(plan, 0, 0, BYTES));

        Observed found = new Traffic(rig(load, Server.fixed(1, 5))).run(Span.ofSeconds(1), 1, 0);

        assertThat(found.devices().get(0).perSecond()).isZero();
        assertThat(found.devices().get(1).perSecond()).isPositive();
        assertThatThrownBy(() -> REMOTE.without(BACK)).hasMessageContaining("device 3 is none of 0 to 1");
    }
}
