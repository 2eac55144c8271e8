package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Scenario;

/** What is said about a service: year by year, and to each of its audiences. */
class ServiceAnswerTest {

    private static final double YEAR = 8760;

    /** Nothing is left to chance, so that one history says what all do. */
    private static Results.Service answer(String lab, int years) {
        Question question = new Question(
                Scenario.of(lab).lab(),
                "test",
                "",
                0.5,
                1,
                Optional.of(Duration.ofDays(365L * years)),
                1,
                1,
                "test",
                Set.of());
        return Simulation.run(question, Progress.SILENT).services().get(0);
    }

    /** 10 min until somebody notices, 2 days of shipping, 1 h of work, 3 min of boot, 30 s to start. */
    private static final double REPAIR = 49 + 13.5 / 60;

    @Test
    void everyYearOfTheHorizonHasItsOwnHours() {
        // Fails after 5,000 h: once in the first year, twice in the second.
        Results.Service app = answer("""
                nodes: {box: {fails: 5000 h, <steady node>}}
                services: {app: {on: box, slo: 99%, audience: [wired], <steady guest>}}
                """, 2);

        assertThat(app.years()).hasSize(2);
        assertThat(app.years().get(0).year()).isEqualTo(1);
        assertThat(app.years().get(0).hoursDown()).isCloseTo(REPAIR, within(1e-6));
        assertThat(app.years().get(1).hoursDown()).isCloseTo(2 * REPAIR, within(1e-6));
        assertThat(app.years().get(0).meetsSlo()).isEqualTo(1);
        assertThat(app.years().get(1).meetsSlo()).isZero();
        assertThat(app.years().get(1).low()).isLessThanOrEqualTo(2 * REPAIR);
    }

    @Test
    void theYearsAddUpToTheWhole() {
        Results.Service app = answer("""
                nodes: {box: {fails: about every 1 y, <steady node>}}
                services: {app: {on: box, audience: [wired], <steady guest>}}
                """, 3);

        double sum = app.years().stream().mapToDouble(Results.YearOf::hoursDown).sum();
        assertThat(sum / 3).isCloseTo(app.downtimeHoursPerYear().mean(), within(1e-6));
        assertThat(app.years()).allSatisfy(year -> assertThat(year.hoursDown()).isBetween(year.low(), year.high()));
    }

    @Test
    void eachAudienceSeesItsOwnAvailability() {
        // The internet access is out for 1 h at 5,000 h, the access point for 25 h 11 min at 6,000 h.
        Results.Service app = answer("""
                network:
                  router: {model: generic-router, <steady box>}
                  ap: {model: generic-access-point, uplink: router, fails: 6000 h, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, fails: 5000 h, <steady wan>}
                nodes: {box: {network: router, <steady node>}}
                services: {app: {on: box, audience: [home, remote], <steady guest>}}
                """, 1);

        assertThat(app.audiences()).extracting(Results.Seen::audience).containsExactly("home", "remote");
        double home = (1 - app.audiences().get(0).availability()) * YEAR;
        double remote = (1 - app.audiences().get(1).availability()) * YEAR;
        assertThat(home).isCloseTo(25 + 11.0 / 60, within(1e-6));
        assertThat(remote).isCloseTo(1, within(1e-6));
        assertThat(app.downtimeHoursPerYear().mean()).isCloseTo(home + remote, within(1e-6));
    }

    @Test
    void aSingleAudienceSeesWhatTheServiceIs() {
        Results.Service app = answer("""
                nodes: {box: {fails: 5000 h, <steady node>}}
                services: {app: {on: box, audience: [wired], <steady guest>}}
                """, 1);

        assertThat(app.audiences())
                .containsExactly(new Results.Seen("wired", app.availability().mean()));
    }

    @Test
    void whatRunsNowhereHasNoAudience() {
        Results.Service internet = answer("""
                network:
                  router: {model: generic-router, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, fails: 5000 h, <steady wan>}
                services: {internet: {needs: [wan]}}
                """, 1);

        assertThat(internet.audiences()).isEmpty();
    }
}
