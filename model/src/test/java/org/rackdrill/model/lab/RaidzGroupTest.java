package org.rackdrill.model.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaidzGroupTest {

    private static final int SECTOR = RaidzGroup.USUAL_SECTOR_BYTES;

    private static final double TIB = Math.pow(2, 40);

    /** What every pool keeps for itself, at most. */
    private static final double SLOP_TIB = 0.125;

    /**
     * What the OpenZFS capacity calculator of jro.io prints for disks of 61.44 TB, where partitions and the rounding of
     * its parts of the disks hardly count.
     */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 8, 893.002",
        "4, 1, 6, 974.263",
        "5, 1, 4, 892.615",
        "5, 2, 4, 661.245",
        "6, 2, 4, 893.044",
        "10, 2, 2, 851.143",
        "11, 2, 2, 936.289"
    })
    void hasTheRoomThatIsPublished(int disks, int parity, int groups, double tebibytes) {
        double raw = disks * groups * 61.44e12 / TIB;

        assertThat(raw * new RaidzGroup(disks, parity, SECTOR).usableShare() - SLOP_TIB)
                .isCloseTo(tebibytes, withinPercentage(0.02));
    }

    @ParameterizedTest
    @CsvSource({
        // 32 sectors in 8 rows, 40 with parity, rounded up to 42
        "10, 2, 131072, 42",
        // 32 sectors in 11 rows, 43 with parity, rounded up to 44
        "4, 1, 131072, 44",
        // one sector with its parity is a mirror, whatever the disks
        "8, 1, 4096, 2",
        "8, 2, 4096, 3",
        "8, 3, 4096, 4",
        // two sectors and two of parity, rounded up to a multiple of three
        "8, 2, 8192, 6",
        // what is not a whole sector takes one
        "8, 2, 4097, 6",
        "3, 1, 16384, 6",
        "11, 3, 131072, 44"
    })
    void takesSectorsForParityAndPadding(int disks, int parity, long block, long sectors) {
        assertThat(new RaidzGroup(disks, parity, SECTOR).allocatedBytes(block)).isEqualTo(sectors * SECTOR);
    }

    @Test
    void oldSectorsOfHalfAKilobyteLoseLessToPadding() {
        assertThat(new RaidzGroup(8, 2, 512).usableShare()).isCloseTo(0.748, within(0.003));
        assertThat(new RaidzGroup(8, 2, SECTOR).usableShare()).isCloseTo(0.711, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4096, 8192, 20_000, 65_536, 131_072, 1_048_576})
    void itsColumnsHoldTheBlockAndNoMoreThanOneSectorTooMuch(long block) {
        RaidzGroup group = new RaidzGroup(7, 2, SECTOR);
        long held = 0;
        for (int column = 0; column < group.dataColumns(block); column++) {
            held += group.columnBytes(block, column);
        }

        assertThat(held).isBetween(block, block + SECTOR - 1);
        assertThat(group.dataColumns(block)).isLessThanOrEqualTo(5);
        assertThat(group.columnBytes(block, 0)).isGreaterThanOrEqualTo(group.columnBytes(block, 4));
        assertThat(held + 2 * group.columnBytes(block, 0)).isLessThanOrEqualTo(group.allocatedBytes(block));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new RaidzGroup(2, 2, SECTOR)).hasMessageContaining("2 disks with 2 of parity");
        assertThatThrownBy(() -> new RaidzGroup(9, 4, SECTOR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RaidzGroup(9, 2, 5000)).hasMessageContaining("sectors of 5000");
    }
}
