package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.lab.RaidzGroup;

/** Disks that take a millisecond for everything, and one request after the other. */
class LayoutTest {

    private static final double BLOCK = 4096;
    private static final long RECORD = 131_072;
    private static final Layout.Write SMALL = new Layout.Write(BLOCK, true, false);

    /**
     * What requests cost.
     *
     * @param operations of all disks, for a request
     * @param millis from question to answer: the phases
     * @param busiest the operations of the busiest disk beside the mean
     */
    private record Cost(double operations, double millis, double busiest) {

        static Cost of(int disks, Layout layout, Layout.Write write) {
            return of(disks, (plan, record) -> layout.write(plan, record, 0, write));
        }

        static Cost ofReads(int disks, Layout layout, double bytes) {
            return of(disks, (plan, record) -> layout.read(plan, record, 0, bytes));
        }

        private static Cost of(int disks, Request request) {
            int[] record = {0};
            Load load = new Load.Closed("one", 1, 0, luck -> plan -> request.lay(plan, record[0]++));
            Rig rig = Rig.of(Collections.nCopies(disks, Server.fixed(1, 1)), load);
            Observed found = new Traffic(rig).run(Span.ofSeconds(10), 1, 0);
            List<Double> each =
                    found.devices().stream().map(Observed.OfDevice::perSecond).toList();
            double sum = each.stream().mapToDouble(it -> it).sum();
            return new Cost(
                    sum / found.load().perSecond(), found.load().meanMillis(), Collections.max(each) * disks / sum);
        }

        private interface Request {
            void lay(Plan plan, int record);
        }
    }

    private static void assertCost(Cost cost, double operations, double millis) {
        assertThat(cost.operations()).isCloseTo(operations, within(0.01));
        assertThat(cost.millis()).isCloseTo(millis, within(1e-9));
        assertThat(cost.busiest()).as("no disk works for the others").isCloseTo(1, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"8, 1, 1", "8, 2, 2", "2, 2, 2", "3, 3, 3"})
    void copiesAreWrittenSideBySideAndReadOnce(int disks, int copies, double operations) {
        Layout layout = new Copies(0, disks, copies);

        assertCost(Cost.of(disks, layout, SMALL), operations, 1);
        assertCost(Cost.ofReads(disks, layout, BLOCK), 1, 1);
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 4", "8, 1, 4", "8, 2, 6"})
    void aSmallWriteWithParityReadsWhatItReplacesFirst(int disks, int parities, double operations) {
        assertCost(Cost.of(disks, new Parity(0, disks, parities, 65_536), SMALL), operations, 2);
    }

    @Test
    void aWholeStripeIsWrittenWithoutReading() {
        Layout layout = new Parity(0, 5, 1, 65_536);

        assertCost(Cost.of(5, layout, new Layout.Write(4 * 65_536, true, false)), 5, 1);
        assertCost(Cost.ofReads(5, layout, 4 * 65_536), 4, 1);
    }

    @Test
    void raidzReadsTheWholeRecordFromAllDisksThatHaveIt() {
        Layout layout = new Raidz(0, new RaidzGroup(6, 2, 4096), RECORD);

        assertCost(Cost.ofReads(6, layout, BLOCK), 4, 1);
    }

    @Test
    void raidzReadsARecordBeforeItWritesAPartOfIt() {
        Layout layout = new Raidz(0, new RaidzGroup(6, 2, 4096), RECORD);

        assertCost(Cost.of(6, layout, SMALL), 4 + 6, 2);
        assertCost(Cost.of(6, layout, new Layout.Write(BLOCK, true, true)), 6, 1);
        assertCost(Cost.of(6, layout, new Layout.Write(RECORD, true, false)), 6, 1);
    }

    @Test
    void smallRecordsOfRaidzLieOnFewDisks() {
        Layout layout = new Raidz(0, new RaidzGroup(8, 2, 4096), 8192);

        assertCost(Cost.ofReads(8, layout, BLOCK), 2, 1);
        assertCost(Cost.of(8, layout, new Layout.Write(8192, true, false)), 4, 1);
    }

    @Test
    void aMirrorServesTwoReadersAtOnce() {
        Layout layout = new Copies(0, 2, 2);
        Load load = new Load.Closed("two", 2, 0, luck -> plan -> layout.read(plan, 0, 0, BLOCK));
        Rig rig = Rig.of(Collections.nCopies(2, Server.fixed(1, 1)), load);

        assertThat(new Traffic(rig).run(Span.ofSeconds(10), 1, 0).load().perSecond())
                .isCloseTo(2000, within(1.0));
    }

    /**
     * Of n disks one is lost. A read finds the lost chunk once in n times and reads all others of its stripe then. A
     * write finds its data there once in n times, and reads the other data to make the parity anew; or the parity, and
     * has one less to care for.
     */
    @ParameterizedTest
    @CsvSource({"4, 1, 1.5, 3", "8, 1, 1.75, 4", "8, 2, 1.625, 5.625"})
    void withoutOneDiskAStripeIsReadForWhatIsLost(int disks, int parities, double reads, double writes) {
        Layout layout = new Parity(0, disks, parities, 65_536).without(2);

        assertThat(Cost.ofReads(disks, layout, BLOCK).operations()).isCloseTo(reads, within(0.02));
        assertThat(Cost.of(disks, layout, SMALL).operations()).isCloseTo(writes, within(0.02));
    }

    @Test
    void aWholeStripeWithoutOneDiskIsWrittenToTheOthers() {
        Layout layout = new Parity(0, 5, 1, 65_536).without(0);

        assertThat(Cost.of(5, layout, new Layout.Write(4 * 65_536, true, false)).millis())
                .isCloseTo(1, within(1e-9));
        assertThat(Cost.of(5, layout, new Layout.Write(4 * 65_536, true, false)).operations())
                .isCloseTo(4, within(0.01));
        assertThat(Cost.ofReads(5, layout, 4 * 65_536).operations()).isCloseTo(4, within(0.01));
    }

    @Test
    void withoutOneDiskRaidzReadsAParityInstead() {
        Layout layout = new Raidz(0, new RaidzGroup(6, 2, 4096), RECORD).without(3);

        assertThat(Cost.ofReads(6, layout, BLOCK).operations()).isCloseTo(4, within(0.01));
        assertThat(Cost.of(6, layout, new Layout.Write(RECORD, true, false)).operations())
                .isCloseTo(5, within(0.01));
    }

    @Test
    void withoutOneDiskAMirrorReadsAndWritesTheOther() {
        Layout layout = new Copies(0, 4, 2).without(0);

        assertThat(Cost.ofReads(4, layout, BLOCK).operations()).isCloseTo(1, within(0.01));
        // The other pair still has two.
        assertThat(Cost.of(4, layout, SMALL).operations()).isCloseTo(1.5, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatIsLostIsNeverAsked(int lost) {
        for (Layout layout : List.of(
                new Copies(0, 4, 2), new Parity(0, 4, 1, 65_536), new Raidz(0, new RaidzGroup(4, 1, 4096), RECORD))) {
            Load load = new Load.Closed(
                    "one",
                    1,
                    0,
                    new Records(
                            1000,
                            0,
                            0.5,
                            BLOCK,
                            true,
                            new Records.Memory(Cache.Policy.LRU, 1, 1),
                            layout.without(lost)));
            Rig rig = Rig.of(Collections.nCopies(4, Server.fixed(1, 1)), load);

            List<Observed.OfDevice> found =
                    new Traffic(rig).run(Span.ofSeconds(5), 1, 0).devices();

            for (int device = 0; device < 4; device++) {
                assertThat(found.get(device).perSecond() > 0).isEqualTo(device != lost);
            }
        }
    }

    @Test
    void whatCannotBeLostIsRefused() {
        assertThatThrownBy(() -> new Copies(0, 4, 1).without(1)).hasMessageContaining("holds nothing whole");
        assertThatThrownBy(() -> new Copies(4, 4, 2).without(1)).hasMessageContaining("device 1 is none of 4 to 7");
        assertThatThrownBy(() -> new Parity(0, 4, 1, 65_536).without(4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Copies(0, 5, 2)).hasMessageContaining("5 devices cannot hold groups of 2");
        assertThatThrownBy(() -> new Parity(0, 2, 2, 65_536)).isInstanceOf(IllegalArgumentException.class);
    }
}
