package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Boxes, islands, internet accesses, tunnels, and who reaches what. */
class NetworkTest {

    private static final String NETWORK = """
            network:
              router: {model: generic-router, %s, <steady box>}
              sw: {model: generic-switch-1g, uplink: router, %s, <steady box>}
              ap: {model: generic-access-point, powered-by: sw, %s, <steady box>}
              wan: {model: generic-wan, uplink-of: router, %s, <steady wan>}
            """;

    private static final String SERVICES = """
            nodes: {box: {network: sw, <steady node>}}
            services:
              air: {on: box, audience: [home], <steady guest>}
              cable: {on: box, audience: [wired], <steady guest>}
              away: {on: box, audience: [remote], <steady guest>}
              internet: {needs: [router, wan]}
            """;

    private static final String QUIET = "site: home";

    private static Story with(String router, String sw, String ap, String wan, double hours) {
        return Scenario.of(NETWORK.formatted(router, sw, ap, wan) + SERVICES).during(hours);
    }

    @Test
    void anInternetOutageConcernsThoseWhoAreAway() {
        Story story = with(QUIET, QUIET, QUIET, "fails: 100 h, lasts: 2 h", 150);

        Outage outage = new Outage(at(100, 0), at(102, 0), "Internet access outages (wan)");
        assertThat(story.of("air")).isEmpty();
        assertThat(story.of("cable")).isEmpty();
        assertThat(story.of("away")).containsExactly(outage);
        assertThat(story.of("internet")).containsExactly(outage);
    }

    @Test
    void aDropoutIsAShortOutageOfItsOwnKind() {
        Story story = with(QUIET, QUIET, QUIET, "dips: 100 h, dip-lasts: 3 min", 150);

        assertThat(story.of("internet"))
                .containsExactly(new Outage(at(100, 0), at(100, 3), "Internet access dropouts (wan)"));
    }

    @Test
    void aDropoutDuringAnOutageDoesNotEndIt() {
        Story story = with(QUIET, QUIET, QUIET, "fails: 100 h, lasts: 2 h, dips: 101 h, dip-lasts: 3 min", 150);

        assertThat(story.of("internet"))
                .containsExactly(new Outage(at(100, 0), at(102, 0), "Internet access outages (wan)"));
    }

    @Test
    void aDeadAccessPointConcernsThoseWithoutACable() {
        Story story = with(QUIET, QUIET, "fails: 100 h", QUIET, 150);

        // Noticed after 10 min, a day for the new one, 1 h of work, 1 min of boot.
        assertThat(story.of("air")).containsExactly(new Outage(at(100, 0), at(125, 11), "Wireless access point ap"));
        assertThat(story.of("cable")).isEmpty();
        assertThat(story.of("away")).isEmpty();
    }

    @Test
    void anAccessPointFedOverTheCableGoesWithItsSwitchAndBootsAfterIt() {
        Story story = with(QUIET, "crashes: 100 h", QUIET, QUIET, 150);

        assertThat(story.of("cable")).containsExactly(new Outage(at(100, 0), at(100, 1), "Gigabit switch sw hanging"));
        assertThat(story.of("air")).containsExactly(new Outage(at(100, 0), at(100, 2), "Gigabit switch sw hanging"));
    }

    @Test
    void withoutRouterTheHouseStillTalksToItself() {
        Story story = with("crashes: 100 h", QUIET, QUIET, QUIET, 150);

        assertThat(story.of("air")).isEmpty();
        assertThat(story.of("cable")).isEmpty();
        assertThat(story.of("away")).containsExactly(new Outage(at(100, 0), at(100, 1), "Router router hanging"));
    }

    @Test
    void aBoxUpdatesItselfAtNight() {
        Story story = with("auto-update: every 30 d", QUIET, QUIET, QUIET, 24 * 70);

        assertThat(story.of("internet")).hasSizeBetween(2, 3).allSatisfy(outage -> {
            assertThat(outage.from() % (24 * 60)).isEqualTo(3 * 60);
            assertThat(outage.minutes()).isEqualTo(4);
            assertThat(outage.cause()).isEqualTo("updates of router");
        });
    }

    @Test
    void aBoxThatWouldUpdateTwiceADayDoesSoEveryNight() {
        Story story = with("auto-update: every 12 h", QUIET, QUIET, QUIET, 24 * 10);

        assertThat(story.of("internet")).hasSizeBetween(9, 10);
    }

    @Test
    void whoIsOnTheOtherIslandOfADeadSwitchLosesTheService() {
        String lab = """
                network:
                  router: {model: generic-router, <steady box>}
                  cellar: {model: generic-switch-1g, uplink: router, crashes: 100 h, <steady box>}
                  ap: {model: generic-access-point, powered-by: mains, uplink: router, <steady box>}
                nodes:
                  near: {network: router, <steady node>}
                  below: {network: cellar, <steady node>}
                services:
                  here: {on: near, <steady guest>}
                  there: {on: below, <steady guest>}
                """;
        Story story = Scenario.of(lab).during(150);

        assertThat(story.of("here")).isEmpty();
        assertThat(story.of("there"))
                .containsExactly(new Outage(at(100, 0), at(100, 1), "Gigabit switch cellar hanging"));
    }

    @Test
    void aTunnelJoinsTwoSitesUntilItCrashes() {
        String lab = """
                sites:
                  home: {mains: {fails: never, dips: never}}
                  friend: {mains: {fails: never, dips: never}}
                network:
                  router: {model: generic-router, site: home, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, <steady wan>}
                  far: {model: generic-router, site: friend, <steady box>}
                  far-wan: {model: generic-wan, uplink-of: far, <steady wan>}
                  tunnel: {model: generic-vpn, between: [router, far], crashes: 100 h, hangs: %s, <steady vpn>}
                nodes: {box: {network: far, <steady node>}}
                services: {backup: {on: box, audience: [wired], <steady guest>}}
                """;

        assertThat(Scenario.of(lab.formatted("0%")).during(150).of("backup"))
                .containsExactly(new Outage(at(100, 0), at(100, 0.5), "tunnel tunnel"));
        assertThat(Scenario.of(lab.formatted("100%")).during(150).of("backup"))
                .containsExactly(new Outage(at(100, 0), at(100, 30), "tunnel tunnel"));
    }

    @Test
    void peopleAtHomeReachTheInternetOverTheAccessPoint() {
        Outage dead = new Outage(at(100, 0), at(125, 11), "Wireless access point ap");

        Story story = with(QUIET, QUIET, "fails: 100 h", QUIET, 150);
        assertThat(story.of("internet")).containsExactly(dead);
        assertThat(story.of("cable")).isEmpty();
    }

    @Test
    void withoutAnAccessPointTheyUseACable() {
        String lab = NETWORK.formatted(QUIET, QUIET, QUIET, QUIET).replaceAll("(?m)^ *ap: .*\n", "") + SERVICES;

        assertThat(Scenario.of(lab).during(150).of("internet")).isEmpty();
    }
}
