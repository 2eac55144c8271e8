package org.rackdrill.model.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Bytes;

/**
 * Disks that live and die together.
 *
 * @param disks every disk in place, hot spares not counted; mixed models are allowed
 * @param spares hot spares that a resilver takes without waiting for hands
 * @param bought when the disks were bought, as the year; disks bought together age together
 * @param age how old the disks are at the start of the study
 * @param scrub how often every block is read and healed; none: never
 * @param used the share of the pool that is filled, which a resilver has to read
 * @param errorsFound how long an unreadable block stays unseen, from its beginning; none: until the next scrub
 * @param recordSize the largest block that its file system reads and writes as one
 * @param log disks that take synchronous writes first (SLOG), mirrored; empty: the disks of the pool do
 * @param cache disks that keep what was read (L2ARC, SSD cache); empty: only memory does
 */
public record Pool(
        String name,
        Layout layout,
        List<Part> disks,
        int spares,
        Optional<Integer> bought,
        Duration age,
        boolean encrypted,
        Optional<Duration> scrub,
        Setting<org.rackdrill.model.quantity.Share> used,
        Optional<Setting<Life>> errorsFound,
        Bytes recordSize,
        List<Part> log,
        List<Part> cache) {

    /** How blocks are spread over the disks. */
    public enum Layout {
        STRIPE,
        MIRROR,
        RAIDZ1,
        RAIDZ2,
        RAIDZ3,
        SHR_1,
        SHR_2,
        RAID10;

        /** Returns how many disks may be lost at once, wherever they are, without losing the pool. */
        public int tolerance(int disks) {
            return switch (this) {
                case STRIPE -> 0;
                case MIRROR -> disks - 1;
                case RAIDZ1, SHR_1, RAID10 -> 1;
                case RAIDZ2, SHR_2 -> 2;
                case RAIDZ3 -> 3;
            };
        }

        /** Returns the fewest disks that it can be built from. */
        public int fewestDisks() {
            return switch (this) {
                case STRIPE -> 1;
                case MIRROR, RAIDZ1, SHR_1 -> 2;
                case RAIDZ2 -> 3;
                case RAIDZ3, SHR_2, RAID10 -> 4;
            };
        }
    }
}
