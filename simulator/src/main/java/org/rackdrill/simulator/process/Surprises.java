package org.rackdrill.simulator.process;

import java.util.Arrays;

/**
 * What luck dealt beyond what was to be expected, by cause: failures beyond those that their hazard made likely, and
 * hours of delay beyond their mean. Whatever happens, both are zero in the mean over histories, since neither looks ahead
 * (they are martingales: the compensated count of failures, and a sum of draws less their means), so that they serve as
 * control variates whose expectation is known exactly (Glasserman, Monte Carlo Methods in Financial Engineering, 2003,
 * chapter 4.1).
 */
public final class Surprises {

    private final double[] failures;
    private final double[] delays;

    Surprises(int causes) {
        failures = new double[causes];
        delays = new double[causes];
    }

    void begin() {
        Arrays.fill(failures, 0);
        Arrays.fill(delays, 0);
    }

    void fails(int cause) {
        failures[cause]++;
    }

    /** Something went through so much cumulative hazard, whether or not it failed then. */
    void lives(int cause, double hazard) {
        failures[cause] -= hazard;
    }

    void lasts(int cause, double hoursBeyondMean) {
        delays[cause] += hoursBeyondMean;
    }

    /** Returns how many more failures of each cause there were than its hazard made likely. */
    public double[] failures() {
        return failures.clone();
    }

    /** Returns by how many hours everything that followed from each cause lasted longer than in the mean. */
    public double[] delays() {
        return delays.clone();
    }
}
