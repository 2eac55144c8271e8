package org.rackdrill.simulator.storage;

import org.apache.commons.math3.util.ArithmeticUtils;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * Requests for records of a working set, of which some are asked for more often than others, independently of what was
 * asked before: the k-th most popular in proportion to 1 / k^exponent (Zipf). Popular records lie anywhere.
 *
 * @param count how many records there are
 * @param exponent how much some are preferred; 0 for not at all
 * @param readShare of the requests; the others write
 * @param bytes of one request
 * @param sync whether a write is answered only when a power cut cannot take it away
 * @param memory what is kept in memory
 * @param layout where the rest lies
 */
public record Records(
        int count, double exponent, double readShare, double bytes, boolean sync, Memory memory, Layout layout)
        implements RouteMaker {

    /** A stride of this share of all records spreads ranks most evenly (the golden section). */
    private static final double STRIDE = 0.6180339887498949;

    public Records {
        Positive.atLeastOne("count", count);
        Positive.orZero("exponent", exponent);
        Positive.share("readShare", readShare);
        Positive.number("bytes", bytes);
    }

    /**
     * What is kept in memory. A read that finds its record there does not reach the devices.
     *
     * @param policy what is forgotten
     * @param records how many records fit; at least 1
     * @param hitMillis how long it takes to answer from memory; positive
     */
    public record Memory(Cache.Policy policy, int records, double hitMillis) {

        public Memory {
            Positive.atLeastOne("records", records);
            Positive.number("hitMillis", hitMillis);
        }
    }

    @Override
    public Route make(UniformRandomProvider luck) {
        SharedStateDiscreteSampler popular = RejectionInversionZipfSampler.of(luck, count, exponent);
        Cache cache = memory.policy().empty(count, memory.records());
        long stride = stride();
        return plan -> {
            int record = (int) ((popular.sample() - 1) * stride % count);
            lay(plan, record, luck.nextDouble() < readShare, cache);
        };
    }

    private void lay(Plan plan, int record, boolean reads, Cache cache) {
        double place = (double) record / count;
        boolean known = cache.ask(record);
        plan.after(memory.hitMillis());
        if (!reads) {
            layout.write(plan, record, place, new Layout.Write(bytes, sync, known));
        } else if (!known) {
            layout.read(plan, record, place, bytes);
        }
    }

    /** Returns how far apart neighbours in popularity lie: without a common divisor, so that each has its own record. */
    private long stride() {
        int stride = (int) (count * STRIDE);
        while (ArithmeticUtils.gcd(stride, count) != 1) {
            stride++;
        }
        return stride;
    }
}
