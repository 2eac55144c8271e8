package org.rackdrill.simulator.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.simulator.kernel.Luck;

/** Lives that have begun: what is left of them, against the chances as textbooks write them. */
class LifetimesTest {

    private static final int DRAWS = 20_000;

    /** Of so many draws the largest distance of both distribution functions stays below this, 999 times of 1000. */
    private static final double KOLMOGOROV = 1.95 / Math.sqrt(DRAWS);

    private static final double[] CERTAIN = {1};

    private record One(Lifetimes lives, int number) {

        static One of(String... texts) {
            Lifetimes lives = new Lifetimes();
            int number = Lifetimes.NEVER;
            for (String text : texts) {
                number = lives.first(number, lives.number(LifeText.parse(text), Parameters.CERTAIN));
            }
            lives.freeze();
            return new One(lives, number);
        }

        double[] residuals(double age, double frailty) {
            Luck luck = new Luck(new long[] {7});
            luck.begin(1, 1);
            return Stream.generate(() -> lives.residual(number, luck.of(0), CERTAIN, age, frailty))
                    .limit(DRAWS)
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
        }

        Survival survival() {
            return lives.survival(number, CERTAIN);
        }
    }

    private static double distance(double[] sorted, DoubleUnaryOperator distribution) {
        double most = 0;
        for (int i = 0; i < sorted.length; i++) {
            double exact = distribution.applyAsDouble(sorted[i]);
            most = Math.max(most, Math.abs(exact - i / (double) sorted.length));
            most = Math.max(most, Math.abs(exact - (i + 1) / (double) sorted.length));
        }
        return most;
    }

    /** The density as textbooks write it, so that its integral says nothing about our own cumulative hazards. */
    private record Known(String text, DoubleUnaryOperator density, double end) {
        double between(double from, double to) {
            return to <= from
                    ? 0
                    : new SimpsonIntegrator(1e-8, 1e-10, 8, 24).integrate(10_000_000, density::applyAsDouble, from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Known> continuous() {
        return Stream.of(
                new Known("exp(1000 h)", t -> Math.exp(-t / 1000) / 1000, 40_000),
                new Known(
                        "weibull(shape 2.5, scale 1000 h)",
                        t -> 2.5 / 1000 * Math.pow(t / 1000, 1.5) * Math.exp(-Math.pow(t / 1000, 2.5)),
                        6_000),
                new Known(
                        "lognormal(median 700 h, sigma 0.8)",
                        t -> Math.exp(-Math.pow(Math.log(t / 700) / 0.8, 2) / 2) / (t * 0.8 * Math.sqrt(2 * Math.PI)),
                        100_000),
                new Known(
                        "gamma(shape 3, scale 300 h)", t -> t * t * Math.exp(-t / 300) / Math.pow(300, 3) / 2, 15_000));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void whatIsLeftOfALifeIsTheRestOfItsDensity(Known known) {
        for (double age : new double[] {200, 800, 2000}) {
            double alive = known.between(age, known.end());
            double[] left = One.of(known.text()).residuals(age, 1);
            double[] some =
                    Arrays.stream(left).filter(x -> age + x < known.end()).toArray();
            double[] quantiles = {0.1, 0.3, 0.5, 0.7, 0.9};
            for (double q : quantiles) {
                double at = some[(int) (q * some.length)];
                assertThat(known.between(age, age + at) / alive)
                        .as(age + " " + q)
                        .isCloseTo(q, within(KOLMOGOROV));
            }
        }
    }

    @Test
    void aBathtubAndAWearOutAreTheFirstOfTheirRisks() {
        One both = One.of(
                "bathtub(early weibull(shape 0.5, scale 60 y), chance 20 y, wear weibull(shape 5, scale 9 y))",
                "weibull(shape 3, scale 12 y)");
        double age = 6 * Hours.PER_YEAR;
        DoubleUnaryOperator alive = hours -> {
            double y = hours / Hours.PER_YEAR;
            return Math.exp(-Math.sqrt(y / 60) - y / 20 - Math.pow(y / 9, 5) - Math.pow(y / 12, 3));
        };

        double[] left = both.residuals(age, 1);

        assertThat(both.lives().risks(both.number())).isEqualTo(4);
        assertThat(distance(left, x -> 1 - alive.applyAsDouble(age + x) / alive.applyAsDouble(age)))
                .isLessThan(KOLMOGOROV);
    }

    @Test
    void frailtyMultipliesTheHazard() {
        double[] left = One.of("weibull(shape 3, scale 1000 h)").residuals(500, 2);

        assertThat(distance(left, x -> 1 - Math.exp(-2 * (Math.pow((500 + x) / 1000, 3) - 0.125))))
                .isLessThan(KOLMOGOROV);
    }

    @Test
    void ageLimitsWhatIsLeftOfABoundedLife() {
        assertThat(distance(One.of("uniform(100 h, 300 h)").residuals(200, 1), x -> x / 100))
                .isLessThan(KOLMOGOROV);
        assertThat(One.of("fixed(100 h)").residuals(40, 1)).containsOnly(60);
        assertThat(One.of("empirical(10 h, 20 h, 40 h)").residuals(15, 1)).containsOnly(5, 25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed(100 h)", "uniform(50 h, 100 h)", "empirical(10 h, 100 h)"})
    void whatIsOlderThanItCanGetCountsAsNew(String life) {
        double[] left = One.of(life).residuals(200, 1);

        assertThat(left[0]).isGreaterThanOrEqualTo(10);
        assertThat(left[DRAWS - 1]).isLessThanOrEqualTo(100).isGreaterThan(90);
    }

    @Test
    void anExponentialDoesNotAge() {
        One one = One.of("exp(1000 h)");

        assertThat(one.residuals(5000, 1)[DRAWS / 2]).isCloseTo(one.residuals(0, 1)[DRAWS / 2], within(1e-6));
    }

    @Test
    void aHigherHazardFromSomeAgeOnUsesUpWhatIsLeftSooner() {
        One one = One.of("weibull(shape 2, scale 1000 h)");

        // H(2000 h) = 4, H(1000 h) = 1: of the 3 left, a hazard three times as high needs 1.
        assertThat(one.lives().hastened(one.number(), 0, CERTAIN, 2000, 1000, 3))
                .isCloseTo(1000 * Math.sqrt(2), within(1e-6));
    }

    @Test
    void meansAreThoseOfTextbooks() {
        assertThat(One.of("weibull(shape 1.5, scale 1000 h)").survival().mean())
                .isCloseTo(1000 * Gamma.gamma(1 + 1 / 1.5), withinPercentage(1e-8));
        assertThat(One.of("exp(300 h)", "exp(600 h)").survival().mean()).isCloseTo(200, withinPercentage(1e-8));
        assertThat(One.of("uniform(100 h, 300 h)").survival().mean()).isCloseTo(200, withinPercentage(1e-8));
        assertThat(One.of("empirical(1 h, 2 h, 6 h)").survival().mean()).isCloseTo(3, withinPercentage(1e-8));
        assertThat(One.of("lognormal(median 100 h, sigma 1)").survival().mean())
                .isCloseTo(100 * Math.exp(0.5), withinPercentage(1e-6));
        assertThat(One.of("weibull(shape 0.5, scale 100 h)").survival().mean()).isCloseTo(200, withinPercentage(1e-5));
    }

    @Test
    void atAMomentOfNoImportanceAgesFollowTheSurvival() {
        Survival uniform = One.of("fixed(100 h)").survival();
        Survival memoryless = One.of("exp(100 h)").survival();
        Survival rayleigh = One.of("weibull(shape 2, scale 100 h)").survival();

        assertThat(uniform.ageAt(0.3)).isCloseTo(30, within(1e-6));
        assertThat(memoryless.ageAt(0.5)).isCloseTo(100 * Math.log(2), within(1e-6));
        // The integral of exp(-t^2) is an error function.
        double age = rayleigh.ageAt(0.7);
        assertThat(org.apache.commons.math3.special.Erf.erf(age / 100)).isCloseTo(0.7, within(1e-8));
    }

    @Test
    void whatIsReplacedWheneverItDiesDiesAsOftenAsRenewalTheorySays() {
        double[] slot = One.of("weibull(shape 1.12, scale 461386 h)").survival().deaths(0, 1, 10, 24);
        double[] often = One.of("weibull(shape 1.5, scale 43800 h)").survival().deaths(0, 1, 10, 24);
        double[] old = One.of("fixed(3 y)").survival().deaths(2 * Hours.PER_YEAR, 1, 5, 24);
        double[] frail = One.of("exp(1000 y)").survival().deaths(0, 3, 2, 12);

        assertThat(Arrays.stream(slot).sum()).isCloseTo(0.154198, within(5e-6));
        assertThat(Arrays.stream(often).sum()).isCloseTo(1.94550, within(5e-5));
        assertThat(Arrays.stream(old).map(Math::round).toArray()).containsExactly(1, 0, 0, 1, 0);
        assertThat(frail[0]).isCloseTo(0.003, withinPercentage(1));
    }

    @Test
    void nothingDiesOfNever() {
        One never = One.of("never");

        assertThat(never.residuals(100, 2)).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(never.survival().mean()).isInfinite();
        assertThat(Risk.of(new Life.Never())[0].used(1e9)).isZero();
    }
}
