package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;

/** What is so rare that hardly a history sees it counts as much as it should, whatever luck dealt. */
class RareStrikesTest {

    private static final double OFTEN = 1 / 1001.0;
    private static final double RARE_HOURS = 1000;

    /** About one strike in all the histories of a study. */
    private static final double RARE_EVERY_HOURS = 2000 * 8760.0;

    private static Results simulate(String text, long seed) {
        Lab lab = new LabReader(Catalogue.load())
                .read("lab.yaml", ("rackdrill: 1\n" + text).getBytes(StandardCharsets.UTF_8))
                .lab()
                .orElseThrow();
        Question question = new Question(lab, "lab.yaml", "", 0.05, 1, Optional.empty(), seed, 2, "test", Set.of());
        return Simulation.run(question, Progress.SILENT);
    }

    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        String text = """
                components:
                  often: {fails: exp(1000 h), repairs: exp(1 h)}
                  rare: {fails: exp(%.0f h), repairs: exp(%.0f h)}
                services: {cool: {needs: [often, rare]}}
                study: {horizon: 5 y}
                """.formatted(RARE_EVERY_HOURS, RARE_HOURS);
        int seeds = 60;
        int held = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Results.Service service = simulate(text, seed).services().get(0);
            Results.Estimate seen = service.availability();
            double exact = Objects.requireNonNull(service.exact());
            assertThat(exact).isGreaterThan(OFTEN);
            held += 1 - exact >= seen.low() && 1 - exact <= seen.high() ? 1 : 0;
        }

        // Nine in ten; six fewer than that is what luck does once in 500 times.
        assertThat(held).isBetween(48, seeds);
    }

    @Test
    void aFireThatNobodySawIsInTheMean() {
        String text = """
                sites: {home: {mains: {fails: never, dips: never}}}
                nodes: {node1: {model: generic-node, site: home}}
                services: {web: {kind: container, on: node1}}
                operations: {patching: none, changes: none}
                hazards: {fire: {every: exp(%d y), hits: [home], destroys: true}}
                study: {horizon: 5 y}
                """;
        double often = hoursOfFire(text.formatted(30));
        double seldom = hoursOfFire(text.formatted(30_000));

        assertThat(often).isPositive();
        assertThat(seldom * 1000).isCloseTo(often, withinPercentage(25));
    }

    /** Adds up over seeds: sixteen fires tell what one costs to a quarter, a hundred of them to a tenth. */
    private static double hoursOfFire(String text) {
        return LongStream.rangeClosed(1, 6)
                .mapToObj(seed -> simulate(text, seed).services().get(0))
                .flatMap(service -> service.causes().stream())
                .filter(cause -> cause.label().startsWith("fire"))
                .mapToDouble(Results.Cause::hoursPerYear)
                .sum();
    }
}
