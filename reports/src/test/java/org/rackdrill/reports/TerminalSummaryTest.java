package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.reports.simulation.Headline;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/** What a terminal shows: 24 lines of 80 columns, the verdict first, the next command last. */
class TerminalSummaryTest {

    static List<Results> samples() {
        return Samples.all();
    }

    static List<Comparison> comparisons() {
        return List.of(
                Samples.comparison(Samples.v0(), Samples.v1()),
                Samples.comparison(Samples.many(60), Samples.many(60)),
                Samples.comparison(Samples.hostile(), Samples.hostile()),
                Samples.comparison(Samples.v1(), Samples.v0(), Samples.one(), Samples.empty(), Samples.hostile()),
                Samples.comparison(Samples.empty(), Samples.empty()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itFitsIntoATerminal(Results results) {
        fits(TerminalSummary.text(results, false));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void aComparisonFitsIntoATerminal(Comparison comparison) {
        fits(TerminalSummary.comparison(comparison, false));
    }

    @Test
    void theVerdictIsFirstAndTheNextCommandLast() {
        List<String> lines = TerminalSummary.text(Samples.v0(), "rackdrill explain v0", false)
                .lines()
                .toList();

        assertThat(lines.get(0)).isEqualTo(Headline.of(Samples.v0()).replace('\u00a0', ' '));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("Next          rackdrill explain v0");
    }

    @Test
    void eachGoalHasItsMarkItsValueAndItsInterval() {
        assertThat(TerminalSummary.text(Samples.v1(), false).lines())
                .contains(
                        "  ✗ no       internet        99.71 %   (99.52 to 99.84)     goal 99.9 %",
                        "  ? open     immich-db       99.87 %   (99.74 to 99.93)     goal 99.9 %",
                        "  ✓ yes      win11           99.93 %   (99.88 to 99.97)     goal 99.5 %");
    }

    @Test
    void itNamesTheCauseTheFixTheDrillTheDataTheToilAndThePower() {
        assertThat(TerminalSummary.text(Samples.v1(), false).lines())
                .contains(
                        "Worst cause   the one switch, 25 % of all downtime, 2 h a year",
                        "Cheapest fix  move dns off node1, 0 AUD, gives back 6.1 h (3.9 to 9.5) a year",
                        "Drills        drilling failover every 3 months is worth 5.9 h a year",
                        "Data          immich lost in ten years: 1 in 500, mostly by people",
                        "Toil          14 h a year by hand, 1.3 nights woken, 0.22 interventions a week",
                        "Power         412 W, 1.9 of 10 A, UPS 31 min, 3,610 kWh and 1,155 AUD a year");
    }

    @Test
    void ofManyServicesTheWorstAreShown() {
        String text = TerminalSummary.text(Samples.many(60), false);

        assertThat(text).contains("service-0 ").contains("    and 51 more, all keep their goal\n");
    }

    @Test
    void whatIsUnknownIsCalledUnknown() {
        assertThat(TerminalSummary.text(Samples.one(), false))
                .contains("Data          unknown: the lab file names none");
    }

    @Test
    void coloursAreUsedOnlyWhereTheyAreWanted() {
        assertThat(TerminalSummary.text(Samples.v1(), true))
                .contains("\u001b[31m")
                .contains("\u001b[32m");
        assertThat(TerminalSummary.text(Samples.v1(), false)).doesNotContain("\u001b");
    }

    @Test
    void twoLabsAreComparedServiceByService() {
        assertThat(TerminalSummary.comparison(Samples.comparison(Samples.v0(), Samples.v1()), false)
                        .lines())
                .contains(
                        "v1 will be down less than v0 for all three services that they share.",
                        "internet        ✗ 95.1 %        ✗ 99.71 %       ✓ less: 17 days (12 to 22)");
    }

    private static void fits(String text) {
        assertThat(text.lines().count()).isLessThanOrEqualTo(24);
        assertThat(text.lines()).allSatisfy(line -> {
            assertThat(Columns.width(line)).isLessThanOrEqualTo(80);
            assertThat(line.chars()).noneMatch(Character::isISOControl);
        });
        assertThat(text).endsWith("\n").doesNotContain("\u202e");
    }
}
