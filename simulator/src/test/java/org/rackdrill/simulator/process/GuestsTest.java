package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Crashes of guests, redundancy, needs, and services that a person moves. */
class GuestsTest {

    private static final String BOX = "nodes: {box: {<steady node>}}\nservices:\n";

    @Test
    void aCrashedGuestIsRestarted() {
        Story story = Scenario.of(BOX + "  app: {on: box, audience: [wired], crashes: 100 h, <steady guest>}\n")
                .during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 0.5), "crashes of app"));
        assertThat(story.history().interventions()).isZero();
    }

    @Test
    void aHangingGuestWaitsForItsOwner() {
        Story story = Scenario.of(
                        BOX + "  app: {on: box, audience: [wired], crashes: 100 h, hangs: 100%, <steady guest>}\n")
                .during(150);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 30.5), "crashes of app"));
        assertThat(story.history().interventions()).isEqualTo(1);
        assertThat(story.history().handsOnHours()).isCloseTo(20 / 60.0, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void whatAServiceNeedsTakesItDownAndWhatItWantsDoesNot() {
        Story story = Scenario.of(BOX + """
                          dns: {on: box, audience: [wired], crashes: 100 h, <steady guest>}
                          hard: {on: box, audience: [wired], needs: [dns], <steady guest>}
                          soft: {on: box, audience: [wired], wants: [dns], <steady guest>}
                        """).during(150);

        assertThat(story.of("hard")).containsExactly(new Outage(at(100, 0), at(100, 0.5), "crashes of dns"));
        assertThat(story.of("soft")).isEmpty();
    }

    @Test
    void oneOfTwoGuestsIsEnough() {
        String lab = """
                nodes:
                  one: {fails: 100 h, <steady node>}
                  two: {%s, <steady node>}
                services:
                  dns: {kind: container, on: [one, two], redundant: 1 of 2, audience: [wired], <steady guest>}
                """;

        assertThat(Scenario.of(lab.formatted("fails: never")).during(150).of("dns"))
                .isEmpty();
        // The first is under repair for two days and more when the second goes too.
        assertThat(Scenario.of(lab.formatted("crashes: 110 h")).during(150).of("dns"))
                .containsExactly(new Outage(at(110, 0), at(110, 3.5), "crashes of two"));
    }

    @Test
    void twoOfThreeThingsAreAMajority() {
        String lab = """
                nodes:
                  a: {crashes: 100 h, boot: 9 min, <steady node>}
                  b: {crashes: 100.1 h, boot: 9 min, <steady node>}
                  c: {<steady node>}
                groups:
                  most: {needs: "2 of [a, b, c]"}
                services:
                  door: {needs: [most]}
                """;

        assertThat(Scenario.of(lab).during(150).of("door"))
                .containsExactly(new Outage(at(100, 6), at(100, 10), "crashes of b"));
    }

    /** The data lie on the first node, with a copy every hour on the second. */
    private static final String BY_HAND = """
            nodes:
              one:
                fails: 100 h
                repair: 50 h
                crashes: never
                psu-fails: never
                boot-disk-fails: never
                post: 1 min
                boot: 2 min
                pools: {tank: {layout: mirror, disks: {model: generic-hdd, count: 2, <steady disk>}}}
              two:
                fails: never
                crashes: never
                psu-fails: never
                boot-disk-fails: never
                pools: {tank: {layout: mirror, disks: {model: generic-hdd, count: 2, <steady disk>}}}
            clusters:
              pve: {manager: none, members: [one, two]}
            services:
              photos: {kind: container, cluster: pve, failover: manual, on: one, data: {at: one/tank, size: 1 GB}, audience: [wired], <steady guest>}
            copies:
              photos: [{to: two/tank, every: 1 h}]
            """;

    private static String operator(String how) {
        return "operations: {patching: none, operator: {" + how + ", <steady operator>}}\n";
    }

    @Test
    void theOwnerStartsFromTheCopyAndBringsItHomeHalfADayAfterTheRepair() {
        Story story = Scenario.of(BY_HAND).during(190);

        // Noticed after 10 min, moved in 20. The node is back 51 h 13 min after its end; home again 12 h later.
        assertThat(story.of("photos"))
                .containsExactly(
                        new Outage(at(100, 0), at(100, 30.5), "one's hardware"),
                        new Outage(at(163, 13), at(163, 13.5), "one's hardware"));
        assertThat(story.lostWrites("photos"))
                .singleElement()
                .satisfies(minutes -> assertThat(minutes).isBetween(0.0, 60.1));
    }

    @Test
    void theOwnerSleepsFirst() {
        // 100 h is four in the morning of the fifth day.
        Story story = Scenario.of(operator("asleep: 22:00-07:00") + BY_HAND).during(120);

        assertThat(story.of("photos")).containsExactly(new Outage(at(100, 0), at(103, 20.5), "one's hardware"));
    }

    @Test
    void whoIsAwayCanMoveAServiceButNotRepairANode() {
        // Away nearly always, in trips of half a year.
        String away = operator("away: 8300 h/y, trip-lasts: 4000 h");
        Story story = Scenario.of(away + BY_HAND.replace("fails: 100 h", "fails: 1500 h"))
                .during(2500);

        // Home again would cost half a minute more: the node is still dead when the story ends.
        assertThat(story.of("photos")).containsExactly(new Outage(at(1500, 0), at(1500, 30.5), "one's hardware"));
    }

    @Test
    void withoutACopyItWaitsForItsNode() {
        Story story =
                Scenario.of(BY_HAND.substring(0, BY_HAND.indexOf("copies:"))).during(190);

        assertThat(story.of("photos")).containsExactly(new Outage(at(100, 0), at(151, 13.5), "one's hardware"));
    }

    @Test
    void aDeadPowerSupplyIsReasonEnoughToMove() {
        Story story = Scenario.of(BY_HAND.replace("fails: 100 h", "fails: never")
                        .replaceFirst("psu-fails: never", "psu-fails: 100 h"))
                .during(120);

        assertThat(story.of("photos")).containsExactly(new Outage(at(100, 0), at(100, 30.5), "one's power supply"));
    }
}
