package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.simulator.process.Story.at;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;

/** Disk controllers that take several disks away at once. */
class ControllersTest {

    private static String lab(String layout, int disks, int controllers, String fails) {
        return """
                nodes:
                  box:
                    controllers: %d
                    controller-fails: %s
                    fails: never
                    crashes: never
                    psu-fails: never
                    boot-disk-fails: never
                    repair: 2 d
                    pools: {tank: {layout: %s, used: 36%%, disks: {model: generic-hdd, count: %d, <steady disk>}}}
                services: {app: {on: box, audience: [wired], data: {at: box/tank, size: 1 GB}, <steady guest>}}
                """.formatted(controllers, fails, layout, disks);
    }

    @Test
    void withTheNewControllerEverythingIsBack() {
        Story story = Scenario.of(lab("raidz2", 6, 1, "fixed(100 h)")).during(240);

        // Noticed in 10 min, here in 2 days, put in within 1 h; the guest starts in 30 s.
        assertThat(story.of("app")).hasSize(1);
        assertThat(story.of("app").get(0).from()).isEqualTo(at(100, 0));
        assertThat(story.of("app").get(0).to()).isEqualTo(at(149, 10.5));
        assertThat(story.of("app").get(0).cause()).isEqualTo("box's disk controller");
        assertThat(story.history().poolLosses(0)).isZero();
        assertThat(story.history().lost(0)).isZero();
    }

    private static final class Bench {
        private final CompiledLab lab;
        private final Stage stage;
        private final Storage storage;
        private final Controllers controllers;

        Bench(String text) {
            lab = Compiler.compile(Scenario.of(text).lab());
            stage = new Stage(lab);
            storage =
                    new Storage(stage, new Operator(stage), new DiskLives(stage, new Ages(stage)), new Slowness(stage));
            controllers = new Controllers(stage, storage);
            stage.begin(1, 0, lab.parameters().bestGuess(), 1000, Stage.NOBODY);
            storage.begin();
            controllers.begin();
        }
    }

    @Test
    void aMirrorOverTwoControllersGoesOnWithoutOneAndResilversWhatChanged() {
        Bench it = new Bench(lab("mirror", 2, 2, "never"));

        it.controllers.fails(0);
        assertThat(it.storage.usable(0)).isTrue();

        // Away for 50 h: a fiftieth of what is stored changes a day, and all of it resilvers in 1 h.
        it.stage.now = 50;
        it.controllers.mended(0);
        assertThat(it.stage.future.next(1000)).isTrue();
        assertThat(it.stage.future.time()).isEqualTo(50 + 50 / 24.0 * 0.02);
        assertThat(Event.of(it.stage.future.kind())).isEqualTo(Event.CAUGHT_UP);

        // Until then the other half is all there is.
        it.controllers.fails(1);
        assertThat(it.storage.usable(0)).isFalse();
        assertThat(it.storage.lost(0)).isFalse();
        it.controllers.caughtUp(0, it.stage.future.stamp());
        assertThat(it.storage.usable(0)).isTrue();
    }

    @Test
    void aDiskThatDiesWhileOthersAreAwayCountsWithThem() {
        Bench it = new Bench(lab("raidz1", 3, 3, "never"));

        it.controllers.fails(0);
        assertThat(it.storage.usable(0)).isTrue();
        it.storage.diskFails(1, it.lab.disks()[1].mode());
        it.controllers.disksChanged(0);

        assertThat(it.storage.usable(0)).isFalse();
        assertThat(it.storage.lost(0)).isFalse();
        it.controllers.mended(0);
        assertThat(it.storage.usable(0)).isTrue();
    }
}
