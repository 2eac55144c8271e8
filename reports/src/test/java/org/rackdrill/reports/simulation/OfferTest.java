package org.rackdrill.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.reports.Samples;
import org.rackdrill.simulator.study.Results.CostOnce;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Improvement;

/** The order and the words of the price list. */
class OfferTest {

    @Test
    void whatIsFreeComesFirstThenTheCheapestHourThenWhatGivesNone() {
        assertThat(Offer.of(Samples.v1()))
                .extracting(offer -> offer.improvement().what())
                .containsExactly(
                        "move dns off node1",
                        "a spare switch in the drawer",
                        "a second switch",
                        "somebody who can be called",
                        "memory with ECC in node2");
    }

    @Test
    void anOfferIsOneSentence() {
        List<String> sentences = Offer.of(Samples.v1()).stream()
                .map(offer -> offer.sentence().replace('\u00a0', ' '))
                .toList();

        assertThat(sentences)
                .contains(
                        "move dns off node1: 0 AUD, 6.1 h a year",
                        "a second switch: 240 AUD, 1.1 h a year",
                        "somebody who can be called: price unknown, 2.2 h a year",
                        "memory with ECC in node2: 420 AUD, nothing that the simulation sees");
    }

    @Test
    void aGainThatMayBeNothingIsNoWorryToRemove() {
        assertThat(offer(0, new Gain(3, -0.1, 6)).helps()).isFalse();
        assertThat(offer(0, new Gain(3, 0.1, 6)).helps()).isTrue();
        assertThat(Offer.first(Samples.one())).isEmpty();
        assertThat(Offer.first(Samples.v1()).orElseThrow().free()).isTrue();
    }

    @Test
    void whatMakesItWorseSaysSo() {
        assertThat(offer(10, new Gain(-3, -4, -2)).back()).isEqualTo("\u22123.0\u00a0h a year");
    }

    private static Offer offer(double cost, Gain gain) {
        return new Offer(new Improvement("x", "", new CostOnce(cost, cost, cost, "AUD"), gain, "", gain, ""));
    }
}
