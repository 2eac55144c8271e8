package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Storage on one machine, guests on another: who waits, who goes on, and whose network drives are gone. */
class StorageApartTest {

    /** A machine that keeps the disks of a guest on another; POST takes 1 min, the rest of the boot as asked. */
    private static String storage(String crashes, String boot, String box, String guest) {
        return """
                network:
                  router: {model: generic-router, <steady box>}
                  switch: {model: generic-switch-1g, uplink: router, %s, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, <steady wan>}
                nodes:
                  store:
                    network: switch
                    fails: never
                    hangs: 0%%
                    psu-fails: never
                    boot-disk-fails: never
                    post: 1 min
                    crashes: %s
                    boot: %s
                    pools: {tank: {layout: mirror, disks: {model: generic-hdd, count: 2, <steady disk>}}}
                  box: {network: router, <steady node>}
                services:
                  app: {kind: vm, on: box, audience: [wired], %s, <steady guest>}
                """.formatted(box, crashes, boot, guest);
    }

    private static final String QUIET = "crashes: never";
    private static final String DATA = "data: {at: store/tank, size: 1 GB}";

    @Test
    void aGuestFreezesForAMomentAndGoesOn() {
        Story story = Scenario.of(storage("100 h", "1.5 min", QUIET, DATA)).during(110);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 2.5), "crashes of store"));
    }

    @Test
    void aGuestThatWaitedTooLongStartsAnew() {
        Story story = Scenario.of(storage("100 h", "3 min", QUIET, DATA)).during(110);

        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 4.5), "crashes of store"));
        assertThat(story.history().interventions()).isZero();
    }

    @Test
    void aCutCableIsNoRestart() {
        // The switch is away for 2 min. No machine restarted, so that no drive is lost, however bad the mounts are.
        String cut = "crashes: 100 h, hangs: 0%, boot: 2 min";
        Story story = Scenario.of(storage("never", "2 min", cut, DATA + ", mounts-recover: 0%"))
                .during(110);

        assertThat(story.of("app"))
                .containsExactly(new Outage(at(100, 0), at(100, 2), "Gigabit switch switch hanging"));
    }

    @Test
    void networkDrivesThatAreGoneWaitForTheirOwner() {
        Story story = Scenario.of(storage("100 h", "1.5 min", QUIET, DATA + ", mounts-recover: 0%"))
                .during(110);

        // Back after 2.5 min; noticed 10 min later, 20 min at the keyboard, and the guest starts.
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 33), "crashes of store"));
        assertThat(story.history().interventions()).isEqualTo(1);
    }

    @Test
    void aRebootOfItsOwnNodeMountsThemAnew() {
        // The guest's node crashes while its owner is on the way to the keyboard, and is back 3 min later.
        String lab = storage("100 h", "1.5 min", QUIET, DATA + ", mounts-recover: 0%")
                .replace("box: {", "box: {crashes: 100.1 h, ");
        Story story = Scenario.of(lab).during(110);

        assertThat(story.of("app").get(0).to()).isEqualTo(at(100, 9.5));
    }

    @Test
    void whoNeedsAFileServerHasMountedItsFiles() {
        String lab = storage("100 h", "1.5 min", QUIET, "needs: [files], mounts-recover: 0%")
                + "  files: {kind: app, on: store, audience: [wired], data: {at: store/tank, size: 1 GB}, <steady guest>}\n";
        Story story = Scenario.of(lab).during(110);

        assertThat(story.of("files")).containsExactly(new Outage(at(100, 0), at(100, 3), "crashes of store"));
        assertThat(story.of("app")).containsExactly(new Outage(at(100, 0), at(100, 33), "crashes of store"));
    }

    @Test
    void aGuestThatWasUpBeforeItsStorageMissesItsDrives() {
        // A power cut of half an hour: the guest's node is up in 3 min, the storage in 11.
        String lab = "sites: {home: {mains: {fails: 100 h, lasts: 30 min, dips: never}}}\n"
                + storage("never", "10 min", QUIET, DATA + ", mounts-recover: 0%");
        Story waits = Scenario.of(lab.replace("mounts-recover: 0%", "mounts-recover: 100%"))
                .during(110);
        Story misses = Scenario.of(lab).during(110);

        assertThat(waits.of("app").get(0).to()).isEqualTo(at(100, 41.5));
        assertThat(misses.of("app").get(0).to()).isEqualTo(at(100, 71.5));
    }
}
