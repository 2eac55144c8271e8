package org.rackdrill.simulator.history;

import java.util.Arrays;

/**
 * What kept services down together, and how often.
 *
 * <p>A combination is a number made of the cause that is blamed and up to two other things: causes, or circumstances
 * numbered after them.
 */
public final class Together {

    private static final int BITS = 20;
    private static final long MASK = (1L << BITS) - 1;

    /** As many lengths of episodes as tell their far quantiles. */
    private static final int LENGTHS_REMEMBERED = 2000;

    private final long key;
    private double hours;
    private long times;
    private float[] lengths = new float[4];

    Together(long key) {
        this.key = key;
    }

    /** Returns the number of a combination; the two others come in the order of their numbers. */
    static long key(int cause, int other, int another) {
        int low = another < 0 ? other : Math.min(other, another);
        int high = another < 0 ? -1 : Math.max(other, another);
        return ((long) cause << (2 * BITS)) | ((long) low << BITS) | (high + 1);
    }

    void add(double moreHours, double length) {
        hours += moreHours;
        if (times < LENGTHS_REMEMBERED) {
            if (times == lengths.length) {
                lengths = Arrays.copyOf(lengths, 2 * lengths.length);
            }
            lengths[(int) times] = (float) length;
        }
        times++;
    }

    /** Returns the cause that is blamed. */
    public int cause() {
        return (int) (key >>> (2 * BITS));
    }

    /** Returns what else was needed. */
    public int other() {
        return (int) (key >>> BITS & MASK);
    }

    /** Returns one thing more that was needed, or -1. */
    public int another() {
        return (int) (key & MASK) - 1;
    }

    /** Returns the hours in all histories, summed over services. */
    public double hours() {
        return hours;
    }

    /** Returns how often it happened in all histories. */
    public long times() {
        return times;
    }

    /** Returns the hours below which a share of the episodes ends. */
    public double length(double share) {
        int known = (int) Math.min(times, LENGTHS_REMEMBERED);
        float[] sorted = Arrays.copyOf(lengths, known);
        Arrays.sort(sorted);
        return known == 0 ? 0 : sorted[(int) Math.ceil(share * known) - 1];
    }
}
