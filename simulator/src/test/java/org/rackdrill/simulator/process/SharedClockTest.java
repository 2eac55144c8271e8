package org.rackdrill.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Story.Outage;

/** Many parts that fail at constant rates have one clock, and still each its own fate. */
class SharedClockTest {

    private static final int MANY = 20;
    private static final double HOURS = 2_000_000;

    /** A difference that is seen once in 15,000 comparisons of what is equal. */
    private static final double SIGMAS = 4;

    private static double failsHours(int part) {
        return 200 + 40 * part;
    }

    private static double repairHours(int part) {
        return 1 + part % 5;
    }

    private static Scenario parts(int count) {
        return Scenario.of("components:\n"
                + IntStream.range(0, count)
                        .mapToObj(it -> "  c%d: {fails: exp(%.0f h), repairs: exp(%.0f h)}%n"
                                .formatted(it, failsHours(it), repairHours(it)))
                        .collect(Collectors.joining())
                + "services:\n"
                + IntStream.range(0, count)
                        .mapToObj(it -> "  s%d: {needs: [c%d]}%n".formatted(it, it))
                        .collect(Collectors.joining()));
    }

    @Test
    void eachFailsAsOftenAndAsLongAsByItself() {
        Story story = parts(MANY).during(HOURS);

        for (int part = 0; part < MANY; part++) {
            List<Outage> outages = story.of("s" + part);
            double cycle = failsHours(part) + repairHours(part);
            double expected = HOURS / cycle;
            // Of an alternating renewal process (Cox, Renewal Theory, 1962, chapter 7).
            double deviation = Math.sqrt(
                    expected * (Math.pow(failsHours(part), 2) + Math.pow(repairHours(part), 2)) / Math.pow(cycle, 2));
            assertThat((outages.size() - expected) / deviation).isBetween(-SIGMAS, SIGMAS);

            double mean = outages.stream().mapToDouble(Outage::minutes).sum() / 60 / outages.size();
            assertThat((mean / repairHours(part) - 1) * Math.sqrt(outages.size()))
                    .isBetween(-SIGMAS, SIGMAS);
        }
    }

    @Test
    void whatNeverStrikesTakesNothingFromTheOthers() {
        CompiledLab lab = Compiler.compile(parts(MANY).lab());
        double[] factors = lab.parameters().bestGuess();
        Story all = new Story(lab);
        all.happen(HOURS / 10);
        Story without = new Story(lab);
        without.history().run(1, 0, factors, HOURS / 10, lab.modes()[lab.components()[3].mode()].cause());

        for (int part = 0; part < MANY; part++) {
            assertThat(without.of("s" + part)).isEqualTo(part == 3 ? List.of() : all.of("s" + part));
        }
    }

    @Test
    void oneMoreOfThemLeavesTheOthersTheirLuck() {
        Story few = parts(MANY).during(HOURS / 10);
        Story more = parts(MANY + 1).during(HOURS / 10);

        // Their durations are drawn from streams of their own, in the order of their failures.
        for (int part = 0; part < MANY; part++) {
            assertThat(more.of("s" + part)).isEqualTo(few.of("s" + part));
        }
        assertThat(more.of("s" + MANY)).isNotEmpty();
    }

    @Test
    void onlyFailuresAndRepairsHappen() {
        Story story = parts(MANY).during(HOURS);

        int outages = 0;
        for (int part = 0; part < MANY; part++) {
            outages += story.of("s" + part).size();
        }
        // A part that is down already is struck in vain now and then; a tick that is nobody's does not happen at all.
        assertThat(story.history().events()).isBetween(2L * outages - MANY, (long) (2.02 * outages));
    }

    @Test
    void whatIsOftenDownHasALifeOfItsOwn() {
        assertThat(clocks("exp(1000 h)", "exp(1 h)", MANY)).isTrue();
        assertThat(clocks("exp(1000 h)", "exp(200 h)", MANY)).isFalse();
        assertThat(clocks("exp(1000 h)", "never", MANY)).isFalse();
        assertThat(clocks("weibull(shape 2, scale 1000 h)", "exp(1 h)", MANY)).isFalse();
        assertThat(clocks("exp(1000 h)", "exp(1 h)", 3)).isFalse();
        assertThat(clocks("exp(1000 h)", "exp(1 h), crew: me", MANY)).isFalse();
    }

    private static boolean clocks(String fails, String repairs, int count) {
        String parts = IntStream.range(0, count)
                .mapToObj(it -> "  c%d: {fails: \"%s\", repairs: %s}%n".formatted(it, fails, repairs))
                .collect(Collectors.joining());
        CompiledLab lab =
                Compiler.compile(Scenario.of("components:\n" + parts + "crews: {me: 1}\nservices: {s: {needs: [c0]}}\n")
                        .lab());
        return lab.components()[0].clock() >= 0;
    }
}
