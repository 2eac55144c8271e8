package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** The person who repairs things, and the monitoring that tells of them. */
class OperatorTest {

    private static final String HANGS = "audience: [wired], crashes: 100 h, hangs: 100%, <steady guest>";

    private static String operator(String how) {
        return "operations: {patching: none, operator: {" + how + ", <steady operator>}}\n";
    }

    private static Story dead(String operations) {
        return Scenario.of(operations + """
                        nodes: {box: {fails: 100 h, <steady node>}}
                        services: {app: {on: box, audience: [wired], <steady guest>}}
                        """).during(2000);
    }

    @Test
    void aPartIsShippedUnlessThereIsOneInTheDrawer() {
        String drawer =
                operator("asleep: never").replace("patching: none", "patching: none, spares: {generic-node: 1}");

        // 10 min, 2 days, 1 h, 3 min of boot, 30 s to start.
        assertThat(dead("").of("app").get(0)).isEqualTo(new Outage(at(100, 0), at(149, 13.5), "box's hardware"));
        assertThat(dead(drawer).of("app").get(0)).isEqualTo(new Outage(at(100, 0), at(101, 13.5), "box's hardware"));
    }

    @Test
    void theDrawerHoldsOnePart() {
        String drawer =
                operator("asleep: never").replace("patching: none", "patching: none, spares: {generic-node: 1}");

        Story story = Scenario.of(drawer + """
                        nodes:
                          one: {fails: 100 h, <steady node>}
                          two: {fails: 110 h, <steady node>}
                        services:
                          first: {on: one, audience: [wired], <steady guest>}
                          second: {on: two, audience: [wired], <steady guest>}
                        """).during(204);

        // It gets the part that was ordered to fill the drawer again, 10 h before its own.
        assertThat(story.of("second").get(0).minutes()).isEqualTo(at(39, 13.5));
        // And its own fills the drawer.
        assertThat(story.of("first").get(1).minutes()).isEqualTo(at(1, 13.5));
    }

    @Test
    void whatBreaksAtNightWaitsForTheMorning() {
        // 100 h is four in the morning.
        Story story = Scenario.of(operator("asleep: 22:00-07:00")
                        + "nodes: {box: {<steady node>}}\nservices: {app: {on: box, " + HANGS + "}}\n")
                .during(120);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(103, 20.5), "crashes of app"));
    }

    @Test
    void handsWaitForTheEndOfATripAndAKeyboardDoesNot() {
        String lab = """
                nodes:
                  box: {fails: 1500 h, repair: 1 h, <steady node>}
                  other: {<steady node>}
                services:
                  app: {on: box, audience: [wired], <steady guest>}
                  hung: {on: other, %s}
                """.formatted(HANGS.replace("100 h", "1520 h"));
        Story home = Scenario.of(lab).during(1550);
        Story away = Scenario.of(operator("away: 8300 h/y, trip-lasts: 4000 h") + lab)
                .during(1550);

        assertThat(home.of("app")).containsExactly(new Outage(at(1500, 0), at(1502, 13.5), "box's hardware"));
        assertThat(away.of("app")).containsExactly(new Outage(at(1500, 0), at(1550, 0), "box's hardware"));
        assertThat(home.of("hung")).containsExactly(new Outage(at(1520, 0), at(1520, 30.5), "crashes of hung"));
        assertThat(away.of("hung")).isEqualTo(home.of("hung"));
    }

    @Test
    void onePersonDoesOneThingAtATime() {
        Story story = Scenario.of("nodes: {box: {<steady node>}}\nservices: {one: {on: box, " + HANGS
                        + "}, two: {on: box, " + HANGS + "}}\n")
                .during(120);

        assertThat(story.of("one")).containsExactly(new Outage(at(100, 0), at(100, 30.5), "crashes of one"));
        assertThat(story.of("two")).containsExactly(new Outage(at(100, 0), at(100, 50.5), "crashes of two"));
    }

    @Test
    void theWayToAnotherSiteTakesTime() {
        Story story = Scenario.of("""
                        sites:
                          home: {mains: {fails: never, dips: never}}
                          friend: {mains: {fails: never, dips: never}}
                        network: {far: {model: generic-router, site: friend, <steady box>}}
                        nodes: {box: {network: far, fails: 100 h, repair: 1 h, <steady node>}}
                        services: {app: {on: box, <steady guest>}}
                        groups: {there: {needs: "1 of [box]"}}
                        operations: {patching: none, operator: {to-friend: 2 h, <steady operator>}}
                        """.replace("app: {on: box, <steady guest>}", "up: {needs: [there]}"))
                .during(150);

        assertThat(story.of("up")).containsExactly(new Outage(at(100, 0), at(104, 13), "box's hardware"));
        assertThat(story.history().handsOnHours()).isEqualTo(5);
    }

    /** A guest that hangs, on a node that runs on; monitoring is what the rows differ in. */
    private static Story watched(String monitoring) {
        return Scenario.of(operator("notices-by: watch, notices-without: 5 h")
                        + "nodes: {box: {<steady node>}}\nservices:\n  app: {on: box, "
                        + HANGS
                        + "}\n  watch: {on: box, "
                        + monitoring
                        + ", <steady guest>}\n")
                .during(150);
    }

    @Test
    void monitoringTellsOfAFailure() {
        assertThat(watched("audience: [wired]").of("app"))
                .containsExactly(new Outage(at(100, 0), at(100, 30.5), "crashes of app"));
    }

    @Test
    void withoutMonitoringSomebodyHasToComplain() {
        assertThat(watched("crashes: 99.9 h, boot: 40 h").of("app"))
                .containsExactly(new Outage(at(100, 0), at(105, 20.5), "crashes of app"));
    }

    @Test
    void monitoringThatIsBackTellsOfWhatIsStillBroken() {
        // Back at 99.9 h + 66 min = 101 h.
        assertThat(watched("crashes: 99.9 h, boot: 66 min").of("app"))
                .containsExactly(new Outage(at(100, 0), at(101, 30.5), "crashes of app"));
    }
}
