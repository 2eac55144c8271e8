package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Scenario;

/** An untested copy is a guess, and how good a guess depends on when it was last tried. */
class RestorableTest {

    private static double chance(String restore, String drills) {
        CompiledLab lab =
                Compiler.compile(Scenario.of("""
                operations: {patching: none, protections: {restore: {%s}}, drills: {%s}, operator: {<steady operator>}}
                nodes:
                  nas: {model: generic-nas, <steady node>, pools: {tank: {layout: mirror, disks: 2 x 1 TB hdd}}}
                  old: {model: generic-nas, <steady node>, pools: {tank: {layout: mirror, disks: 2 x 1 TB hdd}}}
                services:
                  photos: {kind: app, on: nas, <steady guest>, data: {at: nas/tank, size: 1 GB}}
                copies: {photos: [{to: old/tank, by: rsync, every: 1 d}]}
                """.formatted(restore, drills)).lab());
        return new Restorable(lab).chance(0, lab.parameters().bestGuess());
    }

    @Test
    void betweenTwoDrillsItDecays() {
        String decays = "decays: exp(50000 h), never-worked: 100%, alarmed: 0%, hopeless: 100%";

        // O16: 1 - (1 - exp(-x)) / x with x = 4,380 / 50,000.
        assertThat(1 - chance(decays, "restore: every 4380 h")).isCloseTo(0.0425486, within(1e-7));
    }

    @Test
    void whatIsNeverTriedMayNeverHaveWorked() {
        String never = "decays: never, never-worked: 30%, alarmed: 20%, hopeless: 50%";

        assertThat(1 - chance(never, "")).isCloseTo(0.3 * 0.8 * 0.5, within(1e-12));
        assertThat(chance(never, "restore: every 1 y")).isEqualTo(1);
    }

    @Test
    void whatReportsItselfIsMended() {
        assertThat(chance("decays: exp(1000 h), never-worked: 50%, alarmed: 100%, hopeless: 100%", ""))
                .isEqualTo(1);
    }
}
