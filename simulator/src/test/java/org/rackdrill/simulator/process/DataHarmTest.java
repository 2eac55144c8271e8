package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** What people and attackers do to data, and what snapshots and copies are worth then. */
class DataHarmTest {

    /** Reading 100 GB back over gigabit Ethernet, in minutes. */
    private static final double RESTORE = 14.881;

    private static final String WHOLE = "takes-snapshots: 100%";
    private static final String FILES = "takes-snapshots: 0%, missed-after: 5 h";
    private static final String DELETE = "delete-dataset: 100 h";
    private static final String NOBODY = "delete-dataset: never";

    /** One dataset of 100 GB and a second node for copies of it. */
    private static Story lab(Map<String, String> said) {
        return Scenario.of("""
                        operations:
                          patching: none
                          changes: none
                          protections: none
                          mistakes: {%s}
                          data-risks: {%s}
                          operator: {<steady operator>}
                        hazards: {%s}
                        nodes:
                          box: {model: generic-node, <steady node>, pools: {tank: {layout: stripe, disks: [{model: generic-hdd, <steady disk>}]}}}
                          there: {model: generic-node, <steady node>, pools: {tank: {layout: stripe, disks: [{model: generic-hdd, <steady disk>}]}}}
                        services:
                          app: {on: box, audience: [wired], data: {at: box/tank, size: 100 GB}, <steady guest>}
                        copies: {app: [%s]}
                        snapshots: {default: {%s}}
                        """.formatted(
                                said.getOrDefault("mistakes", NOBODY),
                                said.getOrDefault("risks", WHOLE),
                                said.getOrDefault("hazards", ""),
                                said.getOrDefault("copies", ""),
                                said.getOrDefault("snapshots", "hourly: 0")))
                .during(150);
    }

    private static Story deleted(String risks, String copies, String snapshots) {
        return lab(Map.of("mistakes", DELETE, "risks", risks, "copies", copies, "snapshots", snapshots));
    }

    private static String syncoid(String more) {
        return "{to: there/tank, by: syncoid, every: 1 h" + more + "}";
    }

    private static String rsync(String every, String more) {
        return "{to: there/tank, by: rsync, every: " + every + more + "}";
    }

    @Test
    void aDestroyedDatasetStopsItsServiceUntilItIsRestored() {
        Story story = deleted(WHOLE, syncoid(""), "hourly: 4");

        // 10 minutes to notice, 20 at the keyboard, then the copy is read back.
        assertThat(story.of("app"))
                .containsExactly(new Outage(at(100, 0), at(100, 30 + RESTORE), "data deleted by mistake"));
        assertThat(story.history().lost(0)).isZero();
        assertThat(story.history().interventions()).isEqualTo(1);
    }

    @Test
    void aDestroyedDatasetWithoutACopyIsLost() {
        Story story = deleted(WHOLE, "", "hourly: 4");

        assertThat(story.minutesDown("app")).isEqualTo(30);
        assertThat(story.history().lost(0)).isEqualTo(1);
    }

    @Test
    void aMirrorFollowsADestroyedDatasetAtItsNextSync() {
        assertThat(deleted(WHOLE, rsync("1 min", ""), "hourly: 4").history().lost(0))
                .isEqualTo(1);
        assertThat(deleted(WHOLE, rsync("1000 h", ""), "hourly: 4").history().lost(0))
                .isZero();
        assertThat(deleted(WHOLE, "{to: there/tank, by: restic, every: 1 min}", "hourly: 4")
                        .history()
                        .lost(0))
                .isZero();
    }

    @Test
    void deletedFilesComeFromSnapshotsThatAreOlderThanTheDeletion() {
        Story late = deleted(FILES, "", "hourly: 4");
        Story early = deleted(FILES, "", "hourly: 6");

        assertThat(late.history().lost(0)).isEqualTo(1);
        assertThat(early.history().lost(0)).isZero();
        assertThat(early.of("app")).isEmpty();
        assertThat(early.history().interventions()).isEqualTo(1);
    }

    @Test
    void deletedFilesComeFromCopiesThatKeepVersions() {
        assertThat(deleted(FILES, syncoid(""), "hourly: 4").history().lost(0)).isEqualTo(1);
        assertThat(deleted(FILES, syncoid(", keep: 1 d"), "hourly: 4").history().lost(0))
                .isZero();
        assertThat(deleted(FILES, rsync("1 h", ""), "hourly: 4").history().lost(0))
                .isEqualTo(1);
        assertThat(deleted(FILES, rsync("1 h", ", keep: 1 d"), "hourly: 4")
                        .history()
                        .lost(0))
                .isZero();
    }

    private static Story attacked(String gets, String reaches, String copies, String snapshots) {
        return lab(Map.of(
                "risks",
                "gets-snapshots: " + gets + ", seen-after: 5 h, cleaning: 1 d",
                "hazards",
                "ransomware: {every: 100 h, reaches: [" + reaches + "]}",
                "copies",
                copies,
                "snapshots",
                snapshots));
    }

    @Test
    void anAttackDestroysWhatAHostOfTheLabCanWriteTo() {
        Story story = attacked("100%", "online-copies", syncoid(""), "hourly: 48");

        // Seen after 5 hours; 10 minutes to notice, a day to clean, 20 minutes at the keyboard, and nothing to restore.
        assertThat(story.of("app")).containsExactly(new Outage(at(105, 0), at(129, 30), "ransomware"));
        assertThat(story.history().lost(0)).isEqualTo(1);
    }

    @Test
    void anAttackSparesSnapshotsOnATargetThatFetches() {
        Story story = attacked("100%", "online-copies", syncoid(", direction: pull"), "hourly: 48");

        assertThat(story.of("app")).containsExactly(new Outage(at(105, 0), at(129, 30 + RESTORE), "ransomware"));
        assertThat(story.history().lost(0)).isZero();
    }

    @Test
    void aTargetThatFetchesAndKeepsTooLittleHoldsWhatIsEncrypted() {
        String mirror = rsync("1 h", ", direction: pull");

        assertThat(attacked("100%", "online-copies", mirror, "hourly: 48")
                        .history()
                        .lost(0))
                .isEqualTo(1);
        assertThat(attacked("100%", "online-copies", syncoid(", direction: pull"), "hourly: 4")
                        .history()
                        .lost(0))
                .isEqualTo(1);
    }

    @Test
    void anAttackOnFilesAloneIsRolledBackWithinMinutes() {
        Story story = attacked("0%", "online-copies", "", "hourly: 48");

        assertThat(story.of("app")).containsExactly(new Outage(at(105, 0), at(129, 40), "ransomware"));
        assertThat(story.history().lost(0)).isZero();
    }

    @Test
    void theLabSaysWhatElseAnAttackReaches() {
        String pulled = syncoid(", direction: pull");
        String tape = "{to: there/tank, by: borg, every: 1 h, media: tape}";

        assertThat(attacked("0%", "snapshots", pulled, "hourly: 48").history().lost(0))
                .isEqualTo(1);
        assertThat(attacked("0%", "snapshots", tape, "hourly: 48").history().lost(0))
                .isZero();
        assertThat(attacked("0%", "all-copies", tape, "hourly: 48").history().lost(0))
                .isEqualTo(1);
    }

    private static Story burnt(String key) {
        return Scenario.of("""
                        sites:
                          home: {mains: {fails: never, dips: never}}
                          friend: {mains: {fails: never, dips: never}}
                        operations: {patching: none, operator: {to-friend: 1 h, <steady operator>}}
                        hazards: {fire: {every: 100 h, hits: [home]}}
                        nodes:
                          box: {model: generic-node, <steady node>, site: home, pools: {tank: {layout: stripe, disks: [{model: generic-hdd, <steady disk>}]}}}
                          there: {model: generic-node, <steady node>, site: friend, pools: {tank: {layout: stripe, disks: [{model: generic-hdd, <steady disk>}]}}}
                        services:
                          app: {on: box, audience: [wired], data: {at: box/tank, size: 100 GB}, <steady guest>}
                        copies: {app: [{to: there/tank, every: 1 h, raw: true%s}]}
                        """.formatted(key)).during(150);
    }

    @Test
    void aCopyWhoseOnlyKeyBurnsWithThePrimaryIsNone() {
        assertThat(burnt(", key: nowhere-else").history().lost(0)).isEqualTo(1);
        assertThat(burnt(", key: escrowed").history().lost(0)).isZero();
        assertThat(burnt(", key: on-target").history().lost(0)).isZero();
        assertThat(burnt("").history().lost(0)).isZero();
    }

    /** Photos and their database in one pool, whose disk fails after 100 h. */
    private static Story together(String with, String every) {
        return Scenario.of("""
                        operations: {patching: none, data-risks: {reconciling: 2 h}, operator: {<steady operator>}}
                        nodes:
                          box: {model: generic-node, <steady node>, pools: {tank: {layout: stripe, disks: [{model: generic-hdd, fails: 100 h, <steady disk>}]}}}
                          there: {model: generic-node, <steady node>, pools: {tank: {layout: stripe, disks: [{model: generic-hdd, <steady disk>}]}}}
                        services:
                          photos: {on: box, audience: [wired], data: {at: box/tank, size: 100 GB%s}, <steady guest>}
                          database: {on: box, audience: [wired], data: {at: box/tank, size: 100 GB, with: photos}, <steady guest>}
                        copies:
                          photos: [{to: there/tank, every: 1 h}]
                          database: [{to: there/tank, every: %s}]
                        """.formatted(with, every)).during(160);
    }

    @Test
    void dataOfDifferentMomentsAreMadeToAgreeByHand() {
        // Each names the other, which is as good as one of them.
        Story torn = together(", with: database", "5 h");
        Story whole = together(", with: database", "1 h");

        assertThat(torn.minutesDown("photos") - whole.minutesDown("photos")).isEqualTo(120);
        assertThat(torn.history().handsOnHours() - whole.history().handsOnHours())
                .isEqualTo(2);
    }
}
