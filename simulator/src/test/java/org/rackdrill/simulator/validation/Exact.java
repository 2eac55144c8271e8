package org.rackdrill.simulator.validation;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Closed forms, and integrals where there is none. Times are in the unit of the case. */
final class Exact {

    /** Hours. */
    static final double YEAR = 8760;

    private Exact() {}

    /** Returns the share of time that a part is up in the long run. */
    static double availability(double up, double down) {
        return up / (up + down);
    }

    /** Returns the mean share of time that an exponential part, new at the start, is up over some hours. */
    static double availabilityOver(double hours, double up, double down) {
        double settles = 1 / up + 1 / down;
        return availability(up, down)
                + (1 - availability(up, down)) * -Math.expm1(-settles * hours) / (settles * hours);
    }

    /** Returns the share of time in which all of {@code count} like parts are broken while one crew repairs them. */
    static double allBrokenOneCrew(int count, double up, double down) {
        double weight = 1;
        double sum = 1;
        for (int broken = 1; broken <= count; broken++) {
            weight *= (count - broken + 1) * down / up;
            sum += weight;
        }
        return weight / sum;
    }

    /** Returns the share of time in which two or three of three like parts are broken while one crew repairs them. */
    static double majorityGoneOneCrew(double up, double down) {
        double ratio = down / up;
        double two = 6 * ratio * ratio;
        double three = 6 * ratio * ratio * ratio;
        return (two + three) / (1 + 3 * ratio + two + three);
    }

    /** Returns the chance that at least two of three independent parts work. */
    static double majority(double works) {
        return 3 * works * works - 2 * works * works * works;
    }

    /** Returns the mean time to the first loss of two parts when {@code first} parts fail first and {@code then} next. */
    static double timeToSecondLoss(int first, int then, double up, double down) {
        double failure = 1 / up;
        double repair = 1 / down;
        return ((first + then) * failure + repair) / (first * then * failure * failure);
    }

    /**
     * Returns the mean time until so many of some like parts are broken at once, by the mean times from each number to the
     * next one, which need no subtraction.
     *
     * @param crews repairs at a time
     */
    static double timeToBroken(int broken, int parts, double failure, double repair, int crews) {
        double toNext = 0;
        double sum = 0;
        for (int i = 0; i < broken; i++) {
            toNext = (1 + Math.min(i, crews) * repair * toNext) / ((parts - i) * failure);
            sum += toNext;
        }
        return sum;
    }

    static double weibullMean(double shape, double scale) {
        return scale * Gamma.gamma(1 + 1 / shape);
    }

    static double weibullVariance(double shape, double scale) {
        return scale * scale * Gamma.gamma(1 + 2 / shape) - Math.pow(weibullMean(shape, scale), 2);
    }

    static double lognormalMean(double median, double sigma) {
        return median * Math.exp(sigma * sigma / 2);
    }

    static double lognormalSecondMoment(double median, double sigma) {
        return median * median * Math.exp(2 * sigma * sigma);
    }

    /** Returns the chance that a lognormal time is longer. */
    static double lognormalBeyond(double time, double median, double sigma) {
        return 0.5 * Erf.erfc(Math.log(time / median) / sigma / Math.sqrt(2));
    }

    /** Returns the mean of what a lognormal time has beyond a limit, 0 when it is shorter. */
    static double lognormalExcess(double limit, double median, double sigma) {
        return integral(
                u -> Math.exp(u) * lognormalBeyond(Math.exp(u), median, sigma),
                Math.log(limit),
                Math.log(median) + 14 * sigma,
                20_000);
    }

    /**
     * Returns the expected number of failures until a time, of a Weibull part that is new at the start and away for a
     * repair after each: the renewal equation on a grid. Of the repair only the mean counts, since it is short.
     */
    static double failuresUntil(double time, double shape, double scale, double repair) {
        int steps = 4000;
        double width = time / steps;
        double[] cycle = new double[steps + 1];
        double[] failures = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            cycle[i] = weibullBy(i * width - repair, shape, scale);
        }
        for (int i = 1; i <= steps; i++) {
            double sum = weibullBy(i * width, shape, scale) + cycle[1] * failures[i - 1] / 2;
            for (int j = 2; j <= i; j++) {
                sum += (cycle[j] - cycle[j - 1]) * (failures[i - j] + failures[i - j + 1]) / 2;
            }
            failures[i] = sum / (1 - cycle[1] / 2);
        }
        return failures[steps];
    }

    private static double weibullBy(double time, double shape, double scale) {
        return -Math.expm1(-Math.pow(Math.max(0, time) / scale, shape));
    }

    /**
     * Returns the chance that a part, up at the start, is down for at most some hours in all: Takács' formula, with the
     * Bessel function as an integral.
     */
    static double downAtMost(double allowed, double time, double up, double down) {
        double failures = (time - allowed) / up;
        double steep = 2 * Math.sqrt(failures / down);
        // y = u^2 takes away the root in the denominator.
        double integral = integral(u -> 2 * Math.exp(-u * u / down) * besselI1(steep * u), 0, Math.sqrt(allowed), 2000);
        return Math.exp(-failures) * (1 + Math.sqrt(failures / down) * integral);
    }

    private static double besselI1(double x) {
        return integral(angle -> Math.exp(x * Math.cos(angle)) * Math.cos(angle), 0, Math.PI, 200) / Math.PI;
    }

    /**
     * The same chance in another way: as many failures as come while it is up, and their repairs together.
     *
     * @param brokenAtFirst whether there is one repair more, since it is down at the start
     */
    static double downAtMostByCounting(double allowed, double time, double up, double down, boolean brokenAtFirst) {
        double mean = (time - allowed) / up;
        double chance = 0;
        double ofCount = Math.exp(-mean);
        double repairsFit = 1;
        double term = Math.exp(-allowed / down);
        for (int count = 0; count < 400; count++) {
            double oneMore = repairsFit - term;
            chance += ofCount * (brokenAtFirst ? oneMore : repairsFit);
            ofCount *= mean / (count + 1);
            repairsFit = oneMore;
            term *= allowed / down / (count + 1);
        }
        return chance;
    }

    /** The same chance in a year long after the start, when it begins broken as often as it is at any moment. */
    static double downAtMostInLaterYears(double allowed, double up, double down) {
        double works = availability(up, down);
        return works * downAtMostByCounting(allowed, YEAR, up, down, false)
                + (1 - works) * downAtMostByCounting(allowed, YEAR, up, down, true);
    }

    /** Returns the mean share of time that a failure stays hidden until the next test. */
    static double hidden(double between, double up) {
        double x = between / up;
        return 1 + Math.expm1(-x) / x;
    }

    /** Returns the chance that a bridge of five links connects. */
    static double bridge(double in1, double in2, double out1, double out2, double across) {
        double withAcross = (1 - (1 - in1) * (1 - in2)) * (1 - (1 - out1) * (1 - out2));
        double without = 1 - (1 - in1 * out1) * (1 - in2 * out2);
        return across * withAcross + (1 - across) * without;
    }

    /** Returns the mean of a function over some hours, where it settles to what it is at their end. */
    static double meanOver(double hours, double settled, DoubleUnaryOperator function) {
        double rest = function.applyAsDouble(hours);
        return rest + integral(t -> function.applyAsDouble(t) - rest, 0, settled, 20_000) / hours;
    }

    /** Integrates by Simpson's rule. */
    static double integral(DoubleUnaryOperator function, double from, double to, int steps) {
        double width = (to - from) / steps;
        double sum = function.applyAsDouble(from) + function.applyAsDouble(to);
        for (int i = 1; i < steps; i++) {
            sum += function.applyAsDouble(from + i * width) * (i % 2 == 0 ? 2 : 4);
        }
        return sum * width / 3;
    }
}
