package org.rackdrill.bench;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Exponential times from a table, so that all lists are asked for the same and none pays for a generator. */
final class Increments {

    private static final int SIZE = 1 << 16;

    private final double[] table = new double[SIZE];
    private int next;

    Increments() {
        ZigguratSampler.Exponential sampler =
                ZigguratSampler.Exponential.of(RandomSource.XO_RO_SHI_RO_128_PP.create(1L));
        for (int i = 0; i < SIZE; i++) {
            table[i] = sampler.sample();
        }
    }

    double next() {
        next = (next + 1) & (SIZE - 1);
        return table[next];
    }
}
