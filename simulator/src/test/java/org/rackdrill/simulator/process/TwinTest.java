package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;

/**
 * A lab whose clock stands still while somebody breaks something. A node comes back with a POST of 1 min, a boot of 2 min
 * and a guest start of 30 s.
 */
class TwinTest {

    private static final double START = 34;
    private static final double NODE_BACK = 3;
    private static final double GUEST_BACK = 3.5;
    private static final double SECOND = 1 / 60.0;

    private static final String SERVICES = """
            services:
              app: {on: box, audience: [wired], <steady guest>}
              data: {on: box, audience: [wired], data: {at: box/tank, size: 100 GB}, <steady guest>}
            copies: {data: [{to: there/tank, by: syncoid, every: 1 h}]}
            """;

    private static String nodes(String box) {
        return "nodes:\n  box: {" + box + ", " + pool() + ", <steady node>}\n  there: {" + pool()
                + ", <steady node>}\n";
    }

    private static String pool() {
        return "pools: {tank: {layout: mirror, encrypted: true, disks: [{model: generic-hdd, <steady disk>}, "
                + "{model: generic-hdd, <steady disk>}]}}";
    }

    private static final String PLAIN = nodes("unlock: keyfile") + SERVICES;

    private static Twin twin(String text, boolean calm) {
        Lab lab = Scenario.of(text).lab();
        CompiledLab compiled = Compiler.compile(lab);
        Twin twin = new Twin(lab, compiled);
        twin.begin(1, 0, compiled.parameters().bestGuess(), calm, START, 400);
        return twin;
    }

    private static Twin calm(String text) {
        return twin(text, true);
    }

    private static void goOn(Twin twin, double minutes) {
        twin.until(twin.now() + minutes / 60);
    }

    private static boolean up(Twin twin, String service) {
        return twin.eyes().serviceUp(twin.names().service(service));
    }

    private static boolean nodeUp(Twin twin, String node) {
        return twin.eyes().nodeUp(twin.names().node(node));
    }

    @Test
    void inACalmLabNothingHappensThatNobodyDoes() {
        String frail = nodes("crashes: fixed(100 h), unlock: keyfile") + SERVICES;
        Twin calm = calm(frail);
        calm.until(Hours.PER_YEAR);
        assertThat(calm.diary().machineDownSince(calm.names().machine("box"), 0))
                .isFalse();

        Twin wild = twin(frail, false);
        wild.until(Hours.PER_YEAR);
        assertThat(wild.diary().machineDownSince(wild.names().machine("box"), 100))
                .isTrue();
    }

    @Test
    void theClockStandsStillWhereItWasTold() {
        Twin twin = calm(PLAIN);
        assertThat(twin.now()).isEqualTo(START);
        twin.harm().power(twin.names().node("box"), false);
        assertThat(twin.now()).isEqualTo(START);
        assertThat(nodeUp(twin, "box")).isFalse();
    }

    @Test
    void aNodeThatHasItsPowerBackBootsAndThenItsGuestsStart() {
        Twin twin = calm(PLAIN);
        int box = twin.names().node("box");
        twin.harm().power(box, false);
        goOn(twin, 10);
        twin.harm().power(box, true);
        goOn(twin, NODE_BACK - SECOND);
        assertThat(nodeUp(twin, "box")).isFalse();
        goOn(twin, 2 * SECOND);
        assertThat(nodeUp(twin, "box")).isTrue();
        assertThat(up(twin, "app")).isFalse();
        goOn(twin, GUEST_BACK - NODE_BACK);
        assertThat(up(twin, "app")).isTrue();
    }

    @Test
    void twoReasonsHoldANodeUntilBothAreGone() {
        Twin twin = calm(PLAIN);
        int box = twin.names().node("box");
        twin.harm().power(box, false);
        twin.harm().power(box, false);
        twin.harm().power(box, true);
        goOn(twin, 10);
        assertThat(nodeUp(twin, "box")).isFalse();
        twin.harm().power(box, true);
        goOn(twin, 10);
        assertThat(nodeUp(twin, "box")).isTrue();
    }

    @Test
    void whatHangsWithoutAWatchdogHangsUntilItIsReset() {
        Twin twin = calm(PLAIN);
        int box = twin.names().node("box");
        twin.harm().hang(box);
        goOn(twin, 1000);
        assertThat(nodeUp(twin, "box")).isFalse();
        twin.harm().reset(box);
        goOn(twin, NODE_BACK + SECOND);
        assertThat(nodeUp(twin, "box")).isTrue();
    }

    @Test
    void aWatchdogResetsWhatHangsAfterAMinute() {
        Twin twin = calm("""
                nodes:
                  box: {<steady node>}
                  there: {<steady node>}
                  third: {<steady node>}
                clusters: {trio: {manager: proxmox-ha, members: [box, there, third]}}
                services:
                  app: {kind: vm, cluster: trio, failover: automatic, storage: synced, on: box, audience: [wired], <steady guest>}
                """);
        twin.harm().hang(twin.names().node("box"));
        goOn(twin, 1 + NODE_BACK - SECOND);
        assertThat(nodeUp(twin, "box")).isFalse();
        goOn(twin, 2 * SECOND);
        assertThat(nodeUp(twin, "box")).isTrue();
        twin.harm().reset(twin.names().node("box"));
        assertThat(nodeUp(twin, "box")).isTrue();
    }

    @Test
    void nobodyStandsByAResetSoAPassphraseIsMissed() {
        Twin twin = calm(nodes("unlock: prompt") + SERVICES);
        int box = twin.names().node("box");
        twin.harm().hang(box);
        twin.harm().reset(box);
        goOn(twin, 10);
        assertThat(nodeUp(twin, "box")).isTrue();
        assertThat(twin.eyes().data().poolUp(twin.names().pool(new PoolRef("box", "tank"))))
                .contains(false);
    }

    @Test
    void aKeyIsMissedAtTheNextBootAndNotBefore() {
        Twin twin = calm(PLAIN);
        int tank = twin.names().pool(new PoolRef("box", "tank"));
        twin.harm().data().poolKey(tank, false);
        goOn(twin, 100);
        assertThat(up(twin, "data")).isTrue();
        twin.harm().restart(twin.names().machine("box"));
        goOn(twin, 10);
        assertThat(up(twin, "app")).isFalse();
        assertThat(up(twin, "data")).isFalse();
        twin.harm().data().poolKey(tank, true);
        goOn(twin, 1);
        assertThat(up(twin, "data")).isTrue();
    }

    @Test
    void aLateLineAnswersThreeRoundTripsLater() {
        Twin twin = calm(PLAIN);
        Cables.Cable cable = twin.cables().cable("box", "router").orElseThrow();
        Runnable good = twin.cables().worsen(cable, new Cables.Quality(Double.POSITIVE_INFINITY, 0, 0.1));
        int app = twin.names().service("app");
        assertThat(twin.eyes().answersAfter(app)).isEqualTo(3 * 2 * 0.1);
        good.run();
        assertThat(twin.eyes().answersAfter(app)).isZero();
    }

    @Test
    void onALineThatLosesEverythingACopyGrowsOldAndCatchesUpAfterwards() {
        Twin twin = calm(PLAIN);
        int copy = twin.names().copy("data", new PoolRef("there", "tank"));
        Cables.Cable cable = twin.cables().cable("box", "router").orElseThrow();
        Runnable good = twin.cables().worsen(cable, new Cables.Quality(Double.POSITIVE_INFINITY, 1, 0));
        goOn(twin, 600);
        assertThat(twin.eyes().data().age(copy).orElseThrow()).isGreaterThan(10);
        good.run();
        goOn(twin, 180);
        assertThat(twin.eyes().data().age(copy).orElseThrow()).isLessThan(2);
    }

    @Test
    void aLineThatIsGoodAgainAtOnceHasChangedNothing() {
        Twin twin = calm(PLAIN);
        int copy = twin.names().copy("data", new PoolRef("there", "tank"));
        Cables.Cable cable = twin.cables().cable("box", "router").orElseThrow();
        double before = twin.eyes().data().age(copy).orElseThrow();
        Runnable good = twin.cables().worsen(cable, new Cables.Quality(1e6, 0, 0));
        good.run();
        assertThat(twin.eyes().data().age(copy).orElseThrow()).isEqualTo(before);
    }

    @Test
    void workStandsStillWhileSomethingIsMissingForIt() {
        boolean[] line = {true};
        Stretch work = new Stretch(2, () -> line[0]);
        assertThat(work.through(10)).isFalse();
        assertThat(work.through(11)).isFalse();
        line[0] = false;
        assertThat(work.through(20)).isFalse();
        line[0] = true;
        assertThat(work.through(20.5)).isFalse();
        assertThat(work.through(21)).isTrue();
    }
}
