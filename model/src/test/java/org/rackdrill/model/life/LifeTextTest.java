package org.rackdrill.model.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.quantity.BadText;

/** Lives are said as people say them, or exactly. */
class LifeTextTest {

    static final List<String> EXAMPLES = LifeText.EXAMPLES;

    @Test
    void aboutEveryIsExponential() {
        assertThat(LifeText.parse("about every 8 y")).isEqualTo(new Life.Exponential(8 * 8760));
        assertThat(LifeText.parse("exp(8 y)")).isEqualTo(new Life.Exponential(8 * 8760));
    }

    @Test
    void usuallyAndSometimesAreTheMedianAndThe95thPercentileOfALognormal() {
        Life.Lognormal life = (Life.Lognormal) LifeText.parse("usually 40 min, sometimes 3 h");

        assertThat(life.medianHours()).isEqualTo(40.0 / 60);
        assertThat(life.medianHours() * Math.exp(1.6448536269514722 * life.sigma()))
                .isCloseTo(3, within(1e-12));
    }

    @Test
    void anAnnualFailureRateIsAMeanLife() {
        assertThat(LifeText.parse("afr 1.5%")).isEqualTo(new Life.Exponential(8760 / 0.015));
        assertThat(LifeText.parse("afr 0%")).isEqualTo(new Life.Never());
    }

    @Test
    void exactFormsSayTheirParameters() {
        assertThat(LifeText.parse("weibull(shape 1.5, scale 5 y)")).isEqualTo(new Life.Weibull(1.5, 5 * 8760, 0));
        assertThat(LifeText.parse("weibull(scale 5 y, shape 1.5, location 6 h)"))
                .isEqualTo(new Life.Weibull(1.5, 5 * 8760, 6));
        assertThat(LifeText.parse("lognormal(median 40 min, sigma 1)")).isEqualTo(new Life.Lognormal(40.0 / 60, 1));
        assertThat(LifeText.parse("gamma(shape 2, scale 3 h)")).isEqualTo(new Life.GammaLife(2, 3));
        assertThat(LifeText.parse("uniform(1 h, 3 h)")).isEqualTo(new Life.Uniform(1, 3));
        assertThat(LifeText.parse("fixed(3 d)")).isEqualTo(new Life.Fixed(72));
        assertThat(LifeText.parse("3 d")).isEqualTo(new Life.Fixed(72));
        assertThat(LifeText.parse("empirical(1 h, 2 h, 7 h)")).isEqualTo(new Life.Empirical(List.of(1.0, 2.0, 7.0)));
        assertThat(LifeText.parse("never")).isEqualTo(new Life.Never());
        assertThat(LifeText.parse(LifeText.EXAMPLES.get(10)))
                .isEqualTo(new Life.Bathtub(
                        new Life.Weibull(0.5, 60 * 8760, 0),
                        new Life.Exponential(20 * 8760),
                        new Life.Weibull(5, 9 * 8760, 0)));
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void everyExampleReadsBackAsItself(String example) {
        Life life = LifeText.parse(example);

        assertThat(LifeText.parse(LifeText.format(life))).isEqualTo(life);
    }

    @Test
    void aPersonReadsItRounded() {
        assertThat(LifeText.about(new Life.Exponential(287_507.692))).isEqualTo("about every 32.8 y");
        assertThat(LifeText.about(new Life.Weibull(4, 2.4 * 8760, 30.04)))
                .isEqualTo("weibull(shape 4, scale 2.4 y, location 30 h)");
        assertThat(LifeText.about(new Life.Never())).isEqualTo("never");
    }

    @Test
    void everyLifeReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(2);
        List<Function<SplittableRandom, Life>> makers = List.of(
                r -> new Life.Exponential(hours(r)),
                r -> new Life.Weibull(shape(r), hours(r), r.nextBoolean() ? 0 : hours(r)),
                r -> new Life.Lognormal(hours(r), r.nextDouble(0.01, 4)),
                r -> new Life.GammaLife(shape(r), hours(r)),
                r -> new Life.Uniform(1, 1 + hours(r)),
                r -> new Life.Fixed(hours(r)),
                r -> new Life.Empirical(List.of(hours(r), hours(r))),
                r -> new Life.Bathtub(
                        new Life.Weibull(r.nextDouble(0.1, 0.9), hours(r), 0),
                        new Life.Exponential(hours(r)),
                        new Life.Weibull(r.nextDouble(1.1, 9), hours(r), 0)));
        for (int i = 0; i < 4_000; i++) {
            Life life = makers.get(i % makers.size()).apply(random);
            assertThat(LifeText.parse(LifeText.format(life)))
                    .as(LifeText.format(life))
                    .isEqualTo(life);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            about every 8                     | has no unit
            about every 0 h                   | all the time
            usually 3 h, sometimes 40 min     | must be longer
            usually 3 h                       | is not a life
            weibul(shape 1, scale 1 h)        | no distribution
            weibull(shape 1)                  | lacks `scale`
            weibull(shape -1, scale 1 h)      | must lie between
            weibull(shape x, scale 1 h)       | not a bare number
            weibull(shape 1, scale 0 h)       | is 0
            weibull(shape 1, scale 1 h, hmm)  | too many
            weibull(shape 1, scale (1 h)      | do not match
            exp(1 h, 2 h)                     | exactly one
            exp()                             | is not a time
            uniform(3 h, 1 h)                 | the smaller time
            lognormal(median 1 h, sigma 900)  | must lie between
            bathtub(early 3 h, chance 1 y, wear 2 y) | is not a Weibull
            sometimes                         | is not a life
            afr 1.5                           | has no unit
            """)
    void whatIsNoLifeIsRefused(String text, String what) {
        assertThat(catchThrowableOfType(BadText.class, () -> LifeText.parse(text))
                        .what())
                .contains(what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "(", ")", "((((", "exp(exp(exp(1 h)))", "weibull", ",,,", "about every", "afr "})
    void nonsenseIsRefusedAndNothingElseIsThrown(String text) {
        assertThat(catchThrowableOfType(BadText.class, () -> LifeText.parse(text)))
                .isNotNull();
    }

    private static double hours(SplittableRandom random) {
        return Math.exp(random.nextDouble(-6, 14));
    }

    private static double shape(SplittableRandom random) {
        return random.nextDouble(0.1, 20);
    }
}
