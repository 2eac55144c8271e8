package org.rackdrill.simulator.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often numbers of each size came, in bins of equal width on a logarithmic scale, so that any quantile is known to
 * about one percent and histograms of parts of a run add up exactly.
 */
public final class LogHistogram {

    private static final int PER_DECADE = 100;
    private static final double SMALLEST = 1e-5;
    private static final int DECADES = 11;

    /** Stands where the number of a bin would, after the last one. */
    private static final int END = -1;

    private static final int BINS = PER_DECADE * DECADES + 1;
    private static final int FEWEST = 16;

    /** The bins that are in use, and some around them: most histograms hold numbers of one size, and there are many. */
    private long[] bins = {};

    /** The number of the first of them. */
    private int low;

    private long zeros;

    /** The number added last and its bin: many numbers come again at once, and a logarithm takes time. */
    private double last = Double.NaN;

    private int lastBin;
    private long count;

    /** Adds a number; what is smaller than 1e-5 counts as zero. */
    public void add(double value) {
        count++;
        if (value < SMALLEST) {
            zeros++;
        } else {
            if (value != last) {
                last = value;
                lastBin = bin(value);
            }
            put(lastBin, 1);
        }
    }

    private void put(int bin, long times) {
        if (bin < low || bin >= low + bins.length) {
            reach(bin);
        }
        bins[bin - low] += times;
    }

    private void reach(int bin) {
        int from = bins.length == 0 ? bin : Math.min(low, bin);
        int until = bins.length == 0 ? bin + 1 : Math.max(low + bins.length, bin + 1);
        int slack = Math.max(FEWEST, until - from) / 2;
        from = bins.length > 0 && from == low ? from : Math.max(0, from - slack);
        until = bins.length > 0 && until == low + bins.length ? until : Math.min(BINS, until + slack);
        long[] more = new long[until - from];
        System.arraycopy(bins, 0, more, bins.length == 0 ? 0 : low - from, bins.length);
        bins = more;
        low = from;
    }

    private static int bin(double value) {
        return (int) Math.min(PER_DECADE * DECADES, Math.log10(value / SMALLEST) * PER_DECADE);
    }

    public void add(LogHistogram other) {
        for (int i = 0; i < other.bins.length; i++) {
            if (other.bins[i] != 0) {
                put(other.low + i, other.bins[i]);
            }
        }
        zeros += other.zeros;
        count += other.count;
    }

    public long count() {
        return count;
    }

    /** Writes the bins that are not empty. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeLong(zeros);
        for (int i = 0; i < bins.length; i++) {
            if (bins[i] != 0) {
                out.writeShort(low + i);
                out.writeLong(bins[i]);
            }
        }
        out.writeShort(END);
    }

    /** Adds what another one has written. */
    public void add(DataInput in) throws IOException {
        count += in.readLong();
        zeros += in.readLong();
        for (int i = in.readShort(); i != END; i = in.readShort()) {
            put(i, in.readLong());
        }
    }

    /** Returns the number below which a share of all numbers lies; 0 when there are none. */
    public double quantile(double share) {
        double rank = share * count;
        if (count == 0 || rank <= zeros) {
            return 0;
        }
        long seen = zeros;
        for (int i = 0; i < bins.length; i++) {
            if (seen + bins[i] >= rank && bins[i] > 0) {
                double within = (rank - seen) / bins[i];
                return SMALLEST * Math.pow(10, (low + i + within) / PER_DECADE);
            }
            seen += bins[i];
        }
        return SMALLEST * Math.pow(10, DECADES);
    }
}
