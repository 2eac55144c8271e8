package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Replacements in which the person pulls a healthy disk. */
class WrongDiskTest {

    /**
     * One disk dies after 100 h, is noticed after 10 min, the new one comes after 2 days and is put in within 1 h: the
     * wrong one is pulled at 149 h 10 min.
     */
    private static Story replaced(String layout, int disks, String more, String chance) {
        return Scenario.of("operations: {patching: none, operator: {wrong-disk: " + chance + ", <steady operator>}}\n"
                        + """
                        nodes:
                          box:
                            fails: never
                            crashes: never
                            psu-fails: never
                            boot-disk-fails: never
                            pools:
                              tank:
                                layout: %s
                                scrub: never
                                %s
                                disks:
                                  - {model: generic-hdd, fails: 100 h, <steady disk>}
                        """.formatted(layout, more)
                        + "          - {model: generic-hdd, fails: never, <steady disk>}\n".repeat(disks - 1)
                        + """
                        services:
                          app: {on: box, audience: [wired], data: {at: box/tank, size: 1 GB}, <steady guest>}
                        """)
                .during(160);
    }

    @Test
    void aPoolWithoutRedundancyStandsStillUntilTheDiskIsBack() {
        Story story = replaced("raidz1", 3, "", "100%");

        assertThat(story.of("app")).hasSize(1);
        Outage outage = story.of("app").get(0);
        assertThat(outage.from()).isEqualTo(at(149, 10));
        assertThat(outage.minutes()).isBetween(3.0, 120.0);
        assertThat(outage.cause()).isEqualTo("the wrong disk pulled from box/tank");
        assertThat(story.history().poolLosses(0)).isZero();
    }

    @Test
    void aMirrorAndAnArrayOfSlicesDoAsWell() {
        assertThat(replaced("mirror", 2, "", "100%").of("app")).hasSize(1);
        assertThat(replaced("shr-1", 4, "", "100%").of("app")).hasSize(1);
    }

    @Test
    void redundancyThatIsLeftCarriesThePool() {
        assertThat(replaced("raidz2", 4, "", "100%").of("app")).isEmpty();
        assertThat(replaced("mirror", 3, "", "100%").of("app")).isEmpty();
    }

    @Test
    void aHotSpareHasFilledTheGapBeforeAnybodyComes() {
        assertThat(replaced("raidz1", 3, "spare: 1", "100%").of("app")).isEmpty();
    }

    @Test
    void thePairWithoutAHoleDoesNotMatter() {
        // Disks 1 and 3 are one pair, 2 and 4 the other: what is pulled is of the pair that has lost one already.
        assertThat(replaced("raid10", 4, "", "100%").of("app")).hasSize(1);
    }

    @Test
    void whoLooksTwicePullsTheRightOne() {
        assertThat(replaced("raidz1", 3, "", "0%").of("app")).isEmpty();
    }

    @Test
    void puttingItBackIsWork() {
        double right = replaced("raidz1", 3, "", "0%").history().handsOnHours();
        Story wrong = replaced("raidz1", 3, "", "100%");

        double outage = (wrong.of("app").get(0).minutes() - 0.5) / 60;
        assertThat(wrong.history().handsOnHours() - right)
                .isCloseTo(outage, org.assertj.core.api.Assertions.within(1e-3));
    }
}
