package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;

/** What protections do once they have stopped working, and how that is found. */
class ProtectionsTest {

    /** The way of the alarm is the first protection of the lab, this the second. */
    private static final int FAILOVER_OF_WEB = 1;

    /** Nothing decays and nothing was wrong from the start, but for the protection in question. */
    private static String operations(String protection, String drills) {
        String quiet = "{decays: never, never-worked: 0%, alarmed: 0%, hopeless: 0%}";
        StringBuilder all = new StringBuilder();
        for (String name : new String[] {"failover", "ups", "sync", "alerts", "restore"}) {
            if (!protection.startsWith(name + ":")) {
                all.append(", ").append(name).append(": ").append(quiet);
            }
        }
        return "operations: {patching: none, protections: {" + protection + all + "}, drills: {" + drills
                + "}, operator: {notices-by: watch, <steady operator>}}\n";
    }

    private static String silent(String name, String decays, String neverWorked) {
        return name + ": {decays: " + decays + ", never-worked: " + neverWorked + ", alarmed: 0%, hopeless: 0%}";
    }

    /** Two nodes and a third vote; node1 breaks after 100 h for two days and three quarters of an hour. */
    private static Scenario cluster(String operations) {
        return Scenario.of(operations + """
                nodes:
                  node1: {model: generic-node, <steady node>, fails: 100 h}
                  node2: {model: generic-node, <steady node>}
                  node3: {model: generic-node, <steady node>}
                clusters: {pve: {manager: proxmox-ha, members: [node1, node2, node3]}}
                services:
                  web: {kind: container, cluster: pve, failover: automatic, on: node1, storage: {pvesr: every 15 min, to: node2}, <steady guest>}
                  watch: {kind: container, on: node3, <steady guest>}
                """);
    }

    @Test
    void aFailoverThatWorksTakesItsTwoMinutes() {
        Story story = cluster(operations(silent("failover", "never", "0%"), "")).during(110);

        assertThat(story.minutesDown("web")).isLessThan(5);
    }

    @Test
    void aFailoverThatNeverWorkedWaitsForItsOwner() {
        Story story =
                cluster(operations(silent("failover", "never", "100%"), "")).during(110);

        // 10 minutes to notice that the node is gone, 20 at the keyboard to start it elsewhere by hand.
        Story.Outage outage = story.of("web").get(0);
        assertThat(outage.from()).isEqualTo(at(100, 0));
        assertThat(outage.minutes()).isEqualTo(10 + 20 + 0.5);
    }

    @Test
    void aFailoverThatStoppedAfterTheLastDrillIsMendedByTheNext() {
        String decays = silent("failover", "fixed(50 h)", "0%");

        Story drilled = cluster(operations(decays, "failover: every 1 d")).during(110);
        Story never = cluster(operations(decays, "")).during(110);

        assertThat(drilled.history().unprotectedHours(FAILOVER_OF_WEB)).isBetween(1.0, 24.0);
        assertThat(never.history().unprotectedHours(FAILOVER_OF_WEB)).isGreaterThan(50);
        assertThat(never.minutesDown("web")).isGreaterThan(30);
        assertThat(drilled.of("web").get(drilled.of("web").size() - 1).minutes())
                .isLessThan(5);
    }

    @Test
    void aDrillOfFailoverRestartsContainersThereAndBack() {
        Story story = cluster(operations(silent("failover", "never", "0%"), "failover: every 2 d"))
                .during(95);

        assertThat(story.of("web")).hasSize(4).allSatisfy(outage -> {
            assertThat(outage.minutes()).isEqualTo(0.5);
            assertThat(outage.cause()).isEqualTo("drills of failover");
        });
    }

    /** A node on a UPS with an hour of runtime, which is to shut down with ten minutes left; the power goes for 50 min. */
    private static Scenario battery(String operations) {
        return Scenario.of(operations + """
                sites: {home: {mains: {fails: 100 h, lasts: fixed(50 min), dips: never}}}
                ups: {ups1: {model: generic-ups, <steady ups>, shutdown-at: 20 min left}}
                network:
                  router: {model: generic-router, <steady box>, powered-by: ups1}
                  wan: {model: generic-wan, uplink-of: router, <steady wan>}
                nodes:
                  node1: {model: generic-node, <steady node>, powered-by: ups1}
                services:
                  web: {kind: app, on: node1, <steady guest>}
                  watch: {kind: app, on: node1, <steady guest>}
                """);
    }

    @Test
    void aShutdownThatWasNeverWiredDoesNotHappen() {
        Story wired = battery(operations(silent("ups", "never", "0%"), "")).during(110);
        Story not = battery(operations(silent("ups", "never", "100%"), "")).during(110);

        assertThat(wired.of("web")).hasSize(1);
        // An hour of battery outlasts fifty minutes without power.
        assertThat(not.of("web")).isEmpty();
        assertThat(not.history().interventions()).isEqualTo(1);
    }

    /** A dataset with a copy that is brought up to date every hour; the router stands for the way there. */
    private static Scenario copied(String operations, String service) {
        return Scenario.of(operations + """
                nodes:
                  node1: {model: generic-node, <steady node>, pools: {tank: {layout: mirror, disks: 2 x 1 TB hdd}}}
                  node2: {model: generic-node, <steady node>, pools: {tank: {layout: mirror, disks: 2 x 1 TB hdd}}}
                services:
                  photos: {kind: app, on: node1, <steady guest>, data: {at: node1/tank, size: 1 GB}}
                  watch: {kind: app, on: node2, %s}
                copies: {photos: [{to: node2/tank, by: syncoid, every: 1 h}]}
                """.formatted(service));
    }

    @Test
    void aSyncJobThatStoppedLetsTheCopyGrowOld() {
        Story story = copied(operations(silent("sync", "fixed(1 h)", "0%"), ""), "<steady guest>")
                .during(8760 * 2.0);

        assertThat(story.ages().get(1)).isGreaterThan(8760);
    }

    @Test
    void aDrillFindsTheSyncJobThatStopped() {
        Story story = copied(operations(silent("sync", "fixed(1000 h)", "0%"), "sync: every 2 d"), "<steady guest>")
                .during(8760 * 2.0);

        assertThat(story.ages()).allSatisfy(age -> assertThat(age).isLessThan(60));
    }

    @Test
    void noJobRunsWhileTheAutomationIsDown() {
        String jobs = operations(silent("sync", "never", "0%"), "")
                .replace("operations: {", "operations: {automation: watch, ")
                .replace("notices-by: watch,", "notices-by: watch, software: 9000 h,");
        Story story =
                copied(jobs, "crashes: fixed(1 h), hangs: 100%, boot: 1 min").during(8760 * 2.0);
        Story steady = copied(jobs, "<steady guest>").during(8760 * 2.0);

        assertThat(steady.ages().get(1)).isLessThan(1.1);
        assertThat(story.ages().get(0)).isGreaterThan(24);
    }

    /** The job runner hangs after 10 hours for twenty hours, and the starts of hourly jobs with it. */
    @Test
    void whatWasMissedRunsAtOnceWhereTheAutomationCatchesUp() {
        String jobs = operations(silent("sync", "never", "0%"), "")
                .replace("operations: {", "operations: {automation: watch, ")
                .replace("notices-by: watch,", "notices-by: watch, software: 20 h,");
        String hanging = "crashes: fixed(10 h), hangs: 100%, boot: 1 min";

        double missed = oldest(copied(jobs, hanging).during(8760 * 30.0));
        double madeUp = oldest(copied(jobs.replace("automation: watch,", "automation: watch, catch-up: true,"), hanging)
                .during(8760 * 30.0));

        // Down for 20 h 10 min of every 30: the next job in its turn leaves the copy up to an hour older than one at
        // once.
        assertThat(madeUp).isLessThan(missed);
        assertThat(missed).isBetween(20.2, 21.2);
    }

    private static double oldest(Story story) {
        return story.ages().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
