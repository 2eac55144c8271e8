package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.process.Scenario;

/** The chains of each year, against simulated histories of disks that age, share luck and suffer from resilvers. */
class PoolRiskTest {

    private static final int HISTORIES = 6000;
    private static final int YEARS = 4;

    /** Noticed in 10 min, here in 4 days, put in within 1 h. */
    private static final double REPLACE_HOURS = 1 / 6.0 + 96 + 1;

    /** What the chains allow themselves, and the luck of some hundred losses. */
    private static final double PERCENT = 15;

    private record Both(double computed, double counted) {}

    private static CompiledLab lab(String layout, String disk) {
        return Compiler.compile(Scenario.of("""
                        nodes:
                          one:
                            fails: never
                            crashes: never
                            psu-fails: never
                            boot-disk-fails: never
                            controller-fails: never
                            pools:
                              tank: {layout: %s, used: 50%%, disks: {model: generic-hdd, repair: 4 d, %s, <steady disk>}}
                        services: {app: {on: one, data: {at: one/tank, size: 10 GB}, <steady guest>}}
                        """.formatted(layout, disk)).lab());
    }

    private static Account counted(CompiledLab lab) {
        Account account = new Account(lab, YEARS * Hours.PER_YEAR, 1);
        double[][] factors = {lab.parameters().bestGuess()};
        try (Crew crew = new Crew(2)) {
            new Runner(lab, factors, 1, YEARS * Hours.PER_YEAR, crew, Progress.SILENT)
                    .run(Row.divide(0, HISTORIES), Controls.none(lab), account::add);
        }
        return account;
    }

    private static Both losses(String layout, String disk) {
        CompiledLab lab = lab(layout, disk);
        PoolRisk risk = new PoolRisk(lab);
        double sum = 0;
        for (int year = 0; year < YEARS; year++) {
            sum += risk.loss(lab.pools()[0], lab.parameters().bestGuess(), year, REPLACE_HOURS);
        }
        return new Both(sum / YEARS * Hours.PER_YEAR, counted(lab).lossesPerYear(0));
    }

    private static void agree(Both both) {
        assertThat(both.computed()).isCloseTo(both.counted(), withinPercentage(PERCENT));
    }

    @Test
    void disksThatAge() {
        agree(losses("raidz1, age: 2 y", "count: 4, fails: 'weibull(shape 3, scale 4 y)'"));
    }

    @Test
    void disksThatShareTheirLuck() {
        String slow = "count: 8, fails: exp(200000 h), rebuild: 0.2 MB/s";
        Both shared = losses("raidz1", slow + ", batch-spread: 90%");
        Both alone = losses("raidz1", slow);

        agree(shared);
        assertThat(shared.counted()).isGreaterThan(1.2 * alone.counted());
    }

    @Test
    void disksUnderAResilver() {
        String slow = "count: 4, fails: exp(40000 h), rebuild: 2 MB/s";
        Both strained = losses("raidz1", slow + ", rebuild-stress: 100%");
        Both calm = losses("raidz1", slow);

        agree(strained);
        agree(calm);
        assertThat(strained.counted()).isGreaterThan(1.2 * calm.counted());
    }

    private static Both damages(String layout, String disk) {
        CompiledLab lab = lab(layout, disk);
        double sum = 0;
        for (int year = 0; year < YEARS; year++) {
            sum += new PoolRisk(lab).damaged(lab.pools()[0], lab.parameters().bestGuess(), year, REPLACE_HOURS);
        }
        return new Both(sum / YEARS * Hours.PER_YEAR, counted(lab).damagedPerYear(0));
    }

    @Test
    void blocksThatAScrubFindsLateBecauseOfAResilver() {
        agree(damages(
                "raidz2, scrub: every 2 d",
                "count: 5, fails: exp(9000 h), latent-errors: exp(2000 h), rebuild: 2 MB/s"));
    }

    @Test
    void blocksThatAreFoundOneByOne() {
        agree(damages(
                "raidz1, errors-found-after: 168 h", "count: 4, fails: exp(40000 h), latent-errors: exp(5000 h)"));
    }

    @Test
    void theNextYearOfOldDisksIsWorseThanTheFirstOfNewOnes() {
        CompiledLab old = lab("raidz1, age: 6 y", "count: 4, fails: 'weibull(shape 3, scale 9 y)'");
        CompiledLab fresh = lab("raidz1", "count: 4, fails: 'weibull(shape 3, scale 9 y)'");
        double[] best = old.parameters().bestGuess();

        double oldRate = new PoolRisk(old).failureRate(old.pools()[0], best, 0);
        double freshRate = new PoolRisk(fresh).failureRate(fresh.pools()[0], best, 0);

        // (7/9)^3 - (6/9)^3 against (1/9)^3 of hazard; each year a little less than that fails.
        assertThat(oldRate * Hours.PER_YEAR).isBetween(0.155, 0.175);
        assertThat(freshRate * Hours.PER_YEAR).isCloseTo(1 / 729.0, withinPercentage(1));
        assertThat(new PoolRisk(old).ages()).isTrue();
    }
}
