package org.rackdrill.chaos.measurement;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a disk says of itself. What it does not say is empty, which is not the same as none.
 *
 * @param hours how long it has been running
 * @param reallocated sectors that were unreadable or unwritable and have been replaced; of SCSI disks the grown defects
 * @param pending sectors that could not be read and wait for a write
 * @param uncorrectable sectors that could not be read when it looked for such by itself, or errors of the medium
 * @param worn the share of its life that a solid-state disk has used up; may be above 1
 * @param errors entries of its log of errors
 */
public record DriveHealth(
        String model,
        String serial,
        OptionalDouble hours,
        OptionalLong reallocated,
        OptionalLong pending,
        OptionalLong uncorrectable,
        OptionalDouble worn,
        OptionalLong errors,
        Optional<Boolean> passed)
        implements Measurement {

    /** Returns how many places of its medium were found unreadable, of those that it counts. */
    public OptionalLong unreadable() {
        boolean said = reallocated.isPresent() || pending.isPresent() || uncorrectable.isPresent();
        // The same sector may be pending and uncorrectable, so that the larger number of the two is what is known.
        return said
                ? OptionalLong.of(reallocated.orElse(0) + Math.max(pending.orElse(0), uncorrectable.orElse(0)))
                : OptionalLong.empty();
    }
}
