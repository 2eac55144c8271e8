package org.rackdrill.simulator.validation;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Gamma;

/** What textbooks say of cases that are also simulated, and of what the simulator counts otherwise. */
final class Formulas {

    private static final String PALM = "Palm's theorem";
    private static final String WEIBULL = "Weibull with shape 1.12 and scale 461,386 h";
    private static final String SURVEY = "Chen and others 1994, tables 4 and 5";

    private Formulas() {}

    static List<Fact> all() {
        double shape = 1.12;
        double scale = 461_386;
        double awaited = 0.9 * 14 / 365;
        PoissonDistribution pipeline = new PoissonDistribution(awaited);
        BinomialDistribution shards = new BinomialDistribution(20, 0.00405 * 6.5 / 365);
        return List.of(
                Fact.calculator(
                        "O14",
                        "chance to fail within ten years",
                        "0.1440503",
                        -Math.expm1(-Math.pow(10 * Exact.YEAR / scale, shape)),
                        WEIBULL),
                Fact.calculator("O14", "mean hours of a life", "442625.5", scale * Gamma.gamma(1 + 1 / shape), WEIBULL),
                Fact.calculator("O15", "parts that are awaited", "0.0345205", awaited, PALM),
                Fact.calculator(
                        "O15",
                        "chance that three and more are awaited",
                        "6.6811e-6",
                        1 - pipeline.cumulativeProbability(2),
                        PALM),
                Fact.calculator(
                        "O15",
                        "failures that wait for a part, one spare",
                        "5.8904e-4",
                        awaited - (1 - pipeline.probability(0)),
                        PALM),
                Fact.calculator(
                        "O17",
                        "mean years to a loss, first approximation",
                        "36162.25",
                        scale * scale / (8 * 7 * 12) / Exact.YEAR,
                        "MTTF squared by n (n - 1) MTTR"),
                Fact.calculator(
                        "O18",
                        "percent of double disk failures within ten years",
                        "3.4",
                        lost(200_000.0 * 20_000 / (100 * 16 / 15.0 * 15)),
                        SURVEY),
                Fact.calculator(
                        "O18",
                        "percent of crashes with a disk failure within ten years",
                        "6.3",
                        lost(720 * 200_000 / (100 * 16 / 15.0)),
                        SURVEY),
                Fact.calculator(
                        "O18",
                        "percent of disk failures with a bit error within ten years",
                        "24.4",
                        lost(200_000 / (100 * 16 / 15.0 * (1 - Math.pow(0.9996, 15)))),
                        SURVEY),
                Fact.calculator(
                        "O22",
                        "chance that four or more of 20 die within 6.5 days",
                        "1.310e-13",
                        IntStream.rangeClosed(4, 20)
                                .mapToDouble(shards::probability)
                                .sum(),
                        "Backblaze's calculator"));
    }

    private static double lost(double meanHours) {
        return -100 * Math.expm1(-10 * Exact.YEAR / meanHours);
    }
}
