package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;

/** Guests that start at once share the disks that they start from. */
class BootsTest {

    /** A node that crashes at 100 h and is back 3 min later, with disks of 50 and guests that ask for 40 a second. */
    private static String rack(String layout, String guests) {
        return """
                nodes:
                  box:
                    fails: never
                    crashes: 100 h
                    hangs: 0%%
                    psu-fails: never
                    boot-disk-fails: never
                    post: 1 min
                    boot: 2 min
                    pools: {tank: {layout: %s, disks: {model: generic-hdd, count: 4, iops: 50/s, <steady disk>}}}
                services:
                """.formatted(layout) + guests;
    }

    private static String guest(String name, String boot) {
        return "  %s: {on: box, audience: [wired], boot-iops: 40/s, boot: %s, <steady guest>}\n".formatted(name, boot);
    }

    private static double up(Story story, String service) {
        return story.of(service).get(0).to();
    }

    @Test
    void aGuestAloneStartsAtFullSpeed() {
        Story story = Scenario.of(rack("raidz2", guest("app", "2 min"))).during(110);

        assertThat(up(story, "app")).isEqualTo(at(100, 5));
    }

    @Test
    void twoGuestsShareTheDisksUntilTheFirstIsThrough() {
        Story story = Scenario.of(rack("raidz2", guest("short", "1 min") + guest("long", "2 min")))
                .during(110);

        // Together they ask for 80 of 50 a second: a minute takes 1.6, and then the second minute is at full speed.
        assertThat(up(story, "short")).isEqualTo(at(100, 4.6));
        assertThat(up(story, "long")).isEqualTo(at(100, 5.6));
    }

    @Test
    void mirrorsReadWithEveryDisk() {
        Story story = Scenario.of(rack("mirror", guest("short", "1 min") + guest("long", "2 min")))
                .during(110);

        assertThat(up(story, "short")).isEqualTo(at(100, 4));
        assertThat(up(story, "long")).isEqualTo(at(100, 5));
    }

    @Test
    void aStartOrderSpreadsThem() {
        // The second waits 15 s, in which the first has the disks for itself.
        Story story = Scenario.of(rack(
                        "raidz2",
                        guest("first", "15 s").replace("{on", "{start-order: 1, on")
                                + guest("second", "1 min").replace("{on", "{start-order: 2, on")))
                .during(110);

        assertThat(up(story, "first")).isEqualTo(at(100, 3.25));
        assertThat(up(story, "second")).isEqualTo(at(100, 4.25));
    }

    @Test
    void whoStopsStartingLeavesTheDisksToTheOthers() {
        // 36 s into the storm the board dies: noticed, shipped, replaced, booted, and a storm like the first.
        String lab = rack("raidz2", guest("short", "1 min") + guest("long", "2 min"))
                .replace("fails: never\n    crashes", "fails: 100.06 h\n    repair: 1 h\n    crashes");
        Story story = Scenario.of(lab).during(110);

        assertThat(up(story, "short")).isEqualTo(at(100, 3.6 + 10 + 60 + 60 + 3 + 1.6));
        assertThat(up(story, "long")).isEqualTo(at(100, 3.6 + 10 + 60 + 60 + 3 + 2.6));
    }
}
