package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;

/** What keeps services down together, and for how long it is needed. */
class CircumstancesTest {

    private static final String HANGS = "audience: [wired], crashes: 100 h, hangs: 100%, <steady guest>";

    /** A service was down by both; times in minutes. */
    private record Both(String service, String cause, String other, double from, double until) {}

    /** Writes down nothing but what was needed together. */
    private static final class Listener implements Chronicle {

        private final CompiledLab lab;
        private final List<Both> heard = new ArrayList<>();

        Listener(CompiledLab lab) {
            this.lab = lab;
        }

        @Override
        public void begins(double horizon) {}

        @Override
        public void service(int service, boolean up, int cause, double now) {}

        @Override
        public void copies(int dataset, double ageHours, double restoreHours) {}

        @Override
        public void ends(History history) {}

        @Override
        public void together(int service, int cause, int other, int another, double from, double until) {
            assertThat(another).isEqualTo(Stage.NOBODY);
            heard.add(new Both(lab.services()[service].name(), label(cause), label(other), at(from, 0), at(until, 0)));
        }

        private String label(int number) {
            int causes = lab.causes().count();
            return number < causes ? lab.causes().get(number).label() : Circumstance.values()[number - causes].label();
        }
    }

    private static List<Both> during(double hours, String text) {
        CompiledLab lab = Compiler.compile(Scenario.of(text).lab());
        Listener listener = new Listener(lab);
        new History(lab, listener).run(1, 0, lab.parameters().bestGuess(), hours, Stage.NOBODY);
        return listener.heard;
    }

    private static String operator(String how) {
        return "operations: {patching: none, operator: {" + how + ", <steady operator>}}\n";
    }

    private static String twoNodes(String redundant) {
        return """
                nodes:
                  one: {fails: 100 h, <steady node>}
                  two: {fails: 110 h, <steady node>}
                services:
                  dns: {on: [one, two], redundant: %s, audience: [wired], <steady guest>}
                """.formatted(redundant);
    }

    @Test
    void oneCauseAloneIsNoCombination() {
        assertThat(during(105, twoNodes("2 of 2"))).isEmpty();
    }

    @Test
    void twoCausesOfWhichEachIsEnoughAreNoCombination() {
        assertThat(during(140, twoNodes("2 of 2"))).isEmpty();
    }

    @Test
    void whatTookTheRedundancyBeforeIsPartOfTheCombination() {
        assertThat(during(140, twoNodes("1 of 2")))
                .containsExactly(new Both("dns", "two's hardware", "one's hardware", at(110, 0), at(140, 0)));
    }

    @Test
    void aNodeThatIsBrokenWhenItIsNeededIsPartOfTheCombination() {
        List<Both> heard = during(
                140, """
                nodes:
                  node1: {model: generic-node, fails: 110 h, <steady node>}
                  node2: {model: generic-node, fails: 100 h, <steady node>}
                  node3: {model: generic-node, <steady node>}
                  node4: {model: generic-node, <steady node>}
                clusters: {pve: {manager: proxmox-ha, members: [node1, node2, node3, node4]}}
                services:
                  web:
                    kind: container
                    cluster: pve
                    failover: automatic
                    on: node1
                    storage: {pvesr: every 15 min, to: node2}
                    audience: [wired]
                    <steady guest>
                """.replace("audience: [wired]\n    <steady guest>", "audience: [wired]\n    crashes: never"));

        assertThat(heard).extracting(Both::cause, Both::other, Both::from).isNotEmpty();
        assertThat(heard.get(0).cause()).isEqualTo("node1's hardware");
        assertThat(heard.get(0).other()).isEqualTo("node2's hardware");
        assertThat(heard.get(0).from()).isEqualTo(at(110, 0));
    }

    @Test
    void aCrashThatRestartsInPlaceNeedsNoOtherNode() {
        List<Both> heard = during(104, """
                nodes:
                  node1: {model: generic-node, <steady node>}
                  node2: {model: generic-node, fails: 100 h, <steady node>}
                  node3: {model: generic-node, <steady node>}
                  node4: {model: generic-node, <steady node>}
                clusters: {pve: {manager: proxmox-ha, members: [node1, node2, node3, node4]}}
                services:
                  web: {kind: container, cluster: pve, failover: automatic, on: node1, storage: {pvesr: every 15 min, to: node2}, audience: [wired], crashes: 103 h, <steady guest>}
                """);

        assertThat(heard).isEmpty();
    }

    @Test
    void theNightCountsAsLongAsItIsWaitedFor() {
        // It hangs at four in the morning; the alarm comes at ten past, the owner wakes at seven.
        assertThat(during(
                        120,
                        operator("asleep: 22:00-07:00") + "nodes: {box: {<steady node>}}\nservices: {app: {on: box, "
                                + HANGS + "}}\n"))
                .containsExactly(new Both("app", "crashes of app", "while you slept", at(100, 10), at(103, 0)));
    }

    @Test
    void aTripCountsFromWhenThePartIsHere() {
        // Hands are needed at 1,501:10, and their owner is on a trip that ends after the story.
        List<Both> heard = during(1550, operator("away: 8300 h/y, trip-lasts: 4000 h") + """
                nodes: {box: {fails: 1500 h, repair: 1 h, <steady node>}}
                services: {app: {on: box, audience: [wired], <steady guest>}}
                """);

        assertThat(heard)
                .containsExactly(new Both("app", "box's hardware", "while you were away", at(1501, 10), at(1550, 0)));
    }

    @Test
    void aRepairThatWaitsForAnotherWasNeededTogetherWithIt() {
        List<Both> heard = during(
                120,
                "nodes: {box: {<steady node>}}\nservices: {one: {on: box, " + HANGS + "}, two: {on: box, " + HANGS
                        + "}}\n");

        assertThat(heard)
                .containsExactly(new Both(
                        "two", "crashes of two", "while you were busy with other repairs", at(100, 10), at(100, 30)));
    }

    @Test
    void monitoringThatWasDownCountsUntilSomebodyComplains() {
        List<Both> heard = during(
                110,
                operator("notices-by: watch, notices-without: 5 h")
                        + "nodes: {box: {<steady node>}}\nservices:\n  app: {on: box, "
                        + HANGS
                        + "}\n  watch: {on: box, crashes: 99.9 h, boot: 40 h, <steady guest>}\n");

        assertThat(heard)
                .containsExactly(
                        new Both("app", "crashes of app", "while monitoring was down", at(100, 0), at(105, 0)));
    }

    @Test
    void anEmptyDrawerCountsWhileThePartIsOnItsWay() {
        List<Both> heard = during(
                170,
                operator("asleep: never").replace("patching: none", "patching: none, spares: {generic-node: 1}") + """
                        nodes:
                          one: {fails: 100 h, <steady node>}
                          two: {fails: 110 h, <steady node>}
                        services:
                          first: {on: one, audience: [wired], <steady guest>}
                          second: {on: two, audience: [wired], <steady guest>}
                        """);

        // Until the order that was to fill the drawer comes.
        assertThat(heard)
                .containsExactly(new Both(
                        "second", "two's hardware", "with no spare left in the drawer", at(110, 10), at(148, 10)));
    }

    @Test
    void aBatteryThatWasNotFullCountsForTheTimeThatItLacked() {
        // 30 of 60 min are drawn, then an hour of charging at a tenth an hour: 36 min are left of the second cut's 50.
        List<Both> heard = during(150, """
                sites: {home: {mains: {fails: 100 h, lasts: 30 min, dips: 101.5 h, dip-lasts: 50 min}}}
                ups: {ups1: {<steady ups>}}
                network:
                  router: {model: generic-router, powered-by: ups1, watts: 0 W, <steady box>}
                nodes:
                  box: {powered-by: ups1, network: router, <steady node>}
                services:
                  app: {on: box, audience: [wired], <steady guest>}
                """);

        // It is empty after 36 min; mains are back after 50, and the node 3 and a half minutes later.
        assertThat(heard)
                .containsExactly(new Both(
                        "app",
                        "power dips",
                        "with the battery still charging from the time before",
                        at(101.5, 36),
                        at(101.5, 53.5)));
    }
}
