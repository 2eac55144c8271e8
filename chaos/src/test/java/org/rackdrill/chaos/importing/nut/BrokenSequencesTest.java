package org.rackdrill.chaos.importing.nut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.importing.draft.Imports;
import org.rackdrill.chaos.importing.draft.Unusable;

/** A file that is no sequence: one problem, its line, and how to repair it. */
class BrokenSequencesTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", 1, "the file is empty"),
                Arguments.of("\n \t\n", 1, "the file is empty"),
                Arguments.of("# nothing\nTIMER 5\n", 1, "nothing is said in the file"),
                Arguments.of("ups.status: OL\nTIMER\n", 2, "`TIMER` is no pause"),
                Arguments.of("ups.status: OL\nTIMER soon\n", 2, "`TIMER soon` is no pause"),
                Arguments.of("ups.status: OL\nTIMER 1.5\n", 2, "`TIMER 1.5` is no pause"),
                Arguments.of("ups.status: OL\nTIMER -5\n", 2, "`TIMER -5` is no pause"),
                Arguments.of("ups.status: OL\nTIMER 5 6\n", 2, "`TIMER 5 6` is no pause"),
                Arguments.of("ups.status: OL\ntimer 5\n", 2, "`timer` is written in small letters"),
                Arguments.of("ups.status: OL\nTIMER 999999999\n", 2, "longer than ten years"),
                Arguments.of("ups.status: OL\nhello\n", 2, "`hello` is no variable of a UPS"),
                Arguments.of("{\"title\": \"x\"}\n", 1, "is no variable of a UPS"),
                Arguments.of("ups.status: \"OL\n", 1, "a quote that opens here is never closed"),
                Arguments.of("ups.status: OL\nbattery.charge: full\n", 2, "no percentage from 0 to 100"),
                Arguments.of("battery.charge: 101\n", 1, "no percentage from 0 to 100"),
                Arguments.of("battery.charge: NaN\n", 1, "no percentage from 0 to 100"),
                Arguments.of("ups.status: OL\u0000\n", 1, "a control character"),
                Arguments.of("ups.status: \u001b[2J\n", 1, "a control character"),
                Arguments.of("ups.status: " + "OL ".repeat(1000), 1, "the line has 3012 characters"),
                Arguments.of("\n".repeat(20_001) + "x", 20_001, "more than 20,000 lines"),
                Arguments.of(
                        "ups.status: OB\nTIMER 1\nups.status: OL\nTIMER 1\n".repeat(4000),
                        801,
                        "on battery or silent 4000 times; up to 200 are read"),
                Arguments.of("ups.status: OL\n".repeat(40_000), 1, "larger than 500 kB"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isRefusedInOneSentence(String text, int line, String what) {
        Unusable refused = refused(text.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.problem().what()).contains(what);
        assertThat(refused.problem().line()).isEqualTo(line);
        assertThat(refused.problem().fix()).isNotBlank();
        assertThat(refused.problem().text()).startsWith("x.seq:").hasSizeLessThan(300);
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(refused(new byte[] {(byte) 0xc3, 0x28}).problem().what()).isEqualTo("the file is not UTF-8");
    }

    private static Unusable refused(byte[] bytes) {
        Unusable refused = catchThrowableOfType(
                Unusable.class, () -> NutSequence.read("x.seq", bytes, Imports.lab("v1"), "v1", Optional.empty()));
        assertThat(refused).as("a sequence that should be refused").isNotNull();
        return refused;
    }
}
