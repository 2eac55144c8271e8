package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.process.Scenario;

/** Generic labs at the ends of what can be written: nothing, everything, a day, a century. */
class EdgeOfGenericLabsTest {

    private static Results run(String text, Duration horizon) {
        Lab lab = Scenario.of(text).lab();
        return Simulation.without(
                Set.of(),
                new Question(lab, "edge", "", 0.02, 1, Optional.of(horizon), Question.DEFAULT_SEED, 1, "test"),
                Progress.SILENT);
    }

    private static double unavailability(Results results) {
        return results.services().get(0).downtimeHoursPerYear().mean() / 8760;
    }

    private static String oneComponent(String fails) {
        return """
                components:
                  pump: {fails: exp(%s), repairs: exp(10 h)}
                services: {cool: {needs: [pump]}}
                """.formatted(fails);
    }

    @Test
    void oneComponentIsDownAsOftenAsItsLawSays() {
        assertThat(unavailability(run(oneComponent("90 h"), Duration.ofDays(365))))
                .isCloseTo(0.1, within(0.004));
    }

    @Test
    void aDayIsAHorizonToo() {
        // New at the start: u(t) = 0.1 (1 - exp(-t / 9 h)), in the mean over 24 h 0.1 (1 - 9/24 (1 - exp(-24/9))).
        double expected = 0.1 * (1 - 9 / 24.0 * (1 - Math.exp(-24 / 9.0)));

        assertThat(unavailability(run(oneComponent("90 h"), Duration.ofDays(1))))
                .isCloseTo(expected, within(0.006));
    }

    @Test
    void aCenturyIsAHorizonToo() {
        assertThat(unavailability(run(oneComponent("990 h"), Duration.ofDays(36_500))))
                .isCloseTo(0.01, within(0.0005));
    }

    private static String standby(String dormancy) {
        return """
                components:
                  first:  {fails: exp(100 h), repairs: exp(10 h)}
                  second: {fails: exp(100 h), repairs: exp(10 h), standby: {behind: first, dormancy: %s}}
                groups: {any: {needs: "1 of [first, second]"}}
                services: {cool: {needs: [any]}}
                """.formatted(dormancy);
    }

    @Test
    void dormancyOfOneIsNoStandby() {
        // Two that fail and are repaired by themselves: (10 / 110)^2.
        assertThat(unavailability(run(standby("1"), Duration.ofDays(365)))).isCloseTo(1 / 121.0, within(0.0006));
    }

    @Test
    void dormancyOfNoneFailsOnlyWhileItWorks() {
        // Both down, from one down: rates 1/100 in, 2/10 out; p1 = p0 / 10, p2 = p1 / 20.
        double expected = (1 / 200.0) / (1 + 1 / 10.0 + 1 / 200.0);

        assertThat(unavailability(run(standby("0"), Duration.ofDays(365)))).isCloseTo(expected, within(0.0004));
    }

    private static String common(String beta) {
        return """
                components:
                  left:  {fails: exp(100 h), repairs: exp(10 h)}
                  right: {fails: exp(100 h), repairs: exp(10 h)}
                common-cause: {both: {of: [left, right], beta: %s}}
                groups: {any: {needs: "1 of [left, right]"}}
                services: {cool: {needs: [any]}}
                """.formatted(beta);
    }

    @Test
    void betaOfNoneIsIndependence() {
        assertThat(unavailability(run(common("0"), Duration.ofDays(365)))).isCloseTo(1 / 121.0, within(0.0006));
    }

    @Test
    void betaOfOneTakesBothAtOnce() {
        // They fail as one and are repaired as one, as in the validated case: as often down as one alone.
        assertThat(unavailability(run(common("1"), Duration.ofDays(365)))).isCloseTo(1 / 11.0, within(0.004));
    }
}
