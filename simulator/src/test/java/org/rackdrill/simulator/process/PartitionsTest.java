package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Story.Outage;

/** Whole labs that fall into parts: who goes on, who resets itself, what is lost, and that nothing ever runs twice. */
class PartitionsTest {

    private static final double SECONDS = 1.0 / 60;

    private static final int BOOT = 30;

    /** Two switches with two nodes each; when the router between them is away for ten minutes, neither sees the other. */
    private static final String HALVES = """
            network:
              router: {model: generic-router, crashes: 100 h, boot: 10 min, <steady box>}
              left: {model: generic-switch-1g, uplink: router, <steady box>}
              right: {model: generic-switch-1g, uplink: router, <steady box>}
            nodes:
              one: {network: left, <steady node>}
              two: {network: left, <steady node>}
              three: {network: right, <steady node>}
              four: {network: right, <steady node>}
            clusters:
              pve: {manager: proxmox-ha, members: [one, two, three, four]}
            services:
              here: {kind: container, cluster: pve, failover: automatic, storage: {pvesr: every 15 min, to: two}, on: one, audience: [wired], <steady guest>}
              there: {kind: container, cluster: pve, failover: automatic, storage: {pvesr: every 15 min, to: one}, on: three, audience: [wired], <steady guest>}
            """;

    private static final String TIE_AT_THE_LEFT = HALVES.replace(
                    "clusters:\n", "  tie: {network: left, <steady node>}\nclusters:\n")
            .replace("three, four]}", "three, four], tie-breaker: tie}");

    private static double[] fromMinute(double hours, double minutes, double seconds, double toSeconds) {
        return new double[] {at(hours, minutes) + seconds * SECONDS, at(hours, minutes) + toSeconds * SECONDS};
    }

    private static void assertEnds(Outage outage, double[] window) {
        assertThat(outage.to()).isBetween(window[0], window[1]);
    }

    @Test
    void anEvenSplitResetsBothHalvesAndRecoversNothing() {
        Story story = Scenario.of(HALVES).during(101);

        for (String service : List.of("here", "there")) {
            assertThat(story.lostWrites(service)).as("nobody has a majority").isEmpty();
            assertThat(story.of(service)).hasSize(1);
            // The nodes have booted by then; a round after the parts see each other the guests start where they were.
            assertEnds(story.of(service).get(0), fromMinute(100, 10, BOOT, BOOT + 15));
        }
    }

    @Test
    void aTieBreakerLetsOneHalfGoOnAndTakeOver() {
        Story story = Scenario.of(TIE_AT_THE_LEFT).during(101);

        assertThat(story.of("here")).as("the half with the tie-breaker goes on").isEmpty();
        assertThat(story.lostWrites("here")).isEmpty();
        assertTakenOver(story);
    }

    /** People on the same switch reach a guest until its node resets itself, then where the majority has started it. */
    private static void assertTakenOver(Story story) {
        Outage outage = story.of("there").get(0);
        assertThat(outage.from()).isBetween(at(100, 0) + 50 * SECONDS, at(100, 1) + 2 * SECONDS);
        assertEnds(outage, fromMinute(100, 0, 110 + BOOT, 140 + BOOT));
        // With a replica that is at most a quarter of an hour old.
        assertThat(story.lostWrites("there"))
                .hasSize(1)
                .allSatisfy(lost -> assertThat(lost).isBetween(0.0, 15.0));
    }

    @Test
    void threeNodesTakeOverFromAFourthThatIsAlone() {
        String lab = HALVES.replace("three: {network: right", "three: {network: left");
        Story story = Scenario.of(lab.replace("on: three", "on: four")).during(101);

        assertThat(story.of("here")).isEmpty();
        assertTakenOver(story);
    }

    @Test
    void aSwitchThatRebootsBeforeTheWatchdogsFireCostsNothing() {
        Story story = Scenario.of(HALVES.replace("boot: 10 min", "boot: 45 s")).during(101);

        for (String service : List.of("here", "there")) {
            assertThat(story.of(service)).isEmpty();
            assertThat(story.lostWrites(service)).isEmpty();
        }
    }

    @Test
    void aGuestThatBootsForLongerIsAwayForLonger() {
        String lab = """
                nodes:
                  one: {<steady node>}
                  two: {fails: 100 h, <steady node>}
                  tie: {<steady node>}
                clusters:
                  pve: {manager: proxmox-ha, members: [one, two], tie-breaker: tie}
                services:
                  app: {kind: vm, cluster: pve, failover: automatic, storage: synced, on: two, audience: [wired], <steady guest>}
                """;
        Story quick = Scenario.of(lab).during(101);
        Story slow =
                Scenario.of(lab.replace("wired], <", "wired], boot: 5 min, <")).during(101);

        // The same luck, the same second of the round: only the boot differs.
        assertThat(slow.of("app").get(0).minutes() - quick.of("app").get(0).minutes())
                .isEqualTo(4.5);
    }

    @Test
    void theSecondInWhichItHappensReachesTheStudy() {
        CompiledLab lab = Compiler.compile(Scenario.of("""
                nodes:
                  one: {<steady node>}
                  two: {fails: 100 h, <steady node>}
                  tie: {<steady node>}
                clusters:
                  pve: {manager: proxmox-ha, members: [one, two], tie-breaker: tie}
                services:
                  app: {kind: vm, cluster: pve, failover: automatic, storage: synced, on: two, audience: [wired], <steady guest>}
                """).lab());
        Story story = new Story(lab);
        List<Double> seconds = new ArrayList<>();
        for (int history = 0; history < 300; history++) {
            story.history().run(1, history, lab.parameters().bestGuess(), 101, Stage.NOBODY);
            seconds.add(story.of("app").get(0).minutes() / SECONDS - BOOT);
        }

        // A lock of two minutes that was renewed some time in the last ten seconds, looked at every ten.
        assertThat(seconds).allSatisfy(it -> assertThat(it).isBetween(118.0, 128.1));
        assertThat(seconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isBetween(122.0, 124.0);
        assertThat(seconds).anyMatch(it -> it < 119.5).anyMatch(it -> it > 126.5);
    }

    /** The study itself stops when a guest that still runs would be started elsewhere; see {@link Clusters}. */
    @Test
    void noGuestEverRunsTwiceInALabThatKeepsFallingApart() {
        String lab = """
                network:
                  router: {model: generic-router, crashes: exp(40 h), boot: "uniform(10 s, 5 min)", <steady box>}
                  left: {model: generic-switch-1g, uplink: router, crashes: exp(60 h), boot: "uniform(10 s, 5 min)", <steady box>}
                  right: {model: generic-switch-1g, uplink: router, crashes: exp(60 h), boot: "uniform(10 s, 5 min)", <steady box>}
                nodes:
                  one: {network: left, crashes: exp(50 h), boot: "uniform(10 s, 5 min)", <steady node>}
                  two: {network: right, crashes: exp(50 h), boot: "uniform(10 s, 5 min)", <steady node>}
                  three: {network: router, crashes: exp(50 h), boot: "uniform(10 s, 5 min)", <steady node>}
                clusters:
                  pve: {manager: MANAGER, members: [one, two, three]}
                services:
                  vm: {kind: vm, cluster: pve, failover: automatic, storage: synced, on: one, audience: [wired], <steady guest>}
                  box: {kind: container, cluster: pve, failover: automatic, storage: synced, on: two, audience: [wired], <steady guest>}
                """;
        for (String manager : List.of("proxmox-ha", "pacemaker")) {
            CompiledLab compiled = Compiler.compile(
                    Scenario.of(lab.replace("MANAGER", manager)).lab());
            Story story = new Story(compiled);
            int failovers = 0;
            for (int history = 0; history < 10; history++) {
                story.history().run(3, history, compiled.parameters().bestGuess(), 8760, Stage.NOBODY);
                failovers +=
                        story.lostWrites("vm").size() + story.lostWrites("box").size();
            }
            assertThat(failovers).as(manager).isGreaterThan(500);
        }
    }
}
