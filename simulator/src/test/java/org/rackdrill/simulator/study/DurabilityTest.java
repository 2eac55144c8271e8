package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.process.Scenario;

/** The chains that compute losses, against simulated histories of disks that die so often that losses can be counted. */
class DurabilityTest {

    private static final int HISTORIES = 400;

    private static final double HORIZON = 50 * Hours.PER_YEAR;

    /** What the chains allow themselves: repairs by their mean, and one thing at a time. */
    private static final double PERCENT = 10;

    private static String node(String name, String pool) {
        return """
                  %s:
                    fails: never
                    crashes: never
                    psu-fails: never
                    boot-disk-fails: never
                    pools:
                      tank: %s
                """.formatted(name, pool);
    }

    private static final String APP = "services: {app: {on: one, data: {at: one/tank, size: 10 GB}, <steady guest>}}\n";

    /** What the chains say and what was counted, a year. */
    private record Both(Durability.Rates chain, double lost, double damaged) {

        static Both of(String text) {
            CompiledLab lab = Compiler.compile(Scenario.of(text).lab());
            double[][] factors = {lab.parameters().bestGuess()};
            Account account = new Account(lab, HORIZON, 1);
            try (Runner runner = new Runner(lab, factors, 1, HORIZON, 2, Progress.SILENT)) {
                runner.run(0, HISTORIES, false).forEach(account::add);
            }
            return new Both(
                    new Durability(lab).rates(lab.data()[0], factors[0]),
                    account.lossesPerYear(0),
                    account.damagedPerYear(0));
        }
    }

    private static Both pool(String layout, int disks, String scrub) {
        String pool = "{layout: %s, scrub: %s, disks: {model: generic-hdd, count: %d, fails: about every 10000 h,"
                        .formatted(layout, scrub, disks)
                + " latent-errors: about every 50000 h, repair: 4 d, <steady disk>}}";
        return Both.of("nodes:\n" + node("one", pool) + APP);
    }

    @Test
    void losingAPoolOfDisks() {
        Both one = pool("raidz1", 4, "every 1 month");
        Both two = pool("raidz2", 8, "every 1 month");
        Both pairs = pool("raid10", 6, "every 1 month");

        assertThat(one.lost()).isCloseTo(one.chain().all() * Hours.PER_YEAR, withinPercentage(PERCENT));
        assertThat(two.lost()).isCloseTo(two.chain().all() * Hours.PER_YEAR, withinPercentage(PERCENT));
        assertThat(pairs.lost()).isCloseTo(pairs.chain().all() * Hours.PER_YEAR, withinPercentage(PERCENT));
    }

    @Test
    void damagingBlocks() {
        Both scrubbed = pool("raidz1", 4, "every 1 month");
        Both never = pool("raidz1", 4, "never");

        assertThat(scrubbed.damaged())
                .isCloseTo(scrubbed.chain().damaged() * Hours.PER_YEAR, withinPercentage(PERCENT));
        assertThat(never.damaged()).isCloseTo(never.chain().damaged() * Hours.PER_YEAR, withinPercentage(PERCENT));
        assertThat(never.damaged()).isGreaterThan(5 * scrubbed.damaged());
    }

    @Test
    void losingAPrimaryAndItsCopy() {
        String pool =
                "{layout: stripe, disks: {model: generic-hdd, fails: about every 5000 h, repair: 4 d, <steady disk>}}";
        Both both = Both.of("nodes:\n" + node("one", pool) + node("two", pool) + APP
                + "copies: {app: [{to: two/tank, every: 1 h}]}\n");

        assertThat(both.lost()).isCloseTo(both.chain().all() * Hours.PER_YEAR, withinPercentage(PERCENT));
    }
}
