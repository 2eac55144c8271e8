package org.rackdrill.model.lab;

/**
 * The geometry of a RAID-Z group: how OpenZFS cuts a block into columns, and what it takes for it.
 *
 * <p>A block is cut into sectors, which lie row by row on the disks that are not parity; every row has its parity, and
 * what is taken is rounded up to a multiple of parity + 1 sectors, so that no gap is left that is too small for the
 * smallest block (OpenZFS, {@code vdev_raidz.c}). So small blocks cost much more than disks / (disks - parity).
 *
 * @param disks more than {@code parity}
 * @param parity 1 to 3
 * @param sectorBytes the smallest unit of the disks; a power of 2
 */
public record RaidzGroup(int disks, int parity, int sectorBytes) {

    /** What disks of our time have, whatever they say, and what OpenZFS takes then ({@code ashift=12}). */
    public static final int USUAL_SECTOR_BYTES = 4096;

    /** The block by which OpenZFS reckons how much room there is, whatever the record size. */
    private static final long RECKONED_BYTES = 128 * 1024;

    /** The unit in which it does so. */
    private static final long RECKONED_SECTOR = 512;

    public RaidzGroup {
        if (parity < 1 || parity > 3 || disks <= parity) {
            throw new IllegalArgumentException("no RAID-Z of " + disks + " disks with " + parity + " of parity");
        }
        if (sectorBytes < RECKONED_SECTOR || Integer.bitCount(sectorBytes) != 1) {
            throw new IllegalArgumentException("no sectors of " + sectorBytes + " bytes");
        }
    }

    /** Returns how many bytes of the disks a block takes, with parity and padding. */
    public long allocatedBytes(long blockBytes) {
        long data = sectors(blockBytes);
        long taken = data + parity * ceil(data, disks - parity);
        return ceil(taken, parity + 1L) * (parity + 1L) * sectorBytes;
    }

    /** Returns the share of the disks' bytes that OpenZFS counts as room for data. */
    public double usableShare() {
        return (double) reckoned() / RECKONED_SECTOR;
    }

    /** OpenZFS keeps the share as a whole number of 512ths. */
    private long reckoned() {
        return RECKONED_BYTES / (allocatedBytes(RECKONED_BYTES) / RECKONED_SECTOR);
    }

    /** Returns over how many disks the data of a block are spread. */
    public int dataColumns(long blockBytes) {
        return (int) Math.min(disks - parity, sectors(blockBytes));
    }

    /**
     * Returns how many bytes of a block lie on one disk.
     *
     * @param column which of its disks, from 0; the parity is as long as the first
     */
    public long columnBytes(long blockBytes, int column) {
        long rows = sectors(blockBytes) / (disks - parity);
        long longer = sectors(blockBytes) % (disks - parity);
        return (rows + (column < longer ? 1 : 0)) * sectorBytes;
    }

    private long sectors(long blockBytes) {
        return ceil(blockBytes, sectorBytes);
    }

    private static long ceil(long value, long unit) {
        return (value + unit - 1) / unit;
    }
}
