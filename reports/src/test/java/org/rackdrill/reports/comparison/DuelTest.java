package org.rackdrill.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.reports.Samples;
import org.rackdrill.simulator.study.Comparison.Difference;
import org.rackdrill.simulator.study.Results.Gain;

/** What is said of two labs; never more than the intervals of the differences. */
class DuelTest {

    @ParameterizedTest(name = "{0} ({1} to {2}): {3}")
    @CsvSource({
        "-5, -8, -2, LESS, '✓ less: 5.0 h (2.0 to 8.0)'",
        "-1, -8, 6, PROBABLY_LESS, '? probably less: 1 h (−6 to 8)'",
        "0, 0, 0, SAME, '= the same'",
        "1, -6, 8, PROBABLY_MORE, '? probably more: 1 h (−6 to 8)'",
        "5, 2, 8, MORE, '✗ more: 5.0 h (2.0 to 8.0)'"
    })
    void theIntervalDecides(double mean, double low, double high, Change change, String text) {
        Difference difference = new Difference("dns", "v0", "v1", new Gain(mean, low, high));

        assertThat(Change.of(difference)).isEqualTo(change);
        assertThat(Change.text(difference).replace('\u00a0', ' ')).isEqualTo(text);
    }

    /** Each letter is a service: less, probably less, same, probably more, more. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "l    | v1 will be down less than v0 for the one service that they share.",
                "ll   | v1 will be down less than v0 for both services that they share.",
                "lll  | v1 will be down less than v0 for all three services that they share.",
                "llp  | v1 will be down less than v0 for two of three services that they share and will probably be down "
                        + "less for one.",
                "llxm | v1 will be down less than v0 for two of four services that they share, will probably be down more "
                        + "for one and will be down more for one.",
                "mm   | v1 will be down more for both services that they share than v0.",
                "ss   | v1 is down exactly as much as v0.",
                "''   | v1 and v0 have no service in common."
            })
    void everyMixHasItsSentence(String mix, String sentence) {
        List<Difference> differences = new ArrayList<>();
        for (char letter : mix.toCharArray()) {
            Gain gain = switch (letter) {
                case 'l' -> new Gain(-5, -8, -2);
                case 'p' -> new Gain(-1, -8, 6);
                case 's' -> new Gain(0, 0, 0);
                case 'x' -> new Gain(1, -6, 8);
                default -> new Gain(5, 2, 8);
            };
            differences.add(new Difference("s", "v0", "v1", gain));
        }

        assertThat(new Duel("v0", "v1", differences).sentence()).isEqualTo(sentence);
    }

    @Test
    void ofSeveralLabsTheBestIsNamed() {
        assertThat(Duel.headline(Samples.comparison(Samples.v0(), Samples.v1(), Samples.one())))
                .startsWith("Of three labs, v1 is down least. v1 will be down less than v0");
        assertThat(Duel.headline(Samples.comparison(Samples.v1(), Samples.v0(), Samples.one())))
                .isEqualTo("Of three labs, none is down less than v1.");
        assertThat(Duel.headline(Samples.comparison(Samples.v1()))).startsWith("There is only one lab");
    }

    @Test
    void itIsSaidWhatMakesTheDifference() {
        assertThat(Why.sentence(Samples.v0(), Samples.v1()).replace('\u00a0', ' '))
                .startsWith("v1 loses less to crashes and hangs (16 min a year instead of 11 days)")
                .contains("It asks for 14 h of its owner's time a year instead of 140 h")
                .endsWith("lost within ten years with a chance of 1 in 500 instead of 19 in 100, theft and mistakes of"
                        + " people not counted.");
    }
}
