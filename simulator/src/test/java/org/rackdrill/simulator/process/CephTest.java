package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Ceph: disks, nodes, copies that are made again, and the last copy. */
class CephTest {

    private static final String N = "never";

    /**
     * Nodes of two disks each, of which the first fails as told. What is used of a disk, 360 GB, is copied to the other
     * disk of its node at 100 MB/s: an hour, after the 10 minutes that Ceph waits. A member that was away needs half an
     * hour to catch up.
     */
    private static String lab(String nodes) {
        return """
                nodes:
                %sclusters:
                  pve: {manager: proxmox-ha, members: [%s], ceph: {size: 3, min-size: 2, recovery: 30 min}}
                services:
                  app: {kind: vm, cluster: pve, on: a, storage: ceph, audience: [wired], data: {at: ceph, size: 1 GB}, <steady guest>}
                """.formatted(nodes, nodes.contains("  d:") ? "a, b, c, d, e" : "a, b, c");
    }

    private static String node(String name, String crashes, String boot, String disk) {
        return """
                  %s:
                    fails: never
                    hangs: 0%%
                    psu-fails: never
                    boot-disk-fails: never
                    post: 1 min
                    crashes: %s
                    boot: %s
                    pools:
                      osd:
                        layout: stripe
                        used: 36%%
                        disks:
                          - {model: generic-hdd, fails: %s, <steady disk>}
                          - {model: generic-hdd, <steady disk>}
                """.formatted(name, crashes, boot, disk);
    }

    private static Story disks(String a, String b, String c) {
        return Scenario.of(lab(node("a", N, "2 min", a) + node("b", N, "2 min", b) + node("c", N, "2 min", c)))
                .during(160);
    }

    /** Twenty seconds until Ceph takes the disk for gone, in which the guest freezes. */
    private static Outage grace(double hours) {
        return new Outage(at(hours, 0), at(hours, 1 / 3.0), "disks of b/osd");
    }

    @Test
    void aLostDiskIsAMoment() {
        Story story = disks(N, "100 h", N);

        assertThat(story.of("app")).containsExactly(grace(100));
        assertThat(story.history().lost(0)).isZero();
        assertThat(story.history().interventions()).isEqualTo(1);
    }

    @Test
    void aSecondDiskElsewhereStopsEverythingUntilCopiesAreMadeAgain() {
        Story story = disks(N, "100 h", "101 h");

        // The copies of the first disk are whole at 101 h 10 min; the guest waited too long and starts anew.
        assertThat(story.of("app"))
                .containsExactly(grace(100), new Outage(at(101, 0), at(101, 10.5), "disks of c/osd"));
        assertThat(story.history().lost(0)).isZero();
    }

    @Test
    void onceTheCopiesAreWholeTheSecondDiskIsAMomentToo() {
        Story story = disks(N, "100 h", "101.2 h");

        assertThat(story.minutesDown("app")).isEqualTo(0.666);
    }

    @Test
    void twoDisksOfOneNodeShareNoObject() {
        String both = node("b", N, "2 min", "100 h")
                .replace(
                        "- {model: generic-hdd, <steady disk>}", "- {model: generic-hdd, fails: 101 h, <steady disk>}");
        Story story = Scenario.of(lab(node("a", N, "2 min", N) + both + node("c", N, "2 min", N)))
                .during(160);

        assertThat(story.minutesDown("app")).isEqualTo(0.666);
    }

    @Test
    void theThirdDiskIsTheLastCopyOfSomething() {
        assertThat(disks("101.1 h", "100 h", "101 h").history().lost(0)).isEqualTo(1);
        assertThat(disks("101.2 h", "100 h", "101 h").history().lost(0)).isZero();
    }

    @Test
    void whatIsLostIsMadeAnewOnTheDisksThatAreLeft() {
        Story story = disks("100 h", "100 h", "100 h");

        // Its owner is there after 10 min and works for 20; the other disks have filled up at 101 h 10 min. No copy:
        // empty.
        assertThat(story.of("app")).singleElement().satisfies(outage -> {
            assertThat(outage.from()).isEqualTo(at(100, 0));
            assertThat(outage.to()).isEqualTo(at(101, 10.5));
        });
    }

    @Test
    void aMemberThatIsAwayForLongLeavesItDegraded() {
        // b is away for three hours, c crashes for 3 min in the second of them: two of three are too few.
        Story story = Scenario.of(
                        lab(node("a", N, "2 min", N) + node("b", "100 h", "3 h", N) + node("c", "102 h", "2 min", N)))
                .during(160);

        assertThat(story.of("app").get(1).from()).isEqualTo(at(102, 0));
    }

    @Test
    void aMemberThatIsBackMustCatchUpBeforeAnotherMayGo() {
        String early = node("c", "100.5 h", "2 min", N);
        String late = node("c", "100.6 h", "2 min", N);
        String rest = node("a", N, "2 min", N) + node("b", "100 h", "2 min", N);

        // b is back after 3 min and fresh half an hour later, at 100.55 h.
        assertThat(Scenario.of(lab(rest + early)).during(160).of("app").get(1).minutes())
                .isGreaterThan(2.5);
        assertThat(Scenario.of(lab(rest + late)).during(160).of("app").get(1).minutes())
                .isLessThan(0.5);
    }

    @Test
    void membersToSpareTakeTheCopiesOfALostOne() {
        // Two disks of an hour each after 10 min: whole again at 102 h 10 min.
        String spare = node("d", N, "2 min", N) + node("e", N, "2 min", N);
        String rest = node("a", N, "2 min", N) + node("b", "100 h", "9 h", N) + spare;
        Story before = Scenario.of(lab(rest + node("c", "102 h", "2 min", N))).during(104);
        Story after = Scenario.of(lab(rest + node("c", "102.3 h", "2 min", N))).during(104);

        assertThat(before.of("app").get(1).minutes()).isGreaterThan(2.5);
        assertThat(after.minutesDown("app")).isEqualTo(0.333 + 0.333);
    }
}
