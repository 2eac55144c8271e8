package org.rackdrill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.compiled.Behaviour;

/** What is measured is the work of a study. */
class HistoriesTest {

    @Test
    void aRowIsARowOfHistoriesInWhichSomethingHappens() {
        Histories histories = new Histories(Set.of());

        assertThat(histories.row().histories()).isEqualTo(Histories.ROW);
        assertThat(histories.events()).isGreaterThan(Histories.ROW);
    }

    @Test
    void theSameHappensInEveryRun() {
        assertThat(eventsOfARow(Set.of())).isEqualTo(eventsOfARow(Set.of()));
    }

    @Test
    void lessHappensWithoutADip() {
        assertThat(eventsOfARow(Set.of(Behaviour.MAINS_DIPS))).isLessThan(eventsOfARow(Set.of()));
    }

    private static long eventsOfARow(Set<Behaviour> without) {
        Histories histories = new Histories(without);
        histories.row();
        return histories.events();
    }
}
