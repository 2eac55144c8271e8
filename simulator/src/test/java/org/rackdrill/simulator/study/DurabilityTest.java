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
            try (Crew crew = new Crew(2)) {
                new Runner(lab, factors, 1, HORIZON, crew, Progress.SILENT)
                        .run(Row.divide(0, HISTORIES), Controls.none(lab), account::add);
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

        assertThat(scrubbed.damaged()).isCloseTo(scrubbed.chain().unread() * Hours.PER_YEAR, withinPercentage(PERCENT));
        assertThat(never.damaged()).isCloseTo(never.chain().unread() * Hours.PER_YEAR, withinPercentage(PERCENT));
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

    private static final String QUIET_DISK =
            "{layout: stripe, disks: {model: generic-hdd, fails: never, <steady disk>}}";

    /** A primary and one copy, harmed often enough to count. */
    private static Both harmed(String operations, String hazards, String copy) {
        return Both.of("nodes:\n" + node("one", QUIET_DISK) + node("two", QUIET_DISK) + APP
                + "operations: {patching: none, operator: {<steady operator>}, " + operations + "}\n"
                + "hazards: {" + hazards + "}\n"
                + "copies: {app: [{to: two/tank, " + copy + "}]}\n"
                + "snapshots: {default: {hourly: 10}}\n");
    }

    private static void agrees(Both both) {
        assertThat(both.lost()).isCloseTo(both.chain().all() * Hours.PER_YEAR, withinPercentage(PERCENT));
    }

    @Test
    void losingWhatSomebodyDeleted() {
        String often = "mistakes: {delete-dataset: about every 1000 h}, data-risks: {takes-snapshots: 30%,"
                + " missed-after: \"lognormal(median 8 h, sigma 1)\"}";
        Both mirrored = harmed(often, "", "by: rsync, every: 12 h");
        Both sent = harmed(often, "", "by: syncoid, every: 12 h, keep: 1 d");

        agrees(mirrored);
        agrees(sent);
        assertThat(sent.lost()).isLessThan(0.5 * mirrored.lost());
    }

    @Test
    void losingWhatSomebodyEncrypted() {
        String risks =
                "data-risks: {gets-snapshots: 50%, seen-after: \"lognormal(median 8 h, sigma 1)\", cleaning: 1 h}";
        String often = "ransomware: {every: about every 1000 h, reaches: [online-copies]}";
        Both pushed = harmed(risks, often, "every: 12 h, keep: 1 d");
        Both fetched = harmed(risks, often, "every: 12 h, keep: 1 d, direction: pull");

        agrees(pushed);
        agrees(fetched);
        assertThat(fetched.lost()).isLessThan(0.5 * pushed.lost());
    }

    @Test
    void losingTheKeyWithThePrimary() {
        String lab = """
                sites: {home: {mains: {fails: never, dips: never}}, away: {mains: {fails: never, dips: never}}}
                network:
                  router: {model: generic-router, site: home, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, <steady wan>}
                  far: {model: generic-router, site: away, <steady box>}
                  far-wan: {model: generic-wan, uplink-of: far, <steady wan>}
                hazards: {fire: {every: about every 20000 h, destroys: true}}
                copies: {app: [{to: two/tank, every: 1 h, raw: true, key: %s}]}
                nodes:
                """ + node("one", QUIET_DISK)
                + node("two", QUIET_DISK).replace("    fails:", "    network: far\n    fails:")
                + APP;
        Both gone = Both.of(lab.formatted("nowhere-else"));
        Both kept = Both.of(lab.formatted("escrowed"));

        agrees(gone);
        agrees(kept);
        assertThat(gone.lost()).isGreaterThan(5 * kept.lost());
    }

    @Test
    void memoryWithoutEccSpoilsFilesThatNobodyOpensInTime() {
        String lab =
                "operations: {data-risks: {bit-flips: about every 10 y, reaches-data: 10%%, found-after: \"lognormal(median"
                        + " 100 h, sigma 1)\"}}\nsnapshots: {default: {hourly: %d}}\n" + "nodes:\n"
                        + node("one", QUIET_DISK + "\n    memory: %s") + APP;
        double none = wrong(lab.formatted(0, "32 GiB"));

        // Two modules, each wrong once in ten years; one in ten wrong bits is written into a file.
        assertThat(none * Hours.PER_YEAR).isCloseTo(2 * 0.1 * 0.1, withinPercentage(0.1));
        // Half of it is seen before the last snapshot from before is gone.
        assertThat(wrong(lab.formatted(100, "32 GiB"))).isCloseTo(none / 2, withinPercentage(0.1));
        assertThat(wrong(lab.formatted(0, "32 GiB ecc"))).isZero();
    }

    private static double wrong(String text) {
        CompiledLab lab = Compiler.compile(Scenario.of(text).lab());
        return new Durability(lab)
                .rates(lab.data()[0], lab.parameters().bestGuess())
                .wrong();
    }

    @Test
    void aCopyThatCannotBeRestoredIsNoCopy() {
        String pool =
                "{layout: stripe, disks: {model: generic-hdd, fails: about every 5000 h, repair: 4 d, <steady disk>}}";
        String nodes = "nodes:\n" + node("one", pool) + node("two", pool) + APP;
        CompiledLab lab = Compiler.compile(Scenario.of(nodes + "copies: {app: [{to: two/tank, every: 1 h}]}\n")
                .lab());
        CompiledLab alone = Compiler.compile(Scenario.of(nodes).lab());
        double[] factors = lab.parameters().bestGuess();
        double with = new Durability(lab).rates(lab.data()[0], factors).all();
        double half = new Durability(lab, (copy, draw) -> 0.5)
                .rates(lab.data()[0], factors)
                .all();
        double without = new Durability(lab, (copy, draw) -> 0)
                .rates(lab.data()[0], factors)
                .all();

        assertThat(half).isCloseTo((with + without) / 2, withinPercentage(0.001));
        assertThat(without)
                .isCloseTo(
                        new Durability(alone)
                                .rates(alone.data()[0], alone.parameters().bestGuess())
                                .all(),
                        withinPercentage(5));
    }
}
