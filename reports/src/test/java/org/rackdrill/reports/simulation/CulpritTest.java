package org.rackdrill.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.reports.Samples;
import org.rackdrill.simulator.study.Results;

/** Causes seen from the whole lab, and the worry that is cheapest to remove. */
class CulpritTest {

    @Test
    void theSharesOfAllCausesMakeTheWhole() {
        for (Results lab : List.of(Samples.v1(), Samples.v0(), Samples.many(20), Samples.one())) {
            double all = Culprit.of(lab).stream().mapToDouble(Culprit::share).sum();
            assertThat(all).isEqualTo(1, within(1e-9));
        }
    }

    @Test
    void aCauseOfSeveralServicesIsOneCulprit() {
        Culprit worst = Culprit.of(Samples.v1()).get(0);

        assertThat(worst.label()).isEqualTo("the one switch");
        assertThat(worst.services()).hasSize(8).startsWith("internet");
        assertThat(worst.hours()).isEqualTo(2.043, within(0.001));
    }

    @Test
    void aHabitIsNamedBeforeAPart() {
        Worry worry = Worry.of(Culprit.of(Samples.v1())).orElseThrow();

        assertThat(worry.free()).isTrue();
        assertThat(worry.culprit().label()).startsWith("waiting for you to fail it over");
    }

    @Test
    void aHabitThatGivesLittleIsNotNamed() {
        Worry worry = Worry.of(Culprit.of(Samples.v0())).orElseThrow();

        assertThat(worry.free()).isFalse();
        assertThat(worry.culprit().label()).startsWith("VMs that hang");
    }

    @Test
    void whereNothingWasMeasuredThereIsNoWorry() {
        assertThat(Worry.of(Culprit.of(Samples.one()))).isEmpty();
        assertThat(Culprit.of(Samples.empty())).isEmpty();
    }
}
