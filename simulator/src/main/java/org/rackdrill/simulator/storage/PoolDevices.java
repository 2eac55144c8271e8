package org.rackdrill.simulator.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.RaidzGroup;
import org.rackdrill.model.lab.Trait;

/**
 * The pool of a lab as devices, and the layout over them.
 *
 * @param devices one for each disk; hot spares have none
 * @param layout how requests become operations of theirs
 */
public record PoolDevices(List<Device> devices, Layout layout) {

    /** What the software RAID of Linux writes to one disk before it goes on to the next. */
    private static final double CHUNK_BYTES = 65_536;

    public PoolDevices {
        devices = List.copyOf(devices);
    }

    /**
     * Returns the devices of a pool, at the best guess of what each disk can do; nothing when one of them is a
     * solid-state disk, since the catalogue does not say what a flush costs it.
     *
     * @param first the number of its first device in the rig
     * @param recordBytes the record size of the file system; matters for RAID-Z only
     */
    public static Optional<PoolDevices> of(Pool pool, int first, long recordBytes) {
        List<Device> devices = new ArrayList<>();
        for (Part disk : pool.disks()) {
            double perSecond = disk.traits().value(Trait.RANDOM_IOPS).perSecond();
            if (perSecond > HardDisk.MOST_PER_SECOND) {
                return Optional.empty();
            }
            devices.add(HardDisk.ofFigures(
                    perSecond, disk.traits().value(Trait.SEQUENTIAL).bytesPerSecond()));
        }
        return Optional.of(new PoolDevices(devices, layout(pool, first, recordBytes)));
    }

    /**
     * Returns how requests become operations of a pool's disks.
     *
     * @param first the number of its first disk in the rig
     * @param recordBytes the record size of the file system; matters for RAID-Z only
     */
    public static Layout layout(Pool pool, int first, long recordBytes) {
        int disks = pool.disks().size();
        int tolerance = pool.layout().tolerance(disks);
        return switch (pool.layout()) {
            case STRIPE -> new Copies(first, disks, 1);
            case MIRROR -> new Copies(first, disks, disks);
            case RAID10 -> new Copies(first, disks, 2);
            case RAIDZ1, RAIDZ2, RAIDZ3 ->
                new Raidz(first, new RaidzGroup(disks, tolerance, RaidzGroup.USUAL_SECTOR_BYTES), recordBytes);
            // Two disks of SHR are a mirror.
            case SHR_1, SHR_2 ->
                disks == 2 ? new Copies(first, 2, 2) : new Parity(first, disks, tolerance, CHUNK_BYTES);
        };
    }
}
