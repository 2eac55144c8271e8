package org.rackdrill.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.reports.Samples;

/** The sentence that a friend would say. Each letter is a service: yes, probably, may, no. */
class HeadlineTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "y         | A will keep 99.9 %.",
                "p         | A will probably keep 99.9 %.",
                "m         | A may keep 99.9 %.",
                "n         | A will not keep 99.9 %.",
                "yy        | Both services will keep 99.9 %.",
                "mm        | Both services may keep 99.9 %, or may not.",
                "nn        | Neither of the two services will keep 99.9 %.",
                "yyy       | All three services will keep 99.9 %.",
                "ppp       | All three services will probably keep 99.9 %.",
                "nnnnn     | None of the five services will keep 99.9 %.",
                "yn        | A will keep 99.9 %. B will not.",
                "pn        | A will probably keep 99.9 %. B will not.",
                "mn        | A may keep 99.9 %. B will not.",
                "ypm       | A will keep 99.9 %, b probably will and c may.",
                "yyyyypmn  | Five of eight services will keep 99.9 %, f probably will and g may. H will not.",
                "ppppppmnn | Six of nine services will probably keep 99.9 %, g may. H and i will not.",
                "yypppmmmm | Two of nine services will keep 99.9 %, three probably will and four may.",
                "yyynnn    | Three of six services will keep 99.9 %. Three will not."
            })
    void everyMixHasItsSentence(String mix, String sentence) {
        assertThat(said(mix)).isEqualTo(sentence);
    }

    @Test
    void withSeveralGoalsTheyAreNotNamed() {
        assertThat(Headline.of(Samples.v1()).replace('\u00a0', ' '))
                .isEqualTo("Five of nine services will keep their goals, immich and home-assistant probably will and "
                        + "immich-db may. Internet will not.");
    }

    @Test
    void aLabWithoutServicesHasNothingToKeep() {
        assertThat(Headline.of(Samples.empty()))
                .isEqualTo("This lab names no services, so there is nothing to keep up.");
    }

    @Test
    void longNamesAreCounted() {
        assertThat(Headline.of(Samples.hostile())).doesNotContain("script");
    }

    private static String said(String mix) {
        List<Samples.Goal> goals = Stream.of(mix.split(""))
                .map(letter -> switch (letter) {
                    case "y" -> new Samples.Goal(0.9995, 0.9991, 0.9998);
                    case "p" -> new Samples.Goal(0.9995, 0.998, 0.9998);
                    case "m" -> new Samples.Goal(0.9985, 0.998, 0.9998);
                    default -> new Samples.Goal(0.998, 0.997, 0.9985);
                })
                .toList();
        return Headline.of(Samples.withGoals(goals)).replace('\u00a0', ' ');
    }
}
