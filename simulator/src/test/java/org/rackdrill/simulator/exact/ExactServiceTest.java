package org.rackdrill.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.exact.ExactService.Engine;

/** Services of labs, answered exactly; the published numbers are those of docs/validation.md. */
class ExactServiceTest {

    private static final LabReader READER = new LabReader(Catalogue.load());
    private static final Path LABS = Path.of("../scenarios/labs");
    private static final double YEAR = 8760;

    private static CompiledLab lab(String text) {
        Reading reading = READER.read("lab.yaml", ("rackdrill: 1\n" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(reading.lab()).as("%s", reading.problems()).isPresent();
        return Compiler.compile(reading.lab().orElseThrow());
    }

    private static CompiledLab shipped(String name) {
        try {
            return lab(Files.readString(LABS.resolve(name + ".yaml")).replace("rackdrill: 1\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExactService answer(CompiledLab lab, double hours) {
        return ExactService.of(lab, 0, lab.parameters().bestGuess(), hours);
    }

    @ParameterizedTest
    @CsvSource({
        "o8-one-of-two, 5.7325e-6",
        "o8-one-crew, 1.14648e-5",
        "o9-majority, 1.716990e-5",
        "o9-one-crew, 3.439411e-5",
        "o11-starting-up, 1.597444e-3",
        "o28-bridge, 0.02152"
    })
    void inTheLongRunTheyAreDownAsPublished(String lab, double unavailability) {
        ExactService answer = answer(shipped(lab), 100 * YEAR);
        assertThat(answer.engine()).isEqualTo(Engine.MARKOV_CHAIN);
        assertThat(answer.longRun().orElseThrow()).isCloseTo(unavailability, withinPercentage(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "o8-one-crew, 876000, 0.3413, 0.02",
        "o9-majority, 438000, 0.4638, 0.02",
        "o26-and, 2, 0.3995764009, 1e-7",
        "o26-voting, 1, 0.3496529873, 1e-7",
        "o26-spare, 1, 0.1118530638, 1e-7",
        "o27-common-cause, 1, 0.04308037, 1e-3"
    })
    void theChanceOfAnOutageIsAsPublished(String lab, double hours, double chance, double percent) {
        assertThat(answer(shipped(lab), hours).outageByEnd().orElseThrow())
                .isCloseTo(chance, withinPercentage(percent));
    }

    @Test
    void thePartThatStartsUpIsBetterThanItsLongRun() {
        assertThat(1 - answer(shipped("o11-starting-up"), YEAR).horizon().orElseThrow())
                .isCloseTo(0.998404012, withinPercentage(1e-7));
    }

    @Test
    void anyDistributionHasALongRunWhereThePartsAreIndependent() {
        ExactService answer = answer(shipped("o10-not-exponential"), 200 * YEAR);
        assertThat(answer.engine()).isEqualTo(Engine.DECISION_DIAGRAM);
        assertThat(1 - answer.longRun().orElseThrow()).isCloseTo(0.9996949953, withinPercentage(1e-7));
        assertThat(answer.outagesPerYear()).isCloseTo(0.485039, withinPercentage(1e-3));
        assertThat(answer.horizon()).isEmpty();
    }

    @Test
    void partsThatAreNeverRepairedHaveNoLongRun() {
        assertThat(answer(shipped("o26-and"), 2).longRun()).isEmpty();
    }

    @Test
    void alikePartsAreCountedAndNotNamed() {
        assertThat(answer(shipped("o9-majority"), YEAR).states()).isEqualTo(4);
        assertThat(answer(shipped("o9-one-crew"), YEAR).states()).isEqualTo(4);
        assertThat(answer(shipped("o28-bridge"), YEAR).states()).isEqualTo(32);
    }

    @Test
    void ninetyAlikePartsWithOneCrewAreNinetyOneStates() {
        String parts = components(90, i -> "exp(9000 h), repairs: exp(24 h), crew: me");
        ExactService answer = answer(lab(parts + "crews: {me: 1}\n" + group(85, 90)), YEAR);
        assertThat(answer.states()).isEqualTo(91);
        // Birth and death with 90 - n failures and one repair: each state is so much of the one before.
        double weight = 1;
        double sum = 0;
        double down = 0;
        for (int failed = 0; failed <= 90; failed++) {
            sum += weight;
            down += failed > 5 ? weight : 0;
            weight *= (90 - failed) / 9000.0 * 24;
        }
        assertThat(answer.longRun().orElseThrow()).isCloseTo(down / sum, withinPercentage(1e-9));
    }

    private static String components(int count, java.util.function.IntFunction<String> life) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  p" + i + ": {fails: " + life.apply(i) + "}\n")
                .collect(Collectors.joining("", "components:\n", ""));
    }

    private static String group(int needed, int of) {
        return "groups:\n  some: {needs: \"" + needed + " of ["
                + IntStream.range(0, of).mapToObj(i -> "p" + i).collect(Collectors.joining(", "))
                + "]\"}\nservices:\n  cool: {needs: [some]}\n";
    }

    @Test
    void manyUnlikePartsWithOneCrewAreTooManyStates() {
        String parts = components(15, i -> "exp(" + (1000 + i) + " h), repairs: exp(24 h), crew: me");
        CompiledLab lab = lab(parts + "crews: {me: 1}\n" + group(14, 15));
        assertThatThrownBy(() -> answer(lab, YEAR))
                .isInstanceOf(Unsolved.class)
                .hasMessage("15 parts make more than 20,000 states");
    }

    @Test
    void manyUnlikePartsWithCrewsOfTheirOwnHaveADiagram() {
        CompiledLab lab = lab(components(40, i -> "exp(" + (1000 + i) + " h), repairs: exp(24 h)") + group(39, 40));
        ExactService answer = answer(lab, 100 * YEAR);
        assertThat(answer.engine()).isEqualTo(Engine.DECISION_DIAGRAM);
        double none = 1;
        double odds = 0;
        for (int i = 0; i < 40; i++) {
            none *= (1000.0 + i) / (1024 + i);
            odds += 24 / (1000.0 + i);
        }
        assertThat(1 - answer.longRun().orElseThrow()).isCloseTo(none * (1 + odds), withinPercentage(1e-10));
    }

    @Test
    void bothEnginesAgreeOnLabsDrawnAtRandom() {
        Random random = new Random(11);
        for (int run = 0; run < 25; run++) {
            int count = 3 + random.nextInt(5);
            String text = components(
                            count,
                            i -> "exp(" + (10 + random.nextInt(5000)) + " h), repairs: exp(" + (1 + random.nextInt(200))
                                    + " h)")
                    + "groups:\n" + randomGroup(random, "a", "p", count) + randomGroup(random, "b", "p", count)
                    + "  c: {needs: \"1 of [a, b]\"}\nservices:\n  cool: {needs: [c, p0]}\n";
            CompiledLab lab = lab(text);
            double hours = 10 + random.nextInt(20_000);
            Cone cone = Cone.of(lab, 0);
            Parts parts = new Parts(lab, cone, lab.parameters().bestGuess());
            ExactService chain = answer(lab, hours);
            IndependentParts diagram = new IndependentParts(cone, parts);
            assertThat(chain.engine()).isEqualTo(Engine.MARKOV_CHAIN);
            assertThat(diagram.longRun())
                    .as("%s", text)
                    .isCloseTo(chain.longRun().orElseThrow(), withinPercentage(1e-8));
            assertThat(diagram.until(hours))
                    .as("%s", text)
                    .isCloseTo(chain.horizon().orElseThrow(), withinPercentage(1e-6));
            assertThat(diagram.outagesUntil(hours))
                    .as("%s", text)
                    .isCloseTo(chain.outagesPerYear(), withinPercentage(1e-6));
        }
    }

    private static String randomGroup(Random random, String name, String of, int count) {
        java.util.List<Integer> order =
                new java.util.ArrayList<>(IntStream.range(0, count).boxed().toList());
        java.util.Collections.shuffle(order, random);
        int size = 2 + random.nextInt(count - 1);
        String members = order.subList(0, size).stream().map(i -> of + i).collect(Collectors.joining(", "));
        return "  " + name + ": {needs: \"" + (1 + random.nextInt(size)) + " of [" + members + "]\"}\n";
    }

    @Test
    void ratesFifteenOrdersApartAreNoProblem() {
        ExactService answer = answer(lab("""
                        components:
                          fast: {fails: exp(1 h), repairs: exp(0.00001 s), crew: me}
                          slow: {fails: exp(100000 y), repairs: exp(1 h), crew: me}
                        crews: {me: 2}
                        services:
                          cool: {needs: [fast]}
                        """), 100 * YEAR);
        double share = 0.00001 / 3600 / (1 + 0.00001 / 3600);
        assertThat(answer.longRun().orElseThrow()).isCloseTo(share, withinPercentage(1e-9));
        assertThat(answer.horizon().orElseThrow()).isCloseTo(share, withinPercentage(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c1-three-nodes | it hangs on machines",
                "o16-hidden-failure | failures of backup-disk wait for a test by the calendar",
                "o13-trace | the life of a is not memoryless, and a rests while others are down"
            })
    void whatIsNoMarkovChainSaysWhy(String lab, String reason) {
        CompiledLab compiled = shipped(lab);
        assertThatThrownBy(() -> answer(compiled, YEAR))
                .isInstanceOf(Unsolved.class)
                .hasMessageContaining(reason);
    }
}
