package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.ColdStart;
import org.rackdrill.simulator.process.Story.Outage;

/** What does not start again after a power cut, because it waits for itself. */
class ColdStartsTest {

    private static final String SHARED = "storage: {shared: store/tank}, ";
    private static final String POWER_CUT = "sites: {home: {mains: {fails: 100 h, lasts: 10 min, dips: never}}}\n";

    /** The name server's disk lies on a machine whose file server needs names. */
    private static String lab(String disk, String needs, String crashes) {
        return """
                nodes:
                  store:
                    fails: never
                    crashes: never
                    psu-fails: never
                    boot-disk-fails: never
                    post: 1 min
                    boot: 2 min
                    pools: {tank: {layout: mirror, disks: {model: generic-hdd, count: 2, <steady disk>}}}
                  box: {<steady node>}
                services:
                  files: {kind: app, on: store, audience: [wired], data: {at: store/tank, size: 1 GB}, %s<steady guest>}
                  dns: {kind: vm, on: box, audience: [wired], %s%s<steady guest>}
                """.formatted(needs, disk, crashes);
    }

    @Test
    void aCircleWaitsForItsOwner() {
        Story story = Scenario.of(POWER_CUT + lab(SHARED, "needs: [dns], ", "")).during(110);

        // Power after 10 min, boots of 3, noticed 10 min later, 20 at the keyboard, and the guest starts.
        assertThat(story.of("dns"))
                .containsExactly(new Outage(at(100, 0), at(100, 10 + 3 + 10 + 20 + 0.5), "power cuts"));
        assertThat(story.history().interventions()).isEqualTo(1);
    }

    @Test
    void withoutTheNeedNothingWaits() {
        assertThat(Scenario.of(POWER_CUT + lab(SHARED, "", ""))
                        .during(110)
                        .of("dns")
                        .get(0)
                        .minutes())
                .isEqualTo(13.5);
    }

    @Test
    void withALocalDiskNothingWaits() {
        assertThat(Scenario.of(POWER_CUT + lab("", "needs: [dns], ", ""))
                        .during(110)
                        .of("dns")
                        .get(0)
                        .minutes())
                .isEqualTo(13.5);
    }

    @Test
    void aCrashOfTheGuestAloneIsNoColdStart() {
        Story story =
                Scenario.of(lab(SHARED, "needs: [dns], ", "crashes: 100 h, ")).during(110);

        assertThat(story.of("dns")).containsExactly(new Outage(at(100, 0), at(100, 0.5), "crashes of dns"));
    }

    private static List<String> warnings(String text) {
        return new ColdStart(Scenario.of(text).lab()).warnings();
    }

    @Test
    void aWarningSaysWhatWaitsForWhat() {
        assertThat(warnings(lab(SHARED, "needs: [dns], ", "")))
                .singleElement()
                .asString()
                .startsWith("After a power cut none of this starts by itself: files needs dns, dns on box starts from"
                        + " store/tank, which files serves.");
        assertThat(warnings(lab("", "needs: [dns], ", ""))).isEmpty();
        assertThat(warnings(lab(SHARED, "", ""))).isEmpty();
    }

    @Test
    void aSecondNameServerElsewhereBreaksTheCircle() {
        String second = lab(SHARED, "needs: [names], ", "")
                + "  spare: {kind: container, on: box, <steady guest>}\n"
                + "groups: {names: {needs: \"1 of [dns, spare]\"}}\n";

        assertThat(warnings(second)).isEmpty();
    }

    @Test
    void aKeyServerOnThePoolThatItOpensIsACircle() {
        String lab = """
                nodes:
                  box:
                    unlock: {network: keys}
                    pools: {tank: {layout: mirror, encrypted: true, disks: {model: generic-hdd, count: 2, <steady disk>}}}
                services:
                  keys: {kind: container, on: box, <steady guest>}
                """;

        assertThat(warnings(lab)).singleElement().asString().contains("box/tank opens with the key of keys");
    }
}
