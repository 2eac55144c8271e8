package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Terms;

class RealVenueTest {

    @Test
    void aSandboxGetsShortTermsAndLiveMachinesTheUsualOnes() {
        assertThat(RealVenue.terms(WorldKind.LIVE, Optional.empty())).isEqualTo(Terms.USUAL);
        assertThat(RealVenue.terms(WorldKind.SANDBOX, Optional.empty()).lease()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 15, 90, 3600})
    void withinALeaseThereIsTimeForThreeCalls(int seconds) {
        for (WorldKind kind : new WorldKind[] {WorldKind.SANDBOX, WorldKind.LIVE}) {
            Terms terms = RealVenue.terms(kind, Optional.of(seconds));
            Terms usual = RealVenue.terms(kind, Optional.empty());

            assertThat(terms.lease()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(terms.call().multipliedBy(3)).isLessThanOrEqualTo(terms.lease());
            assertThat(terms.call()).isPositive().isLessThanOrEqualTo(usual.call());
            assertThat(terms.recovery()).isEqualTo(usual.recovery());
        }
    }
}
