package org.rackdrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> WORDS =
            List.of("simulate", "schema", "dell-poweredge-t630", "dell-poweredge-r530", "v0", "v1");

    @Test
    void aSlipOfTheFingerIsForgiven() {
        assertThat(Nearest.of("simualte", WORDS)).containsExactly("simulate");
        assertThat(Nearest.of("SCHEMA", WORDS)).containsExactly("schema");
        assertThat(Nearest.of("v2", WORDS)).containsExactly("v0", "v1");
    }

    @Test
    void aPartOfANameIsEnough() {
        assertThat(Nearest.of("t630", WORDS)).containsExactly("dell-poweredge-t630");
        assertThat(Nearest.of("poweredge", WORDS)).containsExactly("dell-poweredge-r530", "dell-poweredge-t630");
    }

    @Test
    void somethingElseIsNotGuessed() {
        assertThat(Nearest.of("banana", WORDS)).isEmpty();
        assertThat(Nearest.of("x".repeat(1_000_000), WORDS)).isEmpty();
    }
}
