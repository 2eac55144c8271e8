package org.rackdrill.simulator.kernel;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * One random stream for each component of one history. A stream is derived from the seed, the history and the
 * component's name, so that two labs share the luck of what they have in common, and what one component draws never
 * shifts what another one sees.
 *
 * <p>Each stream is a SplitMix64 sequence (Steele, Lea and Flood, OOPSLA 2014) that starts at a hashed place of the
 * full period.
 */
public final class Luck implements UniformRandomProvider {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long[] names;
    private final long[] states;
    private final ZigguratSampler.Exponential exponential;
    private final ZigguratSampler.NormalizedGaussian gaussian;
    private int stream;
    private boolean sober;

    /**
     * Makes room for the streams.
     *
     * @param names a number for each stream, made of its name by {@link #nameOf}
     */
    public Luck(long[] names) {
        this.names = names.clone();
        this.states = new long[names.length];
        this.exponential = ZigguratSampler.Exponential.of(this);
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(this);
    }

    /** Returns the number that stands for a stream's name. */
    public static long nameOf(String name) {
        long hash = GOLDEN;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash ^ name.charAt(i)) + GOLDEN;
        }
        return hash;
    }

    /** Returns a number from 0 to 1 that belongs to a history. */
    public static double fraction(long history) {
        return (mix(history + GOLDEN) >>> 11) * 0x1.0p-53;
    }

    /** Sets every stream to the start of its part in one history. */
    public void begin(long seed, long history) {
        long base = mix(mix(seed + GOLDEN) ^ (history * 0xD1342543DE82EF95L));
        for (int i = 0; i < names.length; i++) {
            states[i] = mix(base ^ names[i]);
        }
    }

    /** Turns to the stream that is drawn from next. */
    public Luck of(int stream) {
        this.stream = stream;
        return this;
    }

    @Override
    public long nextLong() {
        states[stream] += GOLDEN;
        return mix(states[stream]);
    }

    /** Draws an exponential number with mean 1. */
    public double exponential() {
        return exponential.sample();
    }

    /** Draws a normal number with mean 0 and deviation 1. */
    public double gaussian() {
        return gaussian.sample();
    }

    /**
     * Draws a gamma number with scale 1 (Marsaglia and Tsang, ACM TOMS 26, 2000). The library's sampler would be a new
     * object for each number, since it belongs to one shape and one stream.
     */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && Math.log(nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** Whether every chance goes the likelier way from now on, so that nothing surprises. */
    public void sober(boolean always) {
        sober = always;
    }

    /** Returns true with the given probability, and always uses one number. */
    public boolean chance(double probability) {
        double drawn = nextDouble();
        return sober ? probability >= 0.5 : drawn < probability;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
