package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Majority, watchdogs, failover, failback. */
class ClustersTest {

    private static final double SECONDS = 1.0 / 60;

    /** How many seconds a steady guest boots. */
    private static final int BOOT = 30;

    /** An outage that ends some seconds after a moment: how many depends on the second of the manager's round. */
    private static void assertOutage(
            Outage outage, double from, double moment, double atLeast, double atMost, String cause) {
        assertThat(outage.from()).isEqualTo(from);
        assertThat(outage.to()).isBetween(moment + atLeast * SECONDS, moment + atMost * SECONDS);
        assertThat(outage.cause()).isEqualTo(cause);
    }

    /** Two members and a node that breaks ties; the service runs on the second member, so the first is the master. */
    private static final String CLUSTER = """
            nodes:
              one: {<steady node>}
              two: {<steady node>}
              tie: {<steady node>}
            clusters:
              pve: {manager: proxmox-ha, members: [one, two], tie-breaker: tie}
            services:
              app: {kind: container, cluster: pve, failover: automatic, storage: synced, on: two, audience: [wired], <steady guest>}
            """;

    private static String failing(String node, String how) {
        return CLUSTER.replace("  " + node + ": {<steady node>}", "  " + node + ": {" + how + ", <steady node>}");
    }

    @Test
    void theGuestOfALostNodeStartsElsewhereAfterTwoMinutesAndItsBoot() {
        Story story = Scenario.of(failing("two", "fails: 100 h")).during(101);

        // Its lock lapses after two minutes; the master looks every ten seconds.
        assertThat(story.of("app")).hasSize(1);
        assertOutage(story.of("app").get(0), at(100, 0), at(100, 0), 118 + BOOT, 128 + BOOT, "two's hardware");
    }

    @Test
    void itTakesAMinuteMoreWhenTheLostNodeWasTheMaster() {
        Story story = Scenario.of(failing("one", "fails: 100 h").replace("on: two", "on: one"))
                .during(101);

        // The master's lock lapses after two minutes; its heir waits for another one before it gives a node up.
        assertThat(story.of("app")).hasSize(1);
        assertOutage(story.of("app").get(0), at(100, 0), at(100, 0), 181 + BOOT, 190 + BOOT, "one's hardware");
    }

    @Test
    void afterAnOrderedShutdownTheManagerDoesNotWaitForFencing() {
        String lab = "sites: {home: {mains: {fails: 100 h, lasts: 2 h, dips: never}}}\n"
                + "ups: {small: {shutdown-at: 10 min left, <steady ups>}, large: {runtime: {100 W: 1000 min}, <steady ups>}}\n"
                + "network: {router: {model: generic-router, powered-by: large, watts: 0 W, <steady box>}}\n"
                + failing("two", "powered-by: small")
                        .replace("one: {", "one: {powered-by: large, ")
                        .replace("tie: {", "tie: {powered-by: large, ");
        Story story = Scenario.of(lab).during(101);

        // Guests stop in good order and the lock is given back; what remains is the minute before a node is given up.
        assertThat(story.of("app")).hasSize(1);
        assertOutage(story.of("app").get(0), at(100, 50), at(100, 50), 78 + BOOT, 88 + BOOT, "power cuts");
    }

    @Test
    void aContainerRestartsWhenItsNodeIsBackAndAVirtualMachineMovesWhileItRuns() {
        String crash = "crashes: 100 h, hangs: 0%, boot: 10 min";
        Story container = Scenario.of(failing("two", crash)).during(110);
        Story machine = Scenario.of(failing("two", crash).replace("kind: container", "kind: vm"))
                .during(110);

        // POST and boot take 11 min; within a round what belongs there is on its way, and within another it starts.
        assertThat(container.of("app")).hasSize(2);
        assertOutage(container.of("app").get(0), at(100, 0), at(100, 0), 118 + BOOT, 128 + BOOT, "crashes of two");
        assertThat(container.of("app").get(1).from()).isBetween(at(100, 11), at(100, 11) + 10 * SECONDS);
        assertThat(container.of("app").get(1).minutes()).isBetween(BOOT * SECONDS, (10 + BOOT) * SECONDS);
        assertThat(machine.of("app")).hasSize(1);
    }

    @Test
    void aNodeThatIsBackWithinAMinuteKeepsItsGuest() {
        Story story = Scenario.of(failing("two", "crashes: 100 h, post: 10 s, boot: 30 s"))
                .during(110);

        assertThat(story.of("app")).hasSize(1);
        assertOutage(story.of("app").get(0), at(100, 0), at(100, 0), 40 + BOOT, 40 + 13 + BOOT, "crashes of two");
        assertThat(story.lostWrites("app")).isEmpty();
    }

    @Test
    void aNodeThatIsBackWhileItIsBeingFencedLosesItsGuestAllTheSame() {
        String crash = "crashes: 100 h, post: 10 s, boot: 80 s";
        Story machine = Scenario.of(failing("two", crash).replace("kind: container", "kind: vm"))
                .during(110);
        Story container = Scenario.of(failing("two", crash)).during(110);

        // It was given up after one minute and is proven dead after two; then its guest starts on the other one.
        assertThat(machine.of("app")).hasSize(1);
        assertOutage(machine.of("app").get(0), at(100, 0), at(100, 0), 118 + BOOT, 130 + BOOT, "crashes of two");
        assertThat(machine.lostWrites("app")).hasSize(1);
        // A container is called home before it has booted, and waits there: the master has proven the node dead with
        // the
        // node's own lock, and whoever wants that has to wait until it lapses, another two minutes.
        assertThat(container.of("app")).hasSize(1);
        assertOutage(container.of("app").get(0), at(100, 0), at(100, 0), 238 + BOOT, 255 + BOOT, "crashes of two");
    }

    @Test
    void aGuestWithNothingToStartFromStaysDownUntilItsOwnerActs() {
        Story story = Scenario.of(
                        failing("two", "crashes: 100 h, boot: 5 min").replace("storage: synced", "storage: local"))
                .during(110);

        // The node is back after 6 min, but the guest was put elsewhere after 2; noticed 10 min later, repaired in 20.
        assertThat(story.of("app")).hasSize(1);
        assertOutage(story.of("app").get(0), at(100, 0), at(100, 30), 118 + BOOT, 128 + BOOT, "crashes of two");
    }

    @Test
    void whatFailsOverLosesTheWritesSinceTheLastSync() {
        Story synced = Scenario.of(failing("two", "fails: 100 h, repair: 5 h")).during(2000);
        Story shared = Scenario.of(failing("two", "fails: 100 h, repair: 5 h")
                        .replace("tie: {<steady node>}", "tie:\n    <steady node>\n")
                        .replace(
                                "    <steady node>\n",
                                "    fails: never\n    crashes: never\n    psu-fails: never\n    boot-disk-fails: never\n    pools: {tank: {layout: mirror, disks: {model: generic-hdd, count: 2, <steady disk>}}}\n")
                        .replace("storage: synced", "storage: {shared: tie/tank}"))
                .during(2000);

        assertThat(synced.lostWrites("app"))
                .hasSizeGreaterThan(10)
                .allSatisfy(minutes -> assertThat(minutes).isBetween(0.0, 15.0));
        assertThat(synced.lostWrites("app").stream().distinct()).hasSizeGreaterThan(2);
        assertThat(shared.lostWrites("app")).hasSizeGreaterThan(10).containsOnly(0.0);
    }

    @Test
    void withoutATieBreakerTheSurvivorOfTwoHasNoMajorityAndResetsItself() {
        String lab = failing("one", "fails: 100 h, repair: 1 h")
                .replace(", tie-breaker: tie", "")
                .replace("  tie: {<steady node>}\n", "");
        Story story = Scenario.of(lab).during(110);

        // Its watchdog was fed up to ten seconds before, and waits one minute. The other comes back after 10 min, 1 h,
        // 1 h of work, 3 min of boot; within a round the guest starts.
        Outage outage = story.of("app").get(0);
        assertThat(story.of("app")).hasSize(1);
        assertThat(outage.from()).isBetween(at(100, 0) + 51 * SECONDS, at(100, 1));
        assertThat(outage.to()).isBetween(at(102, 13) + BOOT * SECONDS, at(102, 13) + (BOOT + 13) * SECONDS);
    }

    @Test
    void withATieBreakerTheSurvivorCarriesOn() {
        Story story = Scenario.of(failing("one", "fails: 100 h, repair: 1 h")).during(110);

        assertThat(story.of("app")).isEmpty();
    }

    @Test
    void aTieBreakerBehindADeadInternetAccessBreaksNoTie() {
        String lab = """
                sites:
                  home: {mains: {fails: never, dips: never}}
                  friend: {mains: {fails: never, dips: never}}
                network:
                  router: {model: generic-router, site: home, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, fails: %s, lasts: 1 h, <steady wan>}
                  far: {model: generic-router, site: friend, <steady box>}
                  far-wan: {model: generic-wan, uplink-of: far, <steady wan>}
                  tunnel: {model: generic-vpn, between: [router, far], <steady vpn>}
                """ + failing("one", "fails: 100 h, repair: 10 h").replace("tie: {", "tie: {network: far, ");
        Story reached = Scenario.of(lab.formatted("never")).during(110);
        Story cut = Scenario.of(lab.formatted("100.5 h")).during(110);
        Story cutBefore = Scenario.of(lab.formatted("99.5 h")).during(110);

        assertThat(reached.of("app")).isEmpty();
        // Half an hour after the loss of the node the last two votes part; the survivor is reset, and starts its guest
        // when the tie-breaker is back.
        Outage outage = cut.of("app").get(0);
        assertThat(outage.cause()).isEqualTo("Internet access outages (wan)");
        assertThat(outage.from()).isBetween(at(100, 30) + 51 * SECONDS, at(100, 31));
        assertThat(outage.to()).isBetween(at(101, 30.5), at(101, 30.5) + 13 * SECONDS);
        assertThat(cutBefore.of("app").get(0).cause()).isEqualTo("one's hardware");
        assertThat(cutBefore.of("app").get(0).to()).isBetween(at(100, 30.5), at(100, 30.5) + 13 * SECONDS);
    }

    @Test
    void aSwitchThatIsAwayForHalfAMinuteHarmsNoNode() {
        Story story = Scenario.of(switchAway("30 s")).during(110);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 0.5), "Router router hanging"));
    }

    @Test
    void aSwitchThatIsAwayLongerThanTheWatchdogResetsTheWholeCluster() {
        Story story = Scenario.of(switchAway("2 min")).during(110);

        // The node with the guest resets itself within the first minute and boots for three. The other, which had no
        // guest and no watchdog, leads as soon as the switch is back, gives the missing one up after one minute more
        // and
        // starts the guest, before that is called home.
        assertThat(story.of("app")).hasSize(2);
        assertOutage(story.of("app").get(0), at(100, 0), at(100, 2), 61 + BOOT, 71 + BOOT, "Router router hanging");
        assertThat(story.of("app").get(1).from()).isBetween(at(100, 3) + 51 * SECONDS, at(100, 4) + 10 * SECONDS);
    }

    private static String switchAway(String time) {
        return "network: {router: {model: generic-router, crashes: 100 h, boot: " + time + ", <steady box>}}\n"
                + CLUSTER;
    }

    @Test
    void aNodeCutOffAloneIsResetAndItsGuestStartsOnTheOtherSide() {
        String lab = """
                network:
                  router: {model: generic-router, <steady box>}
                  left: {model: generic-switch-1g, uplink: router, <steady box>}
                  right: {model: generic-switch-1g, uplink: router, fails: 100 h, <steady box>}
                """
                + CLUSTER.replace("one: {", "one: {network: left, ")
                        .replace("two: {", "two: {network: right, ")
                        .replace("tie: {", "tie: {network: left, ");
        Story story = Scenario.of(lab).during(101);

        Outage outage = story.of("app").get(0);
        assertOutage(outage, at(100, 0), at(100, 0), 118 + BOOT, 130 + BOOT, outage.cause());
    }

    @Test
    void whatDoesNotFitStaysDownTheLeastImportantFirst() {
        String guest = "{kind: container, cluster: pve, failover: automatic, storage: synced, on: two, memory: 4 GiB,"
                + " audience: [wired], priority: %d, <steady guest>}\n";
        // 1 GiB is the system's.
        String lab = failing("two", "fails: 100 h, repair: 10 h").replace("one: {", "one: {memory: 9 GiB, ")
                + "  second: "
                + guest.formatted(2)
                + "  third: "
                + guest.formatted(3)
                + "  first: "
                + guest.formatted(1);
        Story story = Scenario.of(lab.replace("on: two, audience", "on: two, memory: 1 MB, priority: 4, audience"))
                .during(150);

        for (String fits : List.of("first", "second")) {
            assertThat(story.of(fits).get(0).minutes()).isBetween(118 * SECONDS + 0.5, 128 * SECONDS + 0.5);
        }
        // Noticed, 10 h for the part, 1 h of work, 3 min of boot, a round of the manager.
        assertOutage(story.of("third").get(0), at(100, 0), at(111, 13), BOOT, 13 + BOOT, "two's hardware");
    }

    @Test
    void theManagerGoesOnLookingForANodeThatCanTakeTheGuest() {
        // The replica is on a node that is booting when its guest's node is lost; the other three are a majority.
        String lab = """
                nodes:
                  one: {<steady node>}
                  two: {fails: 100 h, repair: 10 h, <steady node>}
                  three: {crashes: 99.99 h, boot: 20 min, <steady node>}
                  four: {<steady node>}
                  five: {<steady node>}
                clusters:
                  pve: {manager: proxmox-ha, members: [one, two, three, four, five]}
                services:
                  app: {kind: container, cluster: pve, failover: automatic, storage: {pvesr: every 15 min, to: three}, on: two, audience: [wired], <steady guest>}
                """;
        Story story = Scenario.of(lab).during(105);

        // Back at 100 h 20.4 min; the manager looks every round.
        assertThat(story.of("app")).hasSize(1);
        assertOutage(story.of("app").get(0), at(100, 0), at(100, 20.4), BOOT, 13 + BOOT, "two's hardware");
    }

    @Test
    void afterAWholeHouseWithoutPowerWhatComesBackFirstTakesOverFromWhatDoesNot() {
        String lab =
                "sites: {home: {mains: {fails: 100 h, lasts: 1 h, dips: never}}}\n" + failing("two", "boot: 30 min");
        Story story = Scenario.of(lab).during(102);

        // The first node and the tie-breaker are a majority after 3 min; all locks have lapsed, but a new master gives
        // nobody up before one minute has passed.
        assertOutage(story.of("app").get(0), at(100, 0), at(101, 3), 61 + BOOT, 71 + BOOT, "power cuts");
    }
}
