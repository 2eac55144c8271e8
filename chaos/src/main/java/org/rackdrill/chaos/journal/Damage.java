package org.rackdrill.chaos.journal;

/**
 * What is wrong with a journal, from the first place that cannot be trusted. Everything before it is as it was written.
 *
 * @param record how many records stand whole before it
 * @param at the place in the file, in bytes
 * @param hides whether whole records stand behind it: then something in the middle was changed, and not the end lost
 *     with the power
 * @param what a sentence for people
 */
public record Damage(int record, long at, boolean hides, String what) {

    @Override
    public String toString() {
        return "record %d, at byte %d: %s; %s"
                .formatted(
                        record + 1,
                        at,
                        what,
                        hides ? "whole records follow that cannot be trusted" : "no whole record follows");
    }
}
