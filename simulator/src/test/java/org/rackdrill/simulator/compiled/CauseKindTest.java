package org.rackdrill.simulator.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Results carry words; whoever reads them gets the kind back. */
class CauseKindTest {

    @ParameterizedTest
    @EnumSource
    void theWordInTheResultsStandsForTheKind(CauseKind kind) {
        assertThat(CauseKind.of(kind.word())).contains(kind);
    }

    @Test
    void aWordOfAnotherVersionIsNoKind() {
        assertThat(CauseKind.of("gremlins")).isEmpty();
    }

    @Test
    void wordsOfPeopleWhoSpeak() {
        assertThat(Arrays.stream(CauseKind.values()).map(CauseKind::word))
                .allMatch(it -> it.matches("[a-z]+( [a-z]+)*"));
    }
}
