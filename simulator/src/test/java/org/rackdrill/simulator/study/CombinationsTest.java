package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Scenario;

/** How what was needed together is counted and ranked. */
class CombinationsTest {

    private static final double YEAR = 8760;
    private static final int HOURS = 140;

    private static List<Results.Combination> combinations(String services) {
        Question question = new Question(
                Scenario.of("""
                        nodes:
                          one: {fails: 100 h, <steady node>}
                          two: {fails: 110 h, <steady node>}
                        services:
                        """ + services).lab(),
                "test",
                "",
                0.5,
                1,
                Optional.of(Duration.ofHours(HOURS)),
                1,
                1,
                "test",
                Set.of());
        return Simulation.run(question, Progress.SILENT).combinations();
    }

    @Test
    void hoursAreTheMeanOverServicesAndServicesThatFallTogetherAreOneTime() {
        // Both are down from 110 h to the end; one hangs on the first node alone.
        List<Results.Combination> found = combinations("""
                  dns: {on: [one, two], redundant: 1 of 2, audience: [wired], <steady guest>}
                  proxy: {on: [one, two], redundant: 1 of 2, audience: [wired], <steady guest>}
                  shop: {needs: [proxy]}
                  lone: {on: one, audience: [wired], <steady guest>}
                """);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).causes()).containsExactly("two's hardware", "one's hardware");
        assertThat(found.get(0).hoursPerYear()).isCloseTo(3 * 30.0 / 4 / HOURS * YEAR, within(1e-6));
        assertThat(found.get(0).timesPerYear()).isCloseTo(YEAR / HOURS, within(1e-6));
        assertThat(found.get(0).worstHours()).isCloseTo(30, within(1e-4));
    }

    @Test
    void nothingIsACombinationWhereOneCauseIsEnough() {
        assertThat(combinations("""
                  first: {on: one, audience: [wired], <steady guest>}
                  second: {on: two, audience: [wired], <steady guest>}
                """)).isEmpty();
    }
}
