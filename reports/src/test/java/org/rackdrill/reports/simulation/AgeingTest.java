package org.rackdrill.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.study.Results.YearOf;

/** What is said of the years ahead never goes beyond their ranges. */
class AgeingTest {

    @Test
    void rangesThatDoNotTouchAreSure() {
        assertThat(Ageing.sentence(List.of(year(1, 4, 3, 5), year(5, 9, 7, 12))))
                .isEqualTo("Gets worse: from 4.0\u00a0h in the first year to 9.0\u00a0h in year 5.");
        assertThat(Ageing.sentence(List.of(year(1, 9, 7, 12), year(2, 4, 3, 5))))
                .startsWith("Gets better: from 9");
    }

    @Test
    void rangesThatTouchAreProbable() {
        assertThat(Ageing.sentence(List.of(year(1, 4, 3, 6), year(5, 6.5, 5, 8))))
                .startsWith("Probably gets worse: from 4");
        assertThat(Ageing.sentence(List.of(year(1, 6.5, 5, 8), year(5, 4, 3, 6))))
                .startsWith("Probably gets better: from");
    }

    @Test
    void changesInsideTheRangesAreNone() {
        assertThat(Ageing.sentence(List.of(year(1, 4, 3, 6), year(5, 5.5, 3.2, 9))))
                .isEqualTo("The years are alike as far as the simulation can see.");
    }

    private static YearOf year(int year, double hours, double low, double high) {
        return new YearOf(year, hours, low, high, 0.5);
    }
}
