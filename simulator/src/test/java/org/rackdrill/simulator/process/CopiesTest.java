package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.kernel.Luck;
import org.rackdrill.simulator.process.Story.Outage;

/** Copies, their age, restores, and what is lost with a pool or a site. */
class CopiesTest {

    /** 100 GB at home and a copy at the friend's every hour, over 80 Mbit/s: 10,000 s. From a drive: 892.857 s. */
    private static Story lab(String disk, String copyDisk, String wan, String way, String hazards, double hours) {
        return Scenario.of("""
                        sites:
                          home: {mains: {fails: never, dips: never}}
                          friend: {mains: {fails: never, dips: never}}
                        network:
                          router: {model: generic-router, site: home, <steady box>}
                          wan: {model: generic-wan, uplink-of: router, %s, <steady wan>}
                          far: {model: generic-router, site: friend, <steady box>}
                          far-wan: {model: generic-wan, uplink-of: far, <steady wan>}
                        operations: {patching: none, operator: {to-friend: %s, <steady operator>}}
                        hazards: {%s}
                        nodes:
                          box:
                            network: router
                            fails: never
                            crashes: never
                            psu-fails: never
                            boot-disk-fails: never
                            pools:
                              tank:
                                layout: stripe
                                disks:
                                  - {model: generic-hdd, fails: %s, <steady disk>}
                          there:
                            network: far
                            fails: never
                            crashes: never
                            psu-fails: never
                            boot-disk-fails: never
                            pools:
                              tank:
                                layout: stripe
                                disks:
                                  - {model: generic-hdd, fails: %s, <steady disk>}
                        services:
                          app: {on: box, audience: [wired], data: {at: box/tank, size: 100 GB}, <steady guest>}
                        copies:
                          app: [{to: there/tank, every: 1 h}]
                        """.formatted(wan, way, hazards, disk, copyDisk)).during(hours);
    }

    private static final String QUIET = "site: home";
    private static final String NEVER = "never";

    @Test
    void aLostPoolIsFilledOverTheInternetWhenThatIsFaster() {
        Story story = lab("100 h", NEVER, QUIET, "2 h", "", 160);

        // Noticed 10 min, shipped 2 days, 1 h of work, 10,000 s of copying, 30 s to start.
        assertThat(story.of("app"))
                .containsExactly(new Outage(at(100, 0), at(149, 10.5 + 166.667), "disks of box/tank"));
        assertThat(story.history().lost(0)).isZero();
    }

    @Test
    void aLostPoolIsFilledFromTheFetchedDriveWhenThatIsFaster() {
        Story story = lab("100 h", NEVER, QUIET, "1 h", "", 160);

        assertThat(story.of("app"))
                .containsExactly(new Outage(at(100, 0), at(149, 10.5 + 120 + 14.881), "disks of box/tank"));
    }

    @Test
    void aCopyAgesWhileTheInternetIsAway() {
        double look = Luck.fraction(0) * Hours.PER_YEAR;
        Story reached = lab(NEVER, NEVER, QUIET, "1 h", "", 8760);
        Story cut = lab(NEVER, NEVER, "fails: 2 h, lasts: 2 y", "1 h", "", 8760);

        assertThat(reached.ages())
                .singleElement()
                .satisfies(age -> assertThat(age).isBetween(0.0, 1.1));
        assertThat(cut.ages()).singleElement().satisfies(age -> assertThat(age).isBetween(look - 2, look));
    }

    @Test
    void aCopyStandsStillWhileItsPrimaryIsGone() {
        double look = Luck.fraction(0) * Hours.PER_YEAR;
        // The pool at home is lost some hours before somebody looks, and the new disk takes two days.
        Story story = lab((look - 30) + " h", NEVER, QUIET, "1 h", "", look + 1);

        assertThat(story.ages())
                .singleElement()
                .satisfies(age -> assertThat(age).isBetween(30.0, 31.1));
    }

    @Test
    void aCopyThatIsStillBeingSentAgainSavesNothing() {
        // The copy's pool is back, and empty, at 151 h 10 min (a way of 1 h); sent again within 1 h + 2.78 h at most.
        assertThat(lab("152 h", "100 h", QUIET, "1 h", "", 160).history().lost(0))
                .isEqualTo(1);
        assertThat(lab("156 h", "100 h", QUIET, "1 h", "", 160).history().lost(0))
                .isZero();
    }

    @Test
    void aFireTakesThePrimaryAndSparesTheCopyElsewhere() {
        String fire = "fire: {every: 100 h, hits: [home], destroys: true}";
        Story story = lab(NEVER, NEVER, QUIET, "1 h", fire, 160);

        assertThat(story.of("app")).singleElement().satisfies(outage -> {
            assertThat(outage.from()).isEqualTo(at(100, 0));
            assertThat(outage.cause()).isEqualTo("fire at home");
        });
        assertThat(story.history().lost(0)).isZero();
        assertThat(lab(
                                NEVER,
                                NEVER,
                                QUIET,
                                "1 h",
                                fire + ", flood: {every: 101 h, hits: [friend], destroys: true}",
                                160)
                        .history()
                        .lost(0))
                .isEqualTo(1);
    }
}
