package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rackdrill.chaos.fault.FaultKind;

class BlowTest {

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyFaultCanBeSaidOfTheSandbox(FaultKind kind) {
        Blow blow = Blow.of(kind, 5);

        assertThat(blow.hit("run").fault().kind()).isEqualTo(kind);
        assertThat(Blow.said(blow.words())).isEqualTo(blow);
    }

    @Test
    void eachIsEitherCarriedOrRefused() {
        List<FaultKind> all = Stream.concat(Blow.all(5).stream(), Blow.refused().stream())
                .map(Blow::kind)
                .toList();

        assertThat(all).containsExactlyInAnyOrder(FaultKind.values());
    }
}
