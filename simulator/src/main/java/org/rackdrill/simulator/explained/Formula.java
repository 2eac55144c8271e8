package org.rackdrill.simulator.explained;

import org.rackdrill.model.life.Life;

/** The chance to live longer than a time t, as a formula. */
final class Formula {

    private Formula() {}

    static String of(Life life) {
        if (life instanceof Life.Exponential) {
            return "S(t) = exp(-t / mean)";
        }
        if (life instanceof Life.Weibull it) {
            return it.locationHours() > 0
                    ? "S(t) = exp(-((t - location) / scale)^shape)"
                    : "S(t) = exp(-(t / scale)^shape)";
        }
        if (life instanceof Life.Lognormal) {
            return "S(t) = 1 - Phi(ln(t / median) / sigma)";
        }
        if (life instanceof Life.GammaLife) {
            return "S(t) = 1 - P(shape, t / scale), P the regularised incomplete gamma function";
        }
        if (life instanceof Life.Uniform) {
            return "S(t) falls in a straight line from the smaller to the larger time";
        }
        if (life instanceof Life.Fixed) {
            return "exactly then";
        }
        if (life instanceof Life.Empirical) {
            return "one of the measured times, each as likely";
        }
        if (life instanceof Life.Bathtub) {
            return "S(t) = S early(t) x S chance(t) x S wear(t): whichever comes first";
        }
        return "S(t) = 1";
    }
}
