package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Nights: who is woken by what, and alarms about nothing. */
class NightWorkTest {

    /** A guest that hangs after 100 h, which is four in the morning. */
    private static final String HANGS = "audience: [wired], crashes: 100 h, hangs: 100%, <steady guest>";

    private static Story night(String operator, String services) {
        return Scenario.of("operations: {patching: none, operator: {asleep: 22:00-07:00, " + operator
                        + ", <steady operator>}}\n"
                        + "nodes:\n  box: {<steady node>}\n  watcher: {<steady node>}\nservices:\n"
                        + "  kuma: {on: watcher, audience: [wired], <steady guest>}\n"
                        + services)
                .during(120);
    }

    private static double nights(Story story) {
        return story.history().nightAlarmsBetween(0, 120);
    }

    @Test
    void aSilentTelephoneWakesNobodyAndTheAlarmWaitsForTheMorning() {
        Story story = night("notices-by: kuma, notices-after: 10 min", "  app: {on: box, " + HANGS + "}\n");

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(103, 20.5), "crashes of app"));
        assertThat(nights(story)).isZero();
    }

    @Test
    void whoIsWokenByAlarmsGetsUpAndWorks() {
        Story story =
                night("notices-by: kuma, woken-by: alarms, notices-after: 10 min", "  app: {on: box, " + HANGS + "}\n");

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 30.5), "crashes of app"));
        assertThat(nights(story)).isEqualTo(1);
    }

    @Test
    void twoAlarmsOfOneNightWakeOnceAndBothAreSeenTo() {
        Story story = night(
                "notices-by: kuma, woken-by: alarms, notices-after: 10 min",
                "  app: {on: box, " + HANGS + "}\n  web: {on: box, " + HANGS + "}\n");

        assertThat(story.of("app").get(0).minutes()).isEqualTo(30.5);
        assertThat(story.of("web").get(0).minutes()).isEqualTo(50.5);
        assertThat(nights(story)).isEqualTo(1);
    }

    @Test
    void whereNothingWatchesNothingRings() {
        Story story = night("woken-by: alarms, notices-without: 10 min", "  app: {on: box, " + HANGS + "}\n");

        assertThat(story.of("app").get(0).to()).isEqualTo(at(103, 20.5));
        assertThat(nights(story)).isZero();
    }

    private static Story falseAlarms(String operator, String services) {
        return Scenario.of("operations: {patching: none, operator: {" + operator + ", <steady operator>}}\n"
                        + "nodes: {box: {<steady node>}}\nservices:\n"
                        + "  kuma: {on: box, audience: [wired], <steady guest>}\n"
                        + services)
                .during(1000);
    }

    @Test
    void everyWatchedServiceRaisesFalseAlarms() {
        String often = "notices-by: kuma, false-alarms: fixed(100 h)";
        Story one = falseAlarms(often, "");
        Story two = falseAlarms(often, "  app: {on: box, audience: [wired], <steady guest>}\n");

        // At 100 h, 200 h ... 900 h, and with two at 50 h, 100 h ... 950 h; six minutes for each.
        assertThat(one.history().falseAlarms()).isEqualTo(9);
        assertThat(two.history().falseAlarms()).isEqualTo(19);
        assertThat(one.history().handsOnHours()).isCloseTo(0.9, within(1e-9));
        assertThat(one.history().interventions()).isZero();
    }

    @Test
    void falseAlarmsWakeToo() {
        String often = "notices-by: kuma, asleep: 22:00-07:00, false-alarms: fixed(100 h)";

        // 100 h is four in the morning; of the others, those at 200 h, 300 h, ... lie 4 h later each: only 100 h, 600 h
        // and 700 h fall into a night.
        assertThat(falseAlarms(often, "").history().nightAlarmsBetween(0, 1000)).isZero();
        assertThat(falseAlarms(often + ", woken-by: alarms", "").history().nightAlarmsBetween(0, 1000))
                .isEqualTo(3);
    }

    @Test
    void whereNobodyWatchesThereAreNone() {
        assertThat(falseAlarms("false-alarms: fixed(100 h)", "").history().falseAlarms())
                .isZero();
    }
}
