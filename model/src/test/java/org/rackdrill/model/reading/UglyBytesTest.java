package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no person wrote are refused soon, with one sentence. */
class UglyBytesTest {

    private static final String HEAD = "rackdrill: 1\n";

    @Test
    void aHundredMegabytesAreNotEvenLookedAt() {
        byte[] bytes = new byte[100_000_000];
        Arrays.fill(bytes, (byte) 'a');

        refused(bytes, "the file has 100000 kB; up to 500 kB are read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void tenThousandLevelsAreTooDeep(String level) {
        refused(HEAD + "nodes: " + (level.equals("- ") ? "\n" : "") + level.repeat(10_000), "");
    }

    @Test
    void aliasesCannotExplode() {
        StringBuilder bomb = new StringBuilder(HEAD + "a: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("k").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(9));
            bomb.append("*a").append(i - 1).append("]\n");
        }

        refused(bomb.toString(), "the file expands to more than 200,000 values");
    }

    @Test
    void aliasesCannotDig() {
        StringBuilder ladder = new StringBuilder(HEAD + "k0: &a0 [x]\n");
        for (int i = 1; i < 900; i++) {
            ladder.append("k")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append("]\n");
        }

        refused(ladder.toString(), "the file nests deeper than 100 levels");
    }

    @Test
    void nothingIsSaidToBeNothing() {
        refused("", "the file is empty");
        refused(" \n\n", "the file is empty");
        refused("---\n", "a lab file is a group of keys");
    }

    @Test
    void otherEncodingsAreNamed() {
        refused(HEAD.getBytes(StandardCharsets.UTF_16), "the file is UTF-16");
        refused(new byte[] {'a', ':', '\n', 'b', (byte) 0xC3, '('}, "the file is not UTF-8");
        assertThat(Labs.read(new byte[] {'a', ':', '\n', 'b', (byte) 0xC3, '('})
                        .problems()
                        .get(0)
                        .text())
                .startsWith("lab.yaml:2:2: ");
        refused(HEAD + "name: a\u0000b\n", "a control character (U+0000)");
    }

    @Test
    void aByteOrderMarkIsForgiven() {
        Reading reading = Labs.read("\uFEFF" + Labs.resource("format/ten-minutes.yaml"));

        assertThat(reading.lab()).isPresent();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("byte order mark"));
    }

    @Test
    void windowsLinesAreLines() {
        Reading reading = Labs.read(Labs.resource("format/ten-minutes.yaml").replace("\n", "\r\n"));

        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void nothingIsConstructedFromATag() {
        refused(HEAD + "name: !!javax.script.ScriptEngineManager []\n", "here are no tags");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\n",
                "1",
                "(",
                ":",
                "#",
                "&a ",
                "\"",
                "a: ",
                "- a\n",
                "x(",
                "1 of [",
                "a, ",
                "usually "
            })
    void halfAMillionOfTheSameAreSoonOver(String unit) {
        soon((HEAD + "name: " + unit.repeat(490_000 / unit.length())).getBytes(StandardCharsets.UTF_8));
        soon(unit.repeat(490_000 / unit.length()).getBytes(StandardCharsets.UTF_8));
        soon((HEAD + "nodes: {nas: {pools: {tank: {layout: mirror, disks: 2 x " + unit.repeat(3000) + "}}}}")
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void manyThingsAndManyMistakesAreSoonOver() {
        StringBuilder services = new StringBuilder(HEAD + "nodes: {n: {}}\nservices:\n");
        for (int i = 0; i < 1900; i++) {
            services.append("  s")
                    .append(i)
                    .append(": {on: n")
                    .append(i)
                    .append(", needs: [s")
                    .append(i + 1)
                    .append("]}\n");
        }
        Reading reading = soon(services.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(reading.problems()).hasSize(201);
        assertThat(reading.problems())
                .anySatisfy(problem -> assertThat(problem.what()).matches("and \\d+ more"));
    }

    @Test
    void longChainsAreSoonOver() {
        StringBuilder network = new StringBuilder(HEAD + "network:\n  sw0: {}\n");
        for (int i = 1; i < 1900; i++) {
            network.append("  sw")
                    .append(1900 - i)
                    .append(": {uplink: sw")
                    .append(1899 - i)
                    .append("}\n");
        }
        network.append("nodes:\n");
        for (int i = 0; i < 1900; i++) {
            network.append("  n").append(i).append(": {}\n");
        }
        network.append("services: {web: {on: n0}}\n");

        assertThat(soon(network.toString().getBytes(StandardCharsets.UTF_8)).lab())
                .isPresent();
    }

    @Test
    void randomBytesAreRefused() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            if (i % 2 == 0) {
                for (int j = 0; j < bytes.length; j++) {
                    bytes[j] = (byte) (32 + Math.floorMod(bytes[j], 95));
                }
            }
            assertThat(soon(bytes).problems()).isNotEmpty();
        }
    }

    private static void refused(String yaml, String what) {
        refused(yaml.getBytes(StandardCharsets.UTF_8), what);
    }

    private static void refused(byte[] bytes, String what) {
        Reading reading = soon(bytes);
        assertThat(reading.lab()).isEmpty();
        assertThat(reading.problems())
                .anySatisfy(problem -> assertThat(problem.what()).contains(what));
    }

    /** Reads without hanging: what grows with the square of these sizes, or faster, takes minutes. */
    private static Reading soon(byte[] bytes) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Labs.read(bytes));
    }
}
