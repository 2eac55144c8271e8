package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.process.Story.Outage;

/** Encrypted pools after a boot. */
class UnlockingTest {

    private static final String WAITS = "box's pools waiting for their key";

    /** A crash after 100 h, which is four in the morning; the node is up again after 3 min, a guest after 30 s more. */
    private static final String CRASHES = "crashes: fixed(100 h), <steady node>";

    private static final String ASLEEP =
            "operations: {patching: none, operator: {asleep: 22:00-07:00, <steady operator>}}\n";

    private static String pools(String encrypted) {
        return "pools: {tank: {layout: mirror, disks: 2 x generic-hdd, encrypted: " + encrypted + "}}";
    }

    private static String box(String unlock, String encrypted) {
        return "nodes:\n  box: {unlock: " + unlock + ", " + pools(encrypted) + ", " + CRASHES
                + "}\n  other: {<steady node>}\n";
    }

    private static final String APP = """
            services:
              app: {on: box, audience: [wired], data: {at: box/tank, size: 1 GB}, <steady guest>}
              far: {on: other, audience: [wired], <steady guest>}
            """;

    private static Story story(String text) {
        return Scenario.of(text).during(150);
    }

    @Test
    void aPromptWaitsForSomebodyWhoNoticesAndIsAwake() {
        // Noticed at 04:10, begun at 07:00, opened at 07:20. The blame passes from the crash to the wait.
        Outage whole = new Outage(at(100, 0), at(103, 20.5), "crashes of box, then " + WAITS);

        assertThat(story(ASLEEP + box("prompt", "true") + APP).of("app")).containsExactly(whole);
    }

    @Test
    void whoIsAwakeIsThereInHalfAnHour() {
        Story story = story(box("prompt", "true") + APP);

        // 3 min to boot, 10 min to notice, 20 min at the keyboard.
        assertThat(story.of("app")).extracting(Outage::minutes).containsExactly(33.5);
        assertThat(story.history().interventions()).isEqualTo(1);
    }

    @Test
    void aKeyOnTheNodeOrNoEncryptionWaitsForNobody() {
        assertThat(story(ASLEEP + box("keyfile", "true") + APP).of("app").get(0).minutes())
                .isEqualTo(3.5);
        assertThat(story(ASLEEP + box("prompt", "false") + APP).of("app").get(0).minutes())
                .isEqualTo(3.5);
    }

    @Test
    void whoRepairsTheNodeOpensItAtOnce() {
        String hangs = box("prompt", "true").replace("fixed(100 h)", "fixed(100 h), hangs: 100%");

        // 10 min to notice, 20 min of work, 3 min to boot, 30 s to start: nothing for the passphrase.
        assertThat(story(hangs + APP).of("app"))
                .containsExactly(new Outage(at(100, 0), at(100, 33.5), "crashes of box"));
    }

    @Test
    void whoUpdatesTheNodeOpensItAtOnce() {
        String patched = "operations: {patching: {every: 20 d}, operator: {<steady operator>}}\n";
        Story story = Scenario.of(patched + box("prompt", "true").replace("fixed(100 h)", "never") + APP)
                .during(24 * 30);

        // 1 min to stop, 5 min to update, 3 min to boot, 30 s to start.
        assertThat(story.of("app")).isNotEmpty().extracting(Outage::minutes).containsOnly(9.5);
    }

    @Test
    void aKeyServerThatIsUpOpensAtOnce() {
        assertThat(story(ASLEEP + box("network", "true") + APP).of("app").get(0).minutes())
                .isEqualTo(3.5);
        assertThat(story(ASLEEP + box("{network: other}", "true") + APP)
                        .of("app")
                        .get(0)
                        .minutes())
                .isEqualTo(3.5);
        assertThat(story(ASLEEP + box("{network: far}", "true") + APP)
                        .of("app")
                        .get(0)
                        .minutes())
                .isEqualTo(3.5);
    }

    @Test
    void aKeyServerThatIsDownIsWaitedFor() {
        // The other node is down from 99.9 h on; it is noticed after 10 min, mended in 20 and up 3 min later, at
        // 100 h 27 min.
        String down = box("{network: other}", "true")
                .replace("other: {<steady node>}", "other: {crashes: fixed(99.9 h), hangs: 100%, <steady node>}");

        assertThat(story(down + APP).of("app"))
                .containsExactly(new Outage(at(100, 0), at(100, 27.5), "crashes of box, then " + WAITS));
    }

    @Test
    void aServiceThatServesTheKeyMustRun() {
        String hung = APP.replace("far: {on: other, ", "far: {on: other, crashes: fixed(99.9 h), hangs: 100%, ");

        // Mended at 99.9 h + 30 min, started 30 s later: 100 h 24.5 min.
        assertThat(story(box("{network: far}", "true") + hung).of("app").get(0).to())
                .isEqualTo(at(100, 25));
        assertThat(story(box("{network: other}", "true") + hung)
                        .of("app")
                        .get(0)
                        .to())
                .isEqualTo(at(100, 3.5));
    }

    @Test
    void aKeyThatCannotBeReachedIsWaitedFor() {
        String apart = """
                network:
                  router: {model: generic-router, <steady box>}
                  sw: {model: generic-switch-1g, uplink: router, fails: fixed(99 h), repair: 2 h, <steady box>}
                """
                + box("network", "true")
                        .replace("other: {", "other: {network: sw, ")
                        .replace("box: {", "box: {network: router, ");

        // The switch is noticed after 10 min, comes after 2 h, is changed in 1 h and boots in 1 min: at 102 h 11 min.
        assertThat(story(apart + APP).of("app").get(0).to()).isEqualTo(at(102, 11.5));
    }

    @Test
    void copiesToAClosedPoolDoNotRun() {
        String copied = """
                nodes:
                  box: {%s, <steady node>}
                  vault: {unlock: %s, %s, crashes: fixed(50 h), <steady node>}
                services: {app: {on: box, data: {at: box/tank, size: 1 GB}, <steady guest>}}
                copies: {app: [{to: vault/tank, by: syncoid, every: 1 h}]}
                operations: {patching: none, operator: {notices-without: 30000 h, <steady operator>}}
                """;
        String open = copied.formatted(pools("false"), "keyfile", pools("true"));
        String closed = copied.formatted(pools("false"), "prompt", pools("true"));

        assertThat(Scenario.of(open).during(9000).ages()).allMatch(age -> age < 2);
        assertThat(Scenario.of(closed).during(9000).ages()).isNotEmpty().allMatch(age -> age > 100);
    }
}
