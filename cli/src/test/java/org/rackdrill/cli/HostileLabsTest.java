package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.cli.study.Engine;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.simulator.study.Results;

/** Labs and questions that want to break exact engines get a clear answer or a clear refusal, in bounded time. */
@Timeout(120)
class HostileLabsTest {

    @TempDir
    Path directory;

    private Desk.Outcome simulate(String lab, String... more) throws IOException {
        Files.writeString(directory.resolve("lab.yaml"), "rackdrill: 1\n" + lab);
        String[] words = new String[more.length + 4];
        System.arraycopy(new String[] {"simulate", "lab.yaml", "--json", "-"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return new Desk(directory).with(Engine.LOCAL).run(words);
    }

    private static String parts(int count, String crew) {
        return "components:\n"
                + IntStream.range(0, count)
                        .mapToObj(i ->
                                "  p" + i + ": {fails: exp(" + (2000 + i) + " h), repairs: exp(24 h)" + crew + "}\n")
                        .collect(Collectors.joining())
                + "groups:\n  most: {needs: \"" + (count - 1) + " of ["
                + IntStream.range(0, count).mapToObj(i -> "p" + i).collect(Collectors.joining(", "))
                + "]\"}\nservices: {cool: {needs: [most]}}\n";
    }

    @Test
    void aStateSpaceThatExplodesHasNoExactAnswerAndSaysWhy() throws IOException {
        Desk.Outcome outcome = simulate(parts(40, ", crew: me") + "crews: {me: 1}\n", "--precision", "50%");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("\"exact\" : null")
                .contains("\"whyNotExact\" : \"40 parts make more than 20,000 states\"");
    }

    @Test
    void ratesFifteenOrdersOfMagnitudeApartAreAnswered() throws IOException {
        Desk.Outcome outcome = simulate("""
                components:
                  fast: {fails: exp(1 h), repairs: exp(0.00001 s), crew: me}
                  slow: {fails: exp(100000 y), repairs: exp(1 h), crew: me}
                crews: {me: 2}
                services: {cool: {needs: [fast]}}
                study: {horizon: 100 h}
                """);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("\"exact\" : 2.7777").contains("Markov chain of");
    }

    @Test
    void aMeanThatNobodyLivesToSeeIsAnswered() throws IOException {
        Desk.Outcome outcome = simulate("""
                components: {a: {fails: "weibull(shape 0.05, scale 1 y)", repairs: exp(24 h)}}
                services: {cool: {needs: [a]}}
                """);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("only the long run is known exactly");
    }

    @Test
    void aLifeWithoutAMeanToSpeakOfIsRefused() throws IOException {
        Desk.Outcome outcome = simulate("""
                components: {a: {fails: "weibull(shape 0.001, scale 1 y)", repairs: exp(24 h)}}
                services: {cool: {needs: [a]}}
                """);
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains("lab.yaml:2:", "shape");
    }

    /** Without it a shipped lab of this kind has the answer of a chain, which knows no error. */
    @ParameterizedTest
    @ValueSource(strings = {"o16-coverage", "off-site-copy"})
    void whatDisksAloneLoseIsFoundToATenthWhereSomebodyAsks(String lab) {
        Desk.Outcome outcome = new Desk(directory)
                .with(Engine.LOCAL)
                .run("simulate", lab, "--rare", "--precision", "50%", "--json", "-");
        assertThat(outcome.code()).isZero();
        Results.DisksAlone found = Optional.ofNullable(
                        ResultsJson.read(outcome.out().getBytes(StandardCharsets.UTF_8))
                                .data()
                                .get(0)
                                .disksAlone())
                .orElseThrow();
        assertThat(found.method()).contains("splitting");
        assertThat(found.relativeError()).isLessThanOrEqualTo(0.1);
        assertThat(found.perYear()).isBetween(1e-12, 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"crews: {me: 0}, 65", "study: {horizon: 0 h}, 65", "study: {horizon: 1000000 y}, 65"})
    void whatMakesNoSenseInALabIsRefused(String line, int code) throws IOException {
        Desk.Outcome outcome =
                simulate("components: {a: {fails: exp(900 h), repairs: exp(24 h)}}\nservices: {cool: {needs: [a]}}\n"
                        + line + "\n");
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.err()).contains("lab.yaml:4:");
    }

    @ParameterizedTest
    @CsvSource({"--precision, 0", "--horizon, 0h", "--horizon, 1000000y"})
    void whatMakesNoSenseInAQuestionIsWrongUsage(String option, String value) throws IOException {
        Desk.Outcome outcome = simulate(
                "components: {a: {fails: exp(900 h), repairs: exp(24 h)}}\nservices: {cool: {needs: [a]}}\n",
                option,
                value);
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains(value);
    }

    @Test
    void theVariantOfALabIsLabelledWhereverItIsSeen() throws IOException {
        Desk.Outcome outcome = simulate("""
                components: {a: {fails: "weibull(shape 2, scale 1000 h)", repairs: fixed(24 h)}}
                services: {cool: {needs: [a]}}
                """, "--exponentialised");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("\"variant\" : \"This is not the lab itself")
                .contains("\"agrees\"");
        assertThat(outcome.err()).contains("exponentialised").contains("agrees with what was simulated");
    }
}
