package org.rackdrill.chaos.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.simulated.SimulatedLab;

/** Traps that only times make: each in a lab that has it, and in one that differs in the one thing that takes it away. */
class TrapsTest {

    /** Three nodes at one switch, with majority and a watchdog of 60 s. */
    private static String cluster(String switchBoots, String manager) {
        return """
                rackdrill: 1
                name: One switch
                sites: {home: {mains: {statistics: generic-mains}}}
                network:
                  router: {model: generic-router, site: home, boot: 20 s}
                  sw1: {model: generic-switch-1g, site: home, uplink: router, boot: %s}
                nodes:
                  a: {model: generic-node, network: sw1, memory: 16 GiB, post: 5 min, pools: {tank: {layout: stripe, disks: 1 x 8 TB hdd}}}
                  b: {model: generic-node, network: sw1, memory: 16 GiB, post: 5 min, pools: {tank: {layout: stripe, disks: 1 x 8 TB hdd}}}
                  c: {model: generic-node, network: sw1, memory: 16 GiB, post: 5 min, pools: {tank: {layout: stripe, disks: 1 x 8 TB hdd}}}
                clusters:
                  pve: {manager: %s, members: [a, b, c]}
                services:
                  web: {kind: container, cluster: pve, failover: automatic, on: a, memory: 1 GiB, storage: synced, audience: [wired]}
                  mail: {kind: container, cluster: pve, failover: automatic, on: b, memory: 1 GiB, storage: synced, audience: [wired]}
                """.formatted(switchBoots, manager);
    }

    private static List<String> found(String lab, String goal, int most) {
        return Labs.plots(Labs.hunt(Labs.read(lab), goal, most));
    }

    /** What the drills teach of the findings that came from such a plot. */
    private static List<String> lessons(String yaml, String goal, int most, String plot) {
        SimulatedLab lab = Labs.read(yaml);
        Quarry quarry = Labs.hunt(lab, goal, most);
        return quarry.findings().stream()
                .filter(finding ->
                        finding.plots().stream().anyMatch(it -> it.text().matches(plot)))
                .map(finding -> new HuntedDrill(lab.lab(), "lab", quarry.goal(), finding).lesson())
                .toList();
    }

    /** The allowance of 0.05 % is five minutes: the switch alone is back by then, the nodes that it resets are not. */
    @Test
    void aSwitchThatIsAwayForLongerThanTheWatchdogResetsEveryNode() {
        String trap = "switch-reboot sw1 at 1 min";
        assertThat(found(cluster("2 min", "proxmox-ha"), "web 99.95%", 1)).contains(trap);
        assertThat(found(cluster("2 min", "keepalived"), "web 99.95%", 1)).doesNotContain(trap);
        assertThat(found(cluster("40 s", "proxmox-ha"), "web 99.95%", 1)).doesNotContain(trap);
        assertThat(lessons(cluster("2 min", "proxmox-ha"), "web 99.95%", 1, trap))
                .allMatch(it -> it.contains("watchdog"));
    }

    private static String battery(String recharge, String afterShutdown) {
        return """
                rackdrill: 1
                name: One UPS
                sites: {home: {mains: {statistics: generic-mains}}}
                ups:
                  ups1: {model: generic-ups-1500va, site: home, shutdown-at: 5 min left, recharge: %s, after-shutdown: %s}
                network:
                  router: {model: generic-router, site: home, powered-by: ups1}
                nodes:
                  a: {model: generic-mini-pc, network: router, powered-by: ups1, memory: 16 GiB, shutdown: 3 min}
                services:
                  web: {kind: container, on: a, memory: 1 GiB, audience: [wired]}
                operations:
                  operator: {asleep: 23:00-07:00}
                """.formatted(recharge, afterShutdown);
    }

    @Test
    void aSecondOutageComesBeforeTheBatteryIsFullAgain() {
        List<String> slow = found(battery("12 h", "power-cycle"), "web 99.99%", 2);
        List<String> quick = found(battery("30 min", "power-cycle"), "web 99.99%", 2);
        assertThat(slow).anyMatch(TrapsTest::twoOutagesOneAfterTheOther);
        assertThat(quick).noneMatch(TrapsTest::twoOutagesOneAfterTheOther);
        assertThat(lessons(
                        battery("12 h", "power-cycle"),
                        "web 99.99%",
                        2,
                        "mains-outage home .* at 1 min, mains-outage home .* at (2|3.5) h"))
                .isNotEmpty()
                .allMatch(it -> it.contains("before the battery is full again"));
        // The day after, the battery is full in either lab.
        assertThat(slow)
                .noneMatch(plot -> plot.matches("mains-outage home .* at 1 min, mains-outage home .* at 1.25 d"));
    }

    private static boolean twoOutagesOneAfterTheOther(String plot) {
        return plot.matches("mains-outage home .* at 1 min, mains-outage home .* at (2|3.5) h");
    }

    @Test
    void theMainsAreBackDuringTheShutdown() {
        List<String> staysOff = middle(battery("12 h", "stay-on"));
        List<String> cycles = middle(battery("12 h", "power-cycle"));
        assertThat(staysOff).isNotEmpty();
        assertThat(cycles).isEmpty();
        assertThat(lessons(battery("12 h", "stay-on"), "web 98.8%", 1, "mains-outage home for (?!5 min|6 h).*"))
                .isNotEmpty()
                .allMatch(it -> it.contains("finger on its button"));
    }

    /** What breaks two hours of downtime in a week and ends while nodes shut down. */
    private static List<String> middle(String lab) {
        return Labs.hunt(Labs.read(lab), "web 98.8%", 1).findings().stream()
                .flatMap(finding -> finding.plots().stream())
                .filter(plot -> plot.strikes().get(0).candidate().usual().equals(Candidates.IN_THE_MIDDLE))
                .map(Plot::text)
                .toList();
    }

    private static String pool(String layout, String disks) {
        return """
                rackdrill: 1
                name: One pool
                sites: {home: {mains: {statistics: generic-mains}}}
                network:
                  router: {model: generic-router, site: home}
                nodes:
                  a: {model: generic-node, network: router, memory: 16 GiB, pools: {tank: {layout: %s, disks: %s}}}
                services:
                  files: {kind: container, on: a, memory: 1 GiB, audience: [wired], data: {at: a/tank, size: 600 GB}}
                operations:
                  spares: {nas-hdd-16tb: 1, consumer-nvme-1tb: 1}
                """.formatted(layout, disks);
    }

    /** A disk from the drawer is in place after a day, so that six hours later only the resilver is in the way. */
    @Test
    void aSecondDiskFailsDuringTheResilver() {
        String trap = "disk-failure a/tank/1 at 1 min, disk-failure a/tank/2 at 1.25 d";
        String atOnce = "disk-failure a/tank/1 at 1 min, disk-failure a/tank/2 at 1 min";
        List<String> slow = found(pool("raidz1", "4 x nas-hdd-16tb"), "no data lost", 2);
        List<String> quick = found(pool("raidz1", "4 x consumer-nvme-1tb"), "no data lost", 2);
        List<String> spare = found(pool("raidz2", "4 x nas-hdd-16tb"), "no data lost", 2);
        assertThat(slow).contains(trap, atOnce);
        assertThat(lessons(pool("raidz1", "4 x nas-hdd-16tb"), "no data lost", 2, trap))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("a/tank (raidz1)", "one too many", "resilver"));
        assertThat(quick).contains(atOnce).doesNotContain(trap);
        assertThat(spare).doesNotContain(atOnce, trap);
    }

    private static String copied(String by, String snapshots) {
        return """
                rackdrill: 1
                name: One copy
                sites: {home: {mains: {statistics: generic-mains}}}
                network:
                  router: {model: generic-router, site: home}
                nodes:
                  a: {model: generic-node, network: router, memory: 16 GiB, pools: {tank: {layout: raidz2, disks: 6 x 8 TB hdd}}}
                  b: {model: generic-node, network: router, memory: 16 GiB, pools: {tank: {layout: raidz2, disks: 6 x 8 TB hdd}}}
                services:
                  files: {kind: container, on: a, memory: 1 GiB, audience: [wired], data: {at: a/tank, size: 600 GB}}
                copies:
                  files: [{to: b/tank, by: %s}]
                snapshots: {default: {%s}}
                """.formatted(by, snapshots);
    }

    @Test
    void aDeletionIsSyncedBeforeAnyoneNotices() {
        String trap = "dataset-deleted files at 1 min";
        assertThat(found(copied("rsync, every: 1 h", "hourly: 48"), "no data lost", 1))
                .contains(trap);
        assertThat(found(copied("syncoid, every: 1 h", "hourly: 48"), "no data lost", 1))
                .doesNotContain(trap);
        assertThat(found(copied("rsync, every: 1 h, keep: 30 d", "hourly: 48"), "no data lost", 1))
                .doesNotContain(trap);
    }

    @Test
    void versionsAreGoneBeforeAnyoneNotices() {
        String trap = "files-encrypted files at 1 min";
        assertThat(found(copied("syncoid, every: 1 h", "hourly: 24"), "no data lost", 1))
                .contains(trap);
        assertThat(found(copied("syncoid, every: 1 h", "daily: 30"), "no data lost", 1))
                .doesNotContain(trap);
    }
}
