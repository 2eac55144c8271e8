package org.rackdrill.simulator.rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Scenario;
import org.rackdrill.simulator.process.Stage;

/**
 * Splitting against whole histories of the same lab, in which disks die so often that losses can be counted: two engines
 * that share nothing but the lab and its lives.
 */
@Tag("simulates")
class DisksAloneTest {

    private static final int HISTORIES = 20_000;

    private static final double ERROR = 0.03;

    private static final long MOST_EVENTS = 50_000_000;

    /** Of both together, at 99.9 %: these are not many comparisons, and the seeds are fixed. */
    private static final double Z = 3.3;

    private static final String APP = "services: {app: {on: one, data: {at: one/tank, size: 10 GB}, <steady guest>}}\n";

    private static String node(String name, String pool) {
        return """
                  %s:
                    fails: never
                    crashes: never
                    psu-fails: never
                    boot-disk-fails: never
                    controller-fails: never
                    pools:
                      tank: %s
                """.formatted(name, pool);
    }

    private static String pool(String layout, int disks, String disk) {
        return "{layout: %s, scrub: every 1 month, disks: {model: generic-hdd, count: %d, repair: 4 d, %s, <steady disk>}}"
                .formatted(layout, disks, disk);
    }

    /** Chances to lose the only dataset of a lab within some years. */
    private record Both(Rarity split, double counted, double countedError) {

        static Both of(String text, double years) {
            CompiledLab lab = Compiler.compile(Scenario.of(text).lab());
            double[] best = lab.parameters().bestGuess();
            double horizon = years * Hours.PER_YEAR;
            double[] usable = new double[lab.data()[0].copies().length];
            Arrays.fill(usable, 1);
            Rarity split = DisksAlone.of(lab, lab.data()[0], usable, best, horizon)
                    .orElseThrow()
                    .chance(1, ERROR, MOST_EVENTS);
            double lost = IntStream.range(0, 2)
                            .parallel()
                            .mapToLong(half -> losses(lab, best, horizon, half))
                            .sum()
                    / (double) HISTORIES;
            return new Both(split, lost, Math.sqrt(lost * (1 - lost) / HISTORIES));
        }

        private static long losses(CompiledLab lab, double[] best, double horizon, int half) {
            History history = new History(lab, NOBODY);
            return IntStream.range(0, HISTORIES / 2)
                    .filter(number -> {
                        history.run(7, 2L * number + half, best, horizon, Stage.NOBODY);
                        return history.lost(0) > 0;
                    })
                    .count();
        }

        void agree() {
            assertThat(counted).isGreaterThan(0.004);
            assertThat(split.value())
                    .isCloseTo(counted, within(Z * Math.hypot(countedError, split.relativeError() * split.value())));
        }
    }

    private static final Chronicle NOBODY = new Chronicle() {
        @Override
        public void begins(double horizon) {}

        @Override
        public void service(int service, boolean up, int cause, double now) {}

        @Override
        public void copies(int dataset, double ageHours, double restoreHours) {}

        @Override
        public void ends(History history) {}
    };

    private static Both alone(String layout, int disks, String disk) {
        return Both.of("nodes:\n" + node("one", pool(layout, disks, disk)) + APP, 1);
    }

    @Test
    void disksThatDoNotAge() {
        alone("raidz1", 4, "fails: exp(10000 h)").agree();
        alone("raidz2", 8, "fails: exp(10000 h)").agree();
        alone("raid10", 6, "fails: exp(10000 h)").agree();
    }

    @Test
    void disksThatAge() {
        alone("raidz1, age: 2 y", 4, "fails: 'weibull(shape 3, scale 3 y)'").agree();
        alone("raidz2", 8, "fails: 'weibull(shape 0.8, scale 12000 h)'").agree();
    }

    @Test
    void disksThatShareTheirLuck() {
        alone("raidz1", 8, "fails: exp(40000 h), batch-spread: 90%").agree();
    }

    @Test
    void resilversThatStrain() {
        String slow = "fails: exp(20000 h), rebuild: 1 MB/s, rebuild-stress: 100%";
        Both.of("nodes:\n" + node("one", pool("raidz1", 4, slow).replace("scrub:", "used: 50%, scrub:")) + APP, 1)
                .agree();
    }

    @Test
    void aHotSpare() {
        String pool = pool("raidz1", 4, "fails: exp(8000 h), rebuild: 5 MB/s")
                .replace("scrub:", "spare: 1, used: 50%, scrub:");
        Both.of("nodes:\n" + node("one", pool) + APP, 1).agree();
    }

    @Test
    void aPersonWhoSleepsTravelsAndKeepsASpare() {
        String operations = "operations: {patching: none, changes: none, mistakes: {}, spares: {generic-hdd: 1},"
                + " operator: {asleep: 22:00-07:00, away: 8 weeks/y, notices-after: 3 h, hands-on: 1 h}}\n";
        Both.of("nodes:\n" + node("one", pool("raidz1", 5, "fails: exp(10000 h)")) + APP + operations, 1)
                .agree();
    }

    @Test
    void aPrimaryAndItsCopy() {
        String stripe = "{layout: stripe, disks: {model: generic-hdd, fails: exp(3000 h), repair: 4 d, <steady disk>}}";
        Both.of(
                        "nodes:\n" + node("one", stripe) + node("two", stripe) + APP
                                + "copies: {app: [{to: two/tank, every: 1 h}]}\n",
                        1)
                .agree();
    }

    @Test
    void whatIsExactIsKnownToBe() {
        String plain = "operations: {patching: none, operator: {<steady operator>}}\n";
        String exact = "nodes:\n"
                + node("one", pool("raidz1", 4, "fails: exp(10000 h)").replace("repair: 4 d", "repair: exp(4 d)"))
                + APP;
        assertThat(why(exact + plain)).isNotEqualTo("disks that age");
        assertThat(why("nodes:\n" + node("one", pool("raidz1", 4, "fails: 'weibull(shape 3, scale 4 y)'")) + APP))
                .isEqualTo("disks that age");
        assertThat(why("nodes:\n" + node("one", pool("raidz1", 4, "fails: exp(10000 h), batch-spread: 50%")) + APP))
                .isEqualTo("disks of a batch that share their luck");
    }

    private static String why(String text) {
        CompiledLab lab = Compiler.compile(Scenario.of(text).lab());
        return DisksAlone.of(lab, lab.data()[0], new double[0], lab.parameters().bestGuess(), Hours.PER_YEAR)
                .orElseThrow()
                .whyNotExact()
                .orElse("exact");
    }

    @Test
    void theAnswerDoesNotDependOnTheThreads() throws Exception {
        CompiledLab lab = Compiler.compile(Scenario.of("nodes:\n"
                        + node("one", pool("raidz2", 8, "fails: 'weibull(shape 1.2, scale 100000 h)'")) + APP)
                .lab());
        DisksAlone disks = DisksAlone.of(
                        lab, lab.data()[0], new double[0], lab.parameters().bestGuess(), Hours.PER_YEAR)
                .orElseThrow();
        List<Rarity> found = new ArrayList<>();
        for (int threads : new int[] {1, 2, 5}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            found.add(pool.submit(() -> disks.chance(3, 0.1, MOST_EVENTS)).get());
            pool.shutdown();
        }

        assertThat(found).containsOnly(found.get(0));
        assertThat(found.get(0).levels()).hasSize(3);
    }
}
