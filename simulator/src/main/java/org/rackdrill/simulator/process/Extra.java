package org.rackdrill.simulator.process;

/**
 * One strike more than luck deals, so that its consequences can be seen however rare it is.
 *
 * @param mode that strikes, or {@link #NONE} where nothing does
 * @param atHours when, from the start of the history
 */
public record Extra(int mode, double atHours) {

    /** The mode of nothing. */
    private static final int NONE = -1;

    /** Luck deals everything. */
    public static final Extra NOTHING = new Extra(NONE, 0);

    /** Returns whether there is one. */
    boolean strikes() {
        return mode != NONE;
    }
}
