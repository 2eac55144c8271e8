package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** The circuit breaker behind the rack: 10 A and 230 V, so that 2.6 kW never trip it and 3.3 kW do within an hour. */
class BreakersTest {

    private static final double BACK = 3.5;

    /** Noticed after 10 min; 20 min until somebody has walked there. */
    private static final double WALK = 30;

    private static final String QUIET = "fails: never, dips: never";
    private static final String CUT = "fails: 100 h, lasts: 1 h, dips: never";

    private static String lab(String mains, String breaker, String nodes) {
        return """
                sites: {home: {mains: {%s}, breaker: {amps: 10 A, %s}}}
                network:
                  router: {model: generic-router, <steady box>}
                nodes:
                %s
                services:
                  app: {on: box, audience: [wired], <steady guest>}
                """.formatted(mains, breaker, nodes.indent(2).stripTrailing());
    }

    private static String box(String values) {
        return "box: {network: router, " + values + ", <steady node>}\n";
    }

    @Test
    void theKettleTripsABreakerThatBearsTheRack() {
        Story story = Scenario.of(lab(QUIET, "shared-with: {kitchen: 5 kW}", box("watts: 1000 W")))
                .during(200);

        assertThat(story.of("app")).isNotEmpty().allSatisfy(outage -> {
            assertThat(outage.cause()).isEqualTo("the breaker at home");
            assertThat(outage.minutes()).isEqualTo(WALK + BACK);
        });
    }

    @Test
    void aBreakerBearsThirteenPercentMoreThanItsRating() {
        Story story = Scenario.of(lab(QUIET, "shared-with: {kitchen: 1.5 kW}", box("watts: 1000 W")))
                .during(20_000);

        assertThat(story.of("app")).isEmpty();
    }

    @Test
    void aRackThatIsTooMuchForItTripsItAgainAndAgain() {
        Story story = Scenario.of(lab(QUIET, "curve: c", box("watts: 3.5 kW"))).during(24);

        assertThat(story.history().interventions()).isGreaterThan(20);
    }

    @Test
    void aUpsHoldsUntilSomebodyHasWalkedThere() {
        String lab = lab(QUIET, "shared-with: {kitchen: 5 kW}", box("powered-by: ups1, watts: 1000 W"))
                + "ups: {ups1: {runtime: {1000 W: 3 h}, volt-amperes: 2000 VA, watt-limit: 1800 W, <steady ups>}}\n";
        Story story = Scenario.of(lab.replace("router, <", "router, powered-by: ups1, <"))
                .during(200);

        assertThat(story.of("app")).isEmpty();
        assertThat(story.history().interventions()).isPositive();
    }

    @Test
    void everythingThatStartsAtOnceWhenPowerReturnsMayTripItsMagnet() {
        String two = box("inrush: 30 A") + "other: {inrush: 30 A, <steady node>}\n";
        Story story = Scenario.of(lab(CUT, "curve: b", two)).during(150);

        // Whoever switches it on again does so with one thing after the other.
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(101, WALK + BACK), "power cuts"));
    }

    @Test
    void aStaggeredStartSparesIt() {
        String two = box("inrush: 30 A, boot-order: 1") + "other: {inrush: 30 A, boot-order: 2, <steady node>}\n";
        Story story = Scenario.of(lab(CUT, "curve: b", two)).during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(101, BACK), "power cuts"));
    }

    @Test
    void theOtherCurveBearsItToo() {
        String two = box("inrush: 25 A") + "other: {inrush: 25 A, <steady node>}\n";
        Story story = Scenario.of(lab(CUT, "curve: c", two)).during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(101, BACK), "power cuts"));
    }
}
