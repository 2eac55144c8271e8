package org.rackdrill.simulator.compiled;

import java.util.List;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.rackdrill.model.life.Life;
import org.rackdrill.simulator.kernel.Luck;

/**
 * One way of dying. Beside drawing a time it tells how much of a life an age has used up: the cumulative hazard H(t),
 * the negative logarithm of the chance to live so long. What is left to a part of age a, whose hazard is z times the
 * usual, ends at H<sup>-1</sup>(H(a) + e / z) with a unit exponential e, exactly.
 */
interface Risk {

    /** Draws the age at which something new dies of it, in hours. */
    double draw(Luck luck);

    /** Draws a unit exponential by the same numbers as {@link #draw}. */
    default double unit(Luck luck) {
        return used(draw(luck));
    }

    /** Returns the cumulative hazard at an age; infinite for an age that nobody reaches. */
    double used(double hours);

    /** Returns the age at which so much hazard has added up. */
    double until(double used);

    /** Returns whether the cumulative hazard has a plain form that grows without jumps, to any height. */
    default boolean smooth() {
        return false;
    }

    /** Returns the ages at which the chance to survive is not smooth, smallest first. */
    default List<Double> bends() {
        return List.of();
    }

    /** Returns the risks of which the first one ends a life. */
    static Risk[] of(Life life) {
        if (life instanceof Life.Bathtub it) {
            return new Risk[] {one(it.early()), one(it.chance()), one(it.wear())};
        }
        return new Risk[] {one(life)};
    }

    private static Risk one(Life life) {
        if (life instanceof Life.Exponential it) {
            return new Weibull(1, it.meanHours(), 0);
        }
        if (life instanceof Life.Weibull it) {
            return new Weibull(it.shape(), it.scaleHours(), it.locationHours());
        }
        if (life instanceof Life.Lognormal it) {
            return new Lognormal(it.medianHours(), it.sigma());
        }
        if (life instanceof Life.GammaLife it) {
            return new Gamma(it.shape(), it.scaleHours(), GammaDistribution.of(it.shape(), 1));
        }
        if (life instanceof Life.Uniform it) {
            return new Uniform(it.lowHours(), it.highHours());
        }
        if (life instanceof Life.Fixed it) {
            return new Uniform(it.hours(), it.hours());
        }
        if (life instanceof Life.Empirical it) {
            return new Empirical(
                    it.hours().stream().mapToDouble(Double::doubleValue).toArray(),
                    it.hours().stream()
                            .mapToDouble(Double::doubleValue)
                            .sorted()
                            .toArray());
        }
        return new None();
    }

    /** An exponential is a Weibull of shape 1. */
    record Weibull(double shape, double scale, double location) implements Risk {
        @Override
        public double draw(Luck luck) {
            return until(luck.exponential());
        }

        @Override
        public double unit(Luck luck) {
            return luck.exponential();
        }

        @Override
        public double used(double hours) {
            double past = Math.max(0, hours - location) / scale;
            return shape == 1 ? past : Math.pow(past, shape);
        }

        @Override
        public boolean smooth() {
            return true;
        }

        @Override
        public double until(double used) {
            return shape == 1 ? location + scale * used : location + scale * Math.pow(used, 1 / shape);
        }

        @Override
        public List<Double> bends() {
            return location > 0 ? List.of(location) : List.of();
        }
    }

    /** The logarithm is normal. */
    record Lognormal(double median, double sigma) implements Risk {
        private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

        @Override
        public double draw(Luck luck) {
            return median * Math.exp(sigma * luck.gaussian());
        }

        @Override
        public double used(double hours) {
            return hours <= 0 ? 0 : -Math.log(NORMAL.survivalProbability(Math.log(hours / median) / sigma));
        }

        @Override
        public double until(double used) {
            return median * Math.exp(sigma * NORMAL.inverseSurvivalProbability(Math.exp(-used)));
        }
    }

    /** A sum of waiting times. */
    record Gamma(double shape, double scale, GammaDistribution unit) implements Risk {
        @Override
        public double draw(Luck luck) {
            return luck.gamma(shape) * scale;
        }

        @Override
        public double used(double hours) {
            return hours <= 0 ? 0 : -Math.log(unit.survivalProbability(hours / scale));
        }

        @Override
        public double until(double used) {
            return scale * unit.inverseSurvivalProbability(Math.exp(-used));
        }
    }

    /** Any age between two; one age when both are the same. */
    record Uniform(double low, double high) implements Risk {
        @Override
        public double draw(Luck luck) {
            return low == high ? high : low + luck.nextDouble() * (high - low);
        }

        @Override
        public double used(double hours) {
            if (hours >= high) {
                return Double.POSITIVE_INFINITY;
            }
            return hours <= low ? 0 : -Math.log((high - hours) / (high - low));
        }

        @Override
        public double until(double used) {
            return high - (high - low) * Math.exp(-used);
        }

        @Override
        public List<Double> bends() {
            return List.of(low, high);
        }
    }

    /** One of the observed ages. */
    record Empirical(double[] hours, double[] sorted) implements Risk {
        @Override
        public double draw(Luck luck) {
            return hours[luck.nextInt(hours.length)];
        }

        @Override
        public double unit(Luck luck) {
            return luck.exponential();
        }

        @Override
        public double used(double age) {
            int outlived = 0;
            while (outlived < sorted.length && sorted[outlived] <= age) {
                outlived++;
            }
            return -Math.log((double) (sorted.length - outlived) / sorted.length);
        }

        @Override
        public double until(double used) {
            // The small number keeps an age that was just reached from being reached again.
            int place = (int) Math.ceil(sorted.length * (1 - Math.exp(-used)) - 1e-9) - 1;
            return sorted[Math.max(0, Math.min(sorted.length - 1, place))];
        }

        @Override
        public List<Double> bends() {
            return java.util.Arrays.stream(sorted).boxed().toList();
        }
    }

    /** Nothing dies of it. */
    record None() implements Risk {
        @Override
        public double draw(Luck luck) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double unit(Luck luck) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double used(double hours) {
            return 0;
        }

        @Override
        public double until(double used) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
