package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/** Results survive the file, and a file that holds none is refused in one sentence. */
class ResultsJsonTest {

    static List<Results> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsReadIsWrittenWithTheSameBytes(Results results) {
        byte[] written = ResultsJson.write(results);

        assertThat(ResultsJson.write(ResultsJson.read(written))).isEqualTo(written);
    }

    @Test
    void aComparisonSurvivesTheFile() {
        byte[] written = ResultsJson.write(Samples.comparison(Samples.v0(), Samples.v1()));
        Comparison read = ResultsJson.readComparison(written);

        assertThat(read.labs()).extracting(Results::lab).containsExactly("v0", "v1");
        assertThat(ResultsJson.write(read)).isEqualTo(written);
    }

    @Test
    void keysStandInDeclaredOrderOnLinesOfTheirOwn() {
        assertThat(v1())
                .startsWith("{\n  \"format\" : \"1.0\",\n  \"rackdrill\" : \"0.1.0\",\n  \"lab\" : \"v1\",\n")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "1155, 1155",
        "3609.0000000001, 3609",
        "0.123456789012345, 0.123456789",
        "4.1234567891e-12, 4.123456789E-12",
        "-0.0, 0",
        "1e21, 1E+21"
    })
    void numbersHaveTenDigitsOnEveryMachine(double value, String written) {
        Results results = Samples.withHorizon(value);

        assertThat(new String(ResultsJson.write(results), StandardCharsets.UTF_8))
                .contains("\"horizonYears\" : " + written + ",\n");
    }

    @Test
    void whatIsNoNumberIsABugOfTheSimulation() {
        assertThatThrownBy(() -> ResultsJson.write(Samples.withHorizon(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("horizonYears");
    }

    @Test
    void unknownKeysOfTheSameMajorAreIgnored() {
        String later = v1().replace("\"format\" : \"1.0\"", "\"format\" : \"1.7\", \"mood\" : {\"of\" : [1, {}]}")
                .replace("\"kind\" : \"container\"", "\"kind\" : \"container\", \"colour\" : \"blue\"");

        assertThat(read(later).services()).isEqualTo(read(v1()).services());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "10.0", "0.9", "", "one", "1", "1\\u001b[31m"})
    void anotherMajorIsRefused(String format) {
        refused(v1().replace("\"format\" : \"1.0\"", "\"format\" : \"" + format + "\""), "format", "version");
    }

    @Test
    void aFileWithoutFormatIsNoResultsFile() {
        refused(v1().replace("\"format\" : \"1.0\",", ""), "format", "rackdrill simulate");
        refused(v1().replace("\"format\" : \"1.0\"", "\"format\" : 1.0"), "format", "rackdrill simulate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "12",
                "\"text\"",
                "rackdrill: 1",
                "<html>",
                "{",
                "{}",
                "{\"format\":\"1.0\"}",
                "{\"format\":\"1.0\",\"services\":7}",
                "{\"format\":\"1.0\"} {\"format\":\"1.0\"}",
                "{\"format\":\"1.0\",\"format\":\"1.0\"}",
                "\u0000\u0001\u0002"
            })
    void foreignFilesAreRefused(String file) {
        refused(file, "results");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seed\" : 1 | \"seed\" : \"one\" | seed (line",
                "\"seed\" : 1 | \"seed\" : 1.5 | a whole number",
                "\"seed\" : 1 | \"seed\" : 123456789012345678901234567890 | a whole number",
                "\"histories\" : 40000 | \"histories\" : 99999999999 | ordinary size",
                "\"horizonYears\" : 5 | \"horizonYears\" : 1e999 | ordinary size",
                "\"horizonYears\" : 5 | \"horizonYears\" : null | a number",
                "\"partial\" : false | \"partial\" : 0 | true or false",
                "\"place\" : \"node2\" | \"place\" : {} | services[1].place",
                "\"twoMedia\" : false | \"twoMedium\" : false | data[0].satisfies321.twoMedia is missing",
                "\"warnings\" : [ | \"warnings\" : [ null, | warnings[0]"
            })
    void whatDoesNotFitIsNamedWithItsPlace(String from, String to, String named) {
        refused(v1().replace(from, to), named);
    }

    @Test
    void aFileThatEndsEarlyIsRefused() {
        byte[] whole = ResultsJson.write(Samples.v1());
        for (int length = 1; length < whole.length - 2; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ResultsJson.read(cut)).isInstanceOf(UnreadableResults.class);
        }
    }

    @Test
    void deepHugeAndEndlessFilesAreRefusedAtOnce() {
        refused("{\"format\":\"1.0\",\"x\":" + "[".repeat(100_000), "nested");
        refused("{\"format\":\"1.0\",\"lab\":\"" + "a".repeat(2_000_000) + "\"}", "longer texts");
        refused("{\"format\":\"1.0\",\"horizonYears\":" + "1".repeat(100_000) + "}", "longer texts or numbers");
        assertThatThrownBy(() -> ResultsJson.read(new byte[65 * 1024 * 1024]))
                .isInstanceOf(UnreadableResults.class)
                .hasMessageContaining("64 MB");
    }

    @Test
    void mangledFilesAreRefusedOrDrawn() {
        byte[] whole = ResultsJson.write(Samples.one());
        Random random = new Random(7);
        String letters = "0123456789-eE.,:{}[]\"nulltrue \u00ff";
        int drawn = 0;
        for (int i = 0; i < 1_500; i++) {
            byte[] mangled = whole.clone();
            int at = random.nextInt(mangled.length);
            mangled[at] = (byte) letters.charAt(random.nextInt(letters.length()));
            try {
                Results read = ResultsJson.read(mangled);
                Pages.page(read);
                TerminalSummary.text(read, true);
                drawn++;
            } catch (UnreadableResults expected) {
                assertThat(expected).hasMessageNotContaining("\n");
            } catch (RuntimeException e) {
                throw new AssertionError("byte " + at + " as " + (char) mangled[at] + " (change " + i + ", seed 7)", e);
            }
        }
        assertThat(drawn).isGreaterThan(300);
    }

    private static void refused(String file, String... named) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableResults.class)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("\u001b")
                .hasMessageContainingAll(named)
                .hasMessageEndingWith(".");
    }

    private static Results read(String json) {
        return ResultsJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String v1() {
        return new String(ResultsJson.write(Samples.v1()), StandardCharsets.UTF_8);
    }
}
