package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.simulator.plan.PlanResults;

/** What to buy, in a terminal, as a page and as JSON. */
class PlanSummaryTest {

    static List<PlanResults> plans() {
        return SamplePlans.all();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void itFitsIntoATerminal(PlanResults plan) {
        List<String> lines =
                PlanSummary.text(plan, "rackdrill simulate v1", false).lines().toList();

        assertThat(lines).hasSizeLessThanOrEqualTo(24);
        assertThat(lines).allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(80));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("Next          rackdrill simulate v1");
    }

    @Test
    void theVerdictIsFirstAndClaimsNoMoreThanTheInterval() {
        String first = PlanSummary.text(SamplePlans.v1(), "x", false)
                .lines()
                .findFirst()
                .orElse("");
        PlanResults.Point best = SamplePlans.v1().points().get(SamplePlans.v1().recommended());

        assertThat(best.chance().low()).isLessThan(0.95);
        assertThat(first).isEqualTo("560 AUD once will probably bring all 14 services to their goal.");
    }

    @Test
    void aGoalThatNothingKeepsIsSaidFirstWithWhatComesClosest() {
        String text = PlanSummary.text(SamplePlans.missed(), "x", false);

        assertThat(text.replace('\n', ' '))
                .startsWith(
                        "Nothing for up to 3,000 AUD is expected to bring all 14 services to their goal. 560 AUD once"
                                + " comes closest: immich at 99.56 %, goal 99.5 %.");
    }

    @Test
    void whoKeepsTheGoalsAlreadyIsToldToBuyNothing() {
        String text = PlanSummary.text(SamplePlans.nothing(), "x", false);

        assertThat(text).startsWith("Buy nothing: all 14 services will").contains("Buy           nothing");
    }

    @Test
    void whatDoesNotHelpIsNamedAndWhatHarmsIsMarked() {
        assertThat(PlanSummary.text(SamplePlans.v1(), "x", false).lines())
                .contains("No help       fourth node (harms), 64 GB ECC for node2, hot spare in node2");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatIsWrittenReadsBack(PlanResults plan) {
        assertThat(ResultsJson.readPlan(ResultsJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void thePageHasThePointsTheListAndWhatDoesNotHelp() {
        PlanResults plan = SamplePlans.v1();
        String page = PlanReport.html(plan, new ReportContext("1 May 2026", "rackdrill plan v1", "rackdrill report x"));

        for (String id : List.of("list", "front", "alone", "useless", "leans", "blanks")) {
            assertThat(page).contains("id=\"" + id + "\"");
        }
        plan.points().forEach(point -> assertThat(page).contains("id=\"point-" + point.number() + "\""));
        assertThat(page).doesNotContain("Money and latency");
        assertThat(page).contains("none of them had a part in choosing").doesNotContain("<script");
    }

    @Test
    void thePageShowsLatencyWhereTheLabAimsAtOne() {
        PlanResults plan = SamplePlans.hostile();
        String page = PlanReport.html(plan, new ReportContext("1 May 2026", "rackdrill plan v1", "rackdrill report x"));
        assertThat(page).contains("Money and latency", "Slowest service answers in", "Slowest for what it aims at");
        assertThat(plan.points()).allSatisfy(point -> {
            PlanResults.Latency latency = point.latency();
            assertThat(page).contains(latency == null ? "not stated" : Math.round(latency.millis()) + "\u00a0ms");
        });
    }
}
