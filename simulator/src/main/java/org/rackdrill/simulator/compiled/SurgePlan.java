package org.rackdrill.simulator.compiled;

/**
 * Surges of one kind at one site.
 *
 * @param mode their own clock
 * @param kills the chance of each thing that they reach to die
 * @param takesDisks the chance of each disk to die with its node
 * @param victims in the order in which a surge on copper passes them
 */
public record SurgePlan(int mode, Chance kills, Chance takesDisks, Victim[] victims) {

    /** The surge does not come to this thing along copper. */
    public static final int NO_COPPER = -2;

    /** The copper from outside ends here. */
    public static final int FROM_OUTSIDE = -1;

    /** More things than any lab has at one site; the number of a death is its plan times this, plus its place there. */
    public static final int MOST_VICTIMS = 100_000;

    /** What a victim is. */
    public enum Kind {
        UPS,
        MACHINE,
        WAN
    }

    /**
     * Something that may die.
     *
     * @param subject its number among its kind
     * @param mode its death, which a new part ends
     * @param open whether the mains reach it with nothing between that stops a surge
     * @param behind UPS that stop a surge from the mains as long as they are whole
     * @param copper the victim that must die first for a surge to come along copper, or a constant
     * @param disks the disks in it
     */
    public record Victim(Kind kind, int subject, int mode, boolean open, int[] behind, int copper, int[] disks) {}
}
