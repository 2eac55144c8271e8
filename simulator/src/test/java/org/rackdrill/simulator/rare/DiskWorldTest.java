package org.rackdrill.simulator.rare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Scenario;

/** Which datasets have the same answer, because their pools are alike, and which only seem to. */
class DiskWorldTest {

    private static final String POOL =
            "{layout: raidz1, bought: 2024, scrub: every 1 month, disks: {model: generic-hdd, count: 4,"
                    + " fails: exp(10000 h), repair: 4 d, <steady disk>}}";

    /** Two datasets, each on a pool of its own and with a copy on a third. */
    private static final String LAB = """
            nodes:
              one: {<steady node>, pools: {tank: POOL}}
              two: {<steady node>, pools: {tank: POOL}}
              far: {<steady node>, pools: {tank: POOL}}
            services:
              a: {on: one, data: {at: one/tank, size: 10 GB}, <steady guest>}
              b: {on: two, data: {at: two/tank, size: 10 GB}, <steady guest>}
            copies:
              a: {to: far/tank, every: 1 h}
              b: {to: far/tank, every: 1 h}
            """.replace("POOL", POOL);

    private static DisksAlone disks(CompiledLab lab, int dataset, double usable) {
        double[] best = lab.parameters().bestGuess();
        return DisksAlone.of(lab, lab.data()[dataset], new double[] {usable}, best, Hours.PER_YEAR)
                .orElseThrow();
    }

    private static boolean alike(String text) {
        CompiledLab lab = Compiler.compile(Scenario.of(text).lab());
        return disks(lab, 0, 1).likeness().equals(disks(lab, 1, 1).likeness());
    }

    /** Writes something else about the second dataset alone. */
    private static String other(String from, String to) {
        String head = LAB.substring(0, LAB.indexOf("  two:"));
        String second = LAB.substring(LAB.indexOf("  two:"), LAB.indexOf("  far:"));
        String tail = LAB.substring(LAB.indexOf("  far:"));
        int b = tail.lastIndexOf("  b:");
        String changed = second.contains(from)
                ? head + second.replace(from, to) + tail
                : head + second + tail.substring(0, b) + tail.substring(b).replace(from, to);
        assertThat(changed).isNotEqualTo(LAB);
        return changed;
    }

    @Test
    void datasetsWhosePoolsAreAlikeAreAlikeAndHaveTheSameAnswer() {
        assertThat(alike(LAB)).isTrue();

        CompiledLab lab = Compiler.compile(Scenario.of(LAB).lab());
        assertThat(disks(lab, 0, 1).chance(1, 0.5, 50_000))
                .isEqualTo(disks(lab, 1, 1).chance(1, 0.5, 50_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "layout: raidz1 | layout: raidz2",
                "count: 4 | count: 5",
                "fails: exp(10000 h) | fails: exp(9000 h)",
                "fails: exp(10000 h) | fails: 'weibull(shape 2, scale 10000 h)'",
                "repair: 4 d | repair: 5 d",
                "bought: 2024 | bought: 2020",
                "scrub: every 1 month | spare: 1, scrub: every 1 month",
                "fails: exp(10000 h) | rebuild: 50 MB/s, fails: exp(10000 h)",
                "fails: exp(10000 h) | rebuild-stress: 50%, fails: exp(10000 h)",
                "to: far/tank, every: 1 h | to: far/tank, every: 1 d",
            })
    void whatChangesTheAnswerMakesThemUnlike(String from, String to) {
        assertThat(alike(other(from, to))).isFalse();
    }

    @Test
    void copiesThatAreRestoredFromWithAnotherChanceMakeThemUnlike() {
        CompiledLab lab = Compiler.compile(Scenario.of(LAB).lab());

        assertThat(disks(lab, 0, 0.9).likeness())
                .isNotEqualTo(disks(lab, 1, 0.8).likeness());
    }
}
