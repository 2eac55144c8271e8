package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;

/** A pool whose disks are away for a moment waits for them, and nothing is lost. */
class SuspensionTest {

    private final CompiledLab lab = Compiler.compile(Scenario.of("""
                    nodes:
                      box: {pools: {tank: {layout: stripe, disks: {model: generic-hdd, count: 2, <steady disk>}}}}
                    services:
                      app: {on: box, data: {at: box/tank, size: 1 GB}}
                    """).lab());
    private final Stage stage = new Stage(lab);
    private final Storage storage =
            new Storage(stage, new Operator(stage), new DiskLives(stage, new Ages(stage)), new Slowness(stage));

    @BeforeEach
    void begin() {
        stage.begin(1, 0, lab.parameters().bestGuess(), 1000, Stage.NOBODY);
        storage.begin();
    }

    @Test
    void aSuspendedPoolIsNotLostAndComesBackWhole() {
        storage.suspend(0);
        assertThat(storage.usable(0)).isFalse();
        assertThat(storage.suspended(0)).isTrue();
        assertThat(storage.lost(0)).isFalse();

        storage.resume(0);
        assertThat(storage.usable(0)).isTrue();
        assertThat(storage.suspended(0)).isFalse();
        assertThat(storage.losses[0]).isZero();
    }

    @Test
    void itWaitsUntilTheLastReasonIsGone() {
        storage.suspend(0);
        storage.suspend(0);
        storage.resume(0);
        assertThat(storage.usable(0)).isFalse();

        storage.resume(0);
        assertThat(storage.usable(0)).isTrue();
    }

    @Test
    void whatIsLostMeanwhileDoesNotComeBackWithTheCable() {
        storage.suspend(0);
        storage.diskFails(0, lab.disks()[0].mode());
        storage.resume(0);
        assertThat(storage.usable(0)).isFalse();

        storage.back(0);
        assertThat(storage.usable(0)).isTrue();
        assertThat(storage.losses[0]).isEqualTo(1);
    }
}
