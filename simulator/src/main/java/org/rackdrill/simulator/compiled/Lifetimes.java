package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.special.Gamma;
import org.rackdrill.model.life.Life;
import org.rackdrill.simulator.kernel.Luck;

/**
 * The distributions of a lab, numbered, each with the parameter that scales it.
 */
public final class Lifetimes {

    /** The number of the life that never ends. */
    public static final int NEVER = 0;

    /** The number of the duration that takes no time. */
    public static final int AT_ONCE = 1;

    private final List<Life> lives = new ArrayList<>(List.of(new Life.Never(), new Life.Fixed(0)));
    private final List<Integer> parameters = new ArrayList<>(List.of(Parameters.CERTAIN, Parameters.CERTAIN));
    private Sampler[] samplers = {};
    private int[] parameter = {};

    /** Returns the number of a distribution, giving it one when it is new. */
    int number(Life life, int parameterNumber) {
        for (int i = 0; i < lives.size(); i++) {
            if (lives.get(i).equals(life) && parameters.get(i) == parameterNumber) {
                return i;
            }
        }
        lives.add(life);
        parameters.add(parameterNumber);
        return lives.size() - 1;
    }

    /** Ends numbering and makes the flat form. */
    void freeze() {
        samplers = lives.stream().map(Lifetimes::sampler).toArray(Sampler[]::new);
        parameter = parameters.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Draws a time in hours from the luck's present stream. */
    public double sample(int life, Luck luck, double[] factors) {
        return samplers[life].sample(luck) * factors[parameter[life]];
    }

    /** Returns the expected time in hours under the given parameters. */
    public double mean(int life, double[] factors) {
        return meanHours(lives.get(life)) * factors[parameter[life]];
    }

    /** Returns the distribution of a number, before its parameter. */
    public Life life(int number) {
        return lives.get(number);
    }

    /** Draws one time in hours. */
    private interface Sampler {
        double sample(Luck luck);
    }

    private static Sampler sampler(Life life) {
        if (life instanceof Life.Exponential it) {
            return luck -> luck.exponential() * it.meanHours();
        }
        if (life instanceof Life.Weibull it) {
            return luck -> weibull(it, luck.exponential());
        }
        if (life instanceof Life.Lognormal it) {
            return luck -> it.medianHours() * Math.exp(it.sigma() * luck.gaussian());
        }
        if (life instanceof Life.GammaLife it) {
            return luck -> luck.gamma(it.shape()) * it.scaleHours();
        }
        if (life instanceof Life.Uniform it) {
            return luck -> it.lowHours() + luck.nextDouble() * (it.highHours() - it.lowHours());
        }
        if (life instanceof Life.Fixed it) {
            return luck -> it.hours();
        }
        if (life instanceof Life.Empirical it) {
            double[] hours =
                    it.hours().stream().mapToDouble(Double::doubleValue).toArray();
            return luck -> hours[luck.nextInt(hours.length)];
        }
        if (life instanceof Life.Bathtub it) {
            return luck -> Math.min(
                    weibull(it.early(), luck.exponential()),
                    Math.min(luck.exponential() * it.chance().meanHours(), weibull(it.wear(), luck.exponential())));
        }
        return luck -> Double.POSITIVE_INFINITY;
    }

    private static double weibull(Life.Weibull life, double unitExponential) {
        return life.locationHours() + life.scaleHours() * Math.pow(unitExponential, 1 / life.shape());
    }

    /** Returns the expected time of a distribution in hours; infinite when it may never happen. */
    public static double meanHours(Life life) {
        if (life instanceof Life.Exponential it) {
            return it.meanHours();
        }
        if (life instanceof Life.Weibull it) {
            return it.locationHours() + it.scaleHours() * Math.exp(Gamma.logGamma(1 + 1 / it.shape()));
        }
        if (life instanceof Life.Lognormal it) {
            return it.medianHours() * Math.exp(it.sigma() * it.sigma() / 2);
        }
        if (life instanceof Life.GammaLife it) {
            return it.shape() * it.scaleHours();
        }
        if (life instanceof Life.Uniform it) {
            return (it.lowHours() + it.highHours()) / 2;
        }
        if (life instanceof Life.Fixed it) {
            return it.hours();
        }
        if (life instanceof Life.Empirical it) {
            return it.hours().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.POSITIVE_INFINITY);
        }
        if (life instanceof Life.Bathtub it) {
            return meanOfFirst(it);
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Integrates the chance of surviving over the life of the longest-lived cause. */
    private static double meanOfFirst(Life.Bathtub life) {
        double end = life.wear().locationHours() + 10 * life.wear().scaleHours();
        return new SimpsonIntegrator(1e-9, 1e-9, 3, 30)
                .integrate(
                        1_000_000,
                        t -> survival(life.early(), t)
                                * survival(life.wear(), t)
                                * Math.exp(-t / life.chance().meanHours()),
                        0,
                        end);
    }

    private static double survival(Life.Weibull life, double hours) {
        double age = Math.max(0, hours - life.locationHours()) / life.scaleHours();
        return Math.exp(-Math.pow(age, life.shape()));
    }
}
