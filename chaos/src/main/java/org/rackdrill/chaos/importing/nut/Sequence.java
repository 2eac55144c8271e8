package org.rackdrill.chaos.importing.nut;

import java.time.Duration;
import java.util.List;

/**
 * What a UPS says, and when.
 *
 * @param moments in the order of time; those in which it says nothing new are left out
 * @param total until the last line has been read and its pause is over
 * @param loops whether the driver starts again at the end
 */
record Sequence(List<Moment> moments, Duration total, boolean loops) {

    Sequence {
        moments = List.copyOf(moments);
    }

    /**
     * What is said between two pauses.
     *
     * @param at from the beginning of the file
     */
    record Moment(Duration at, List<Said> said) {
        Moment {
            said = List.copyOf(said);
        }
    }

    /**
     * One variable.
     *
     * @param line from 1
     * @param value empty: the UPS no longer has it
     */
    record Said(int line, String variable, String value) {}
}
