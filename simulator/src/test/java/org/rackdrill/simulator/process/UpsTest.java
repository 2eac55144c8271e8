package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** How a UPS takes over, fails, grows old, and what it and its nodes do when the mains come back. */
class UpsTest {

    /** A node comes back with a POST of 1 min, a boot of 2 min and a guest start of 30 s. */
    private static final double BACK = 3.5;

    /** Noticed after 10 min, an hour of work with hands. */
    private static final double BY_HAND = 70;

    private static final String CUTS = "power cuts";

    /** One node on a UPS that holds it for an hour; the router behind the UPS draws nothing. */
    private static String lab(String mains, String ups, String node) {
        return """
                sites: {home: {mains: {dips: never, %s}}}
                ups: {ups1: {%s, <steady ups>}}
                network:
                  router: {model: generic-router, powered-by: ups1, watts: 0 W, <steady box>}
                nodes:
                  box: {powered-by: ups1, network: router, %s, <steady node>}
                services:
                  app: {on: box, audience: [wired], <steady guest>}
                  net: {needs: [router]}
                """.formatted(mains, ups, node);
    }

    private static Story during(double hours, String mains, String ups, String node) {
        return Scenario.of(lab(mains, ups, node)).during(hours);
    }

    private static final String SHORT = "fails: 100 h, lasts: 5 min";
    private static final String ANY = "watts: 100 W";

    @Test
    void aStandbyUpsTakesOverSoLateThatAMachineMayReset() {
        Story story = during(150, SHORT, "topology: standby, transfer-resets: 100%", ANY);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, BACK), CUTS));
    }

    @Test
    void doubleConversionHasNoGap() {
        Story story = during(150, SHORT, "topology: double-conversion, transfer-resets: 100%", ANY);

        assertThat(story.of("app")).isEmpty();
    }

    @Test
    void aGapDoesNotMatterToAMachineWithAnotherFeed() {
        String two = lab(SHORT, "topology: standby, transfer-resets: 100%", ANY)
                .replace("ups: {ups1:", "ups: {ups2: {<steady ups>}, ups1:")
                .replace("powered-by: ups1", "powered-by: [ups1, ups2]");

        assertThat(Scenario.of(two).during(150).of("app")).isEmpty();
    }

    @Test
    void aBypassCarriesOnWhenTheUpsDiesAndProtectsNothingUntilTheNewOneIsThere() {
        // It dies after 90 h; the new one comes after 2 days, and lives for 90 h again.
        Story story = during(
                225, "fails: 100 h, lasts: 5 min", "topology: double-conversion, bypass: 100%, fails: 90 h", ANY);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 5 + BACK), CUTS));
    }

    @Test
    void withoutABypassTheLoadFallsUntilItsOwnerHasPluggedItIntoTheWallAndTheNewUpsIsShipped() {
        Story story = during(150, "fails: 102 h, lasts: 5 min", "fails: 100 h", ANY);

        assertThat(story.of("app"))
                .containsExactly(
                        new Outage(at(100, 0), at(100, BY_HAND + BACK), "UPS ups1"),
                        new Outage(at(102, 0), at(102, 5 + BACK), CUTS));
        assertThat(story.history().interventions()).isEqualTo(2);
    }

    @Test
    void aBatteryHoldsEightTenthsAtTheEndOfItsLifeWhereverThatFallsInTheStudy() {
        Story half = during(9000, "fails: 8760 h, lasts: 2 h", "battery-life: 1 y", ANY);
        Story old = during(150, "fails: 100 h, lasts: 2 h", "battery-life: 1000 h, battery-age: 900 h", ANY);

        assertThat(half.of("app")).containsExactly(new Outage(at(8760, 48), at(8762, BACK), CUTS));
        assertThat(old.of("app")).containsExactly(new Outage(at(100, 48), at(102, BACK), CUTS));
    }

    @Test
    void aTestFindsAWornBatteryAndItsOwnerReplacesIt() {
        Story story = during(
                9000,
                "fails: 8760 h, lasts: 2 h",
                "battery-life: 8592 h, self-test: every 1 d, repair: 99.8333 h",
                ANY);

        // Its life ends a week before; at most a day later a test shows it, and 101 h after that the new one is in.
        assertThat(story.of("app")).hasSize(1);
        assertThat(story.of("app").get(0).from()).isBetween(at(8760, 59.7), at(8760, 60));
    }

    @Test
    void aDeadBatteryLooksWellUntilThePowerFailsAndIsThenReplaced() {
        Story story = Scenario.of(lab("fails: 100 h, lasts: 5 min", "battery-dies: 40 h", ANY))
                .during(205);

        // The new battery is in after 49 h, and dies 40 h later, again unseen.
        assertThat(story.of("app"))
                .containsExactly(
                        new Outage(at(100, 0), at(100, 5 + BACK), CUTS),
                        new Outage(at(200, 5), at(200, 10 + BACK), CUTS));
        assertThat(story.history().interventions()).isEqualTo(2);
    }

    @Test
    void aSelfTestFindsADeadBatteryBeforeThePowerFails() {
        Story story = during(150, SHORT, "battery-dies: 60 h, self-test: every 6 h, repair: 30 h", ANY);

        assertThat(story.of("app")).isEmpty();
        assertThat(story.history().interventions()).isEqualTo(1);
    }

    @Test
    void aDrillFindsADeadBatteryToo() {
        String drilled = "operations: {patching: none, operator: {<steady operator>}, drills: {ups: every 1 d}}\n"
                + lab(SHORT, "shutdown-at: 5 min left, battery-dies: 60 h, repair: 10 h", ANY);

        assertThat(Scenario.of(drilled).during(150).of("app")).isEmpty();
    }

    @Test
    void aNodeThatLosesItsPowerAtWorkMayWaitForAPersonOncePowerIsBack() {
        Story story = during(150, "fails: 100 h, lasts: 2 h", "battery-age: 0 d", "hard-stop: 100%");

        assertThat(story.of("app")).containsExactly(new Outage(at(101, 0), at(102, BY_HAND + BACK), CUTS));
    }

    @Test
    void aShutdownInOrderSparesItThat() {
        Story story = during(150, "fails: 100 h, lasts: 2 h", "shutdown-at: 10 min left", "hard-stop: 100%");

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 50), at(102, BACK), CUTS));
    }

    @Test
    void aShutdownLongerThanTheRuntimeLeftEndsHard() {
        Story story = during(
                150, "fails: 100 h, lasts: 2 h", "shutdown-at: 10 min left", "hard-stop: 100%, shutdown: 15 min");

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 50), at(102, BY_HAND + BACK), CUTS));
    }

    @Test
    void aUpsThatCyclesItsOutletsTakesTheNetworkDownWithTheNodesAndBackUp() {
        Story story = during(150, "fails: 100 h, lasts: 2 h", "shutdown-at: 10 min left", ANY);

        // Stopped after 51 min, cut 20 s later; the router boots in a minute.
        assertThat(story.of("net")).containsExactly(new Outage(at(100, 51.333), at(102, 1), CUTS));
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 50), at(102, BACK), CUTS));
    }

    @Test
    void whereItLeavesThemOnANodeThatHasStoppedWaitsForSomebodyToPressItsButton() {
        Story story =
                during(150, "fails: 100 h, lasts: 55 min", "shutdown-at: 10 min left, after-shutdown: stay-on", ANY);

        assertThat(story.of("net")).isEmpty();
        // Noticed 10 min after the mains are back; 20 min of work.
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 50), at(100, 85 + BACK), CUTS));
    }

    @Test
    void itStartsByItselfWhenThePowerReallyWent() {
        String ups = "shutdown-at: 10 min left, after-shutdown: stay-on";
        String lab = lab("fails: 100 h, lasts: 3 h", ups, ANY).replace("watts: 0 W", "watts: 20 W");
        Story story = Scenario.of(lab).during(150);

        // 120 W: 50 min; stops after 40; the router empties the rest in less than an hour.
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 40), at(103, BACK), CUTS));
        assertThat(story.of("net")).hasSize(1);
    }
}
