package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Mains, UPS, power supplies, shutdown and coming back. */
class PowerTest {

    /** A node comes back with a POST of 1 min, a boot of 2 min and a guest start of 30 s. */
    private static final double BACK = 3.5;

    private static final String CUTS = "power cuts";

    /** An hour of battery at 100 W, which is what the node draws; nothing else draws anything. */
    private static final String UPS = """
            ups: {ups1: {<steady ups>}}
            network:
              router: {model: generic-router, powered-by: ups1, watts: 0 W, <steady box>}
            """;

    private static String mains(String mains) {
        return "sites: {home: {mains: {" + mains + "}}}\n";
    }

    private static String node(String poweredBy) {
        return """
                nodes:
                  box: {powered-by: %s, network: router, <steady node>}
                services:
                  app: {on: box, audience: [wired], <steady guest>}
                """.formatted(poweredBy);
    }

    @Test
    void withoutUpsADipOfSecondsCostsABoot() {
        Story story = Scenario.of(mains("fails: never, dips: 100 h, dip-lasts: 6 s") + node("mains"))
                .during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 0.1 + BACK), "power dips"));
    }

    @Test
    void upsRidesThroughAShortOutage() {
        Story story = Scenario.of(mains("fails: 100 h, lasts: 59 min, dips: never") + UPS + node("ups1"))
                .during(150);

        assertThat(story.of("app")).isEmpty();
    }

    @Test
    void upsFallsWhenItsBatteryIsEmptyAndEverythingThatFollowsIsTheOutagesFault() {
        Story story = Scenario.of(mains("fails: 100 h, lasts: 2 h, dips: never") + UPS + node("ups1"))
                .during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(101, 0), at(102, BACK), CUTS));
    }

    @Test
    void upsHoldsTwiceAsLongAtHalfTheLoad() {
        Story story = Scenario.of(mains("fails: 100 h, lasts: 3 h, dips: never")
                        + UPS
                        + node("ups1").replace("<steady node>", "watts: 50 W, <steady node>"))
                .during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(102, 0), at(103, BACK), CUTS));
    }

    @Test
    void upsFindsOnlyWhatWasRechargedWhenTheMainsFailAgain() {
        // 30 min drawn; then an hour of charging at a tenth an hour; so 36 of 60 min are left for the second time.
        String twice = "fails: 100 h, lasts: 30 min, dips: 101.5 h, dip-lasts: 50 min";
        Story story = Scenario.of(mains(twice) + UPS + node("ups1")).during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(102, 6), at(102, 20 + BACK), "power dips"));
    }

    @Test
    void nodesStopInOrderBeforeTheBatteryIsEmptyWhichThenLastsLonger() {
        String ups = UPS.replace("{<steady ups>}", "{shutdown-at: 10 min left, after-shutdown: stay-on, <steady ups>}")
                .replace("watts: 0 W", "watts: 10 W");
        Story story = Scenario.of(mains("fails: 100 h, lasts: 90 min, dips: never")
                        + ups
                        + node("ups1")
                        + "  net: {needs: [router]}\n")
                .during(150);

        // 110 W: 54.545 min; 10 min before that the node stops; one minute later the router has the rest for itself.
        // The
        // node's power never went, so that it waits for a person: noticed after 10 min, 20 min of work.
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 44.545), at(101, 60 + BACK), CUTS));
        assertThat(story.of("net")).isEmpty();
    }

    @Test
    void aShutdownUnderWayIsNotCalledBackWhenTheMainsReturn() {
        String ups = UPS.replace("{<steady ups>}", "{shutdown-at: 10 min left, <steady ups>}");
        Story story = Scenario.of(mains("fails: 100 h, lasts: 50.5 min, dips: never") + ups + node("ups1"))
                .during(150);

        // It is through after 51 min; the UPS cuts its outlets 20 s later and gives power again after another 30 s.
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 50), at(100, 51.833 + BACK), CUTS));
    }

    @Test
    void nodesComeBackOneAfterTheOtherInBootOrder() {
        Story story = Scenario.of(mains("fails: 100 h, lasts: 1 h, dips: never") + """
                                nodes:
                                  first: {boot-order: 3, <steady node>}
                                  second: {boot-order: 7, <steady node>}
                                services:
                                  one: {on: first, audience: [wired], <steady guest>}
                                  two: {on: second, audience: [wired], <steady guest>}
                                """)
                .during(150);

        assertThat(story.of("one")).containsExactly(new Outage(at(100, 0), at(101, BACK), CUTS));
        assertThat(story.of("two")).containsExactly(new Outage(at(100, 0), at(101, 1 + BACK), CUTS));
    }

    @Test
    void guestsOfANodeStartInTheirOrderAndACrashedOneStartsAtOnce() {
        Story story = Scenario.of(mains("fails: 100 h, lasts: 1 h, dips: never") + """
                                nodes:
                                  box: {<steady node>}
                                services:
                                  early: {on: box, audience: [wired], start-order: 1, <steady guest>}
                                  late: {on: box, audience: [wired], crashes: 50 h, <steady guest>}
                                """)
                .during(102);

        assertThat(story.of("early")).containsExactly(new Outage(at(100, 0), at(101, BACK), CUTS));
        assertThat(story.of("late"))
                .containsExactly(
                        new Outage(at(50, 0), at(50, 0.5), "crashes of late"),
                        new Outage(at(100, 0), at(101, BACK + 0.25), CUTS));
    }

    @Test
    void aNodeWithOnePowerSupplyIsDownUntilTheNewOneIsIn() {
        Story story = Scenario.of(node("mains")
                        .replace("<steady node>", "psus: 1, psu-fails: 100 h, repair: 10 h, <steady node>"))
                .during(150);

        // Noticed after 10 min, the part comes after 10 h, and the work takes 1 h.
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(111, 10 + BACK), "box's power supply"));
    }

    @Test
    void aSecondPowerSupplyCarriesOnWhenTheFirstDies() {
        String supplies = "psus: 2, psu-fails: uniform(100 h, 140 h), repair: 10 min, <steady node>";
        Story story =
                Scenario.of(node("mains").replace("<steady node>", supplies)).during(150);

        assertThat(story.history().interventions()).isEqualTo(2);
        assertThat(story.of("app")).isEmpty();
    }

    @Test
    void twoFeedsOutlastTheOutageOfOne() {
        Story story = Scenario.of(mains("fails: 100 h, lasts: 50 min, dips: never") + UPS + node("[ups1, mains]"))
                .during(150);

        assertThat(story.of("app")).isEmpty();
    }

    @Test
    void theUpsCarriesTheWholeNodeWhenItsOtherSupplyHangsOnTheDeadMains() {
        String ups = UPS.replace("{<steady ups>}", "{shutdown-at: 10 min left, <steady ups>}");
        Story story = Scenario.of(mains("fails: 100 h, lasts: 2 h, dips: never") + ups + node("[ups1, mains]"))
                .during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 50), at(102, BACK), CUTS));
    }

    @Test
    void anOverloadedUpsDropsEverythingAtOnceAndOnlyOnBattery() {
        String ups = UPS.replace("{<steady ups>}", "{watt-limit: 90 W, <steady ups>}");
        Story story = Scenario.of(mains("fails: 100 h, lasts: 20 min, dips: never") + ups + node("ups1"))
                .during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 20 + BACK), CUTS));
    }

    @Test
    void theLimitInVoltAmperesCountsToo() {
        String ups = UPS.replace("{<steady ups>}", "{watt-limit: 200 W, volt-amperes: %d VA, <steady ups>}");
        String lab = mains("fails: 100 h, lasts: 20 min, dips: never") + ups + node("ups1");

        assertThat(Scenario.of(lab.replace("%d", "104")).during(150).of("app")).hasSize(1);
        assertThat(Scenario.of(lab.replace("%d", "106")).during(150).of("app")).isEmpty();
    }

    @Test
    void aDeadUpsTakesEverythingUntilItsOwnerPlugsTheRackIntoTheWall() {
        Story story = Scenario.of(UPS.replace("{<steady ups>}", "{fails: 100 h, <steady ups>}") + node("ups1"))
                .during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(101, 10 + BACK), "UPS ups1"));
    }
}
