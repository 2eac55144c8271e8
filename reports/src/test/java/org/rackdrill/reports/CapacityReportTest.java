package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.reports.capacity.LimitWords;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Limit;
import org.rackdrill.simulator.capacity.Reached;

/** What people read about the capacity of a lab, in a terminal and on a page. */
class CapacityReportTest {

    static List<Capacity> samples() {
        return CapacityJsonTest.samples();
    }

    @Test
    void whatLimitsALabStandsFirst() {
        assertThat(LimitWords.headline(CapacitySamples.busy()))
                .isEqualTo(
                        "The disks of synology/vol1 limit this lab today: a quarter of the time they are at least 95\u00a0%"
                                + " busy. Then the NAS page takes 2\u00a0min.");
        assertThat(LimitWords.headline(CapacitySamples.hopeless()))
                .isEqualTo("The disks of synology/vol1 never keep up: they are asked for 1.8 times what they can do.");
        assertThat(LimitWords.headline(CapacitySamples.easy()))
                .startsWith("Nothing is short today. node1/tank will be 80");
        assertThat(LimitWords.headline(CapacitySamples.bare()))
                .isEqualTo("Nothing in this lab is short, today or within ten years.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory|8.6e9|4.3e9|The guests on a want 8.01 GiB of memory and have 4 GiB.",
                "node-lost|8.6e9|4.3e9|If a is lost, b finds no room: it needs 8.01 GiB, and at most 4 GiB are free.",
                "node-lost|8.6e9|0|If a is lost, b finds no room: it needs 8.01 GiB, and nothing is free.",
                "cores|6|4|b does not start on a: it has 6 cores, and a 4 threads.",
                "cpu|7.2|8|The guests on a keep 7.2 of its 8 cores busy in the mean, which leaves little for peaks.",
                "cores-lost|6|4|If a is lost, b starts nowhere: it has 6 cores, and the node with memory for it 4 threads.",
                "cpu-lost|3.6|4|If a is lost, guests keep 3.6 of the 4 cores of b busy in the mean.",
                "window|9.1|8|The copies from a take 9.1 h of the 8 h that they have.",
                "ups|1200|900|a carries more than it may: 1,200 W, and its limit is 900 W.",
                "ups-lost|1200|900|If b fails, a carries 1,200 W, and its limit is 900 W.",
                "ups-busy|1200|900|With everything at full load a carries 1,200 W, and its limit is 900 W.",
                "outlet|11|10|The socket at a gives 11 A and is rated for 10 A.",
                "breaker|19|18|With the rest of the household on, the breaker at a carries 19 A and bears 18 A for long.",
                "inrush|75|48|When power returns at a, all at once is 75 A, and a breaker like this may trip above 48 A.",
                "battery|2|3|a lasts 2 min, and the shutdown begins with 3 min left.",
                "load|1.6|1|The disks of a hold until 1.6 times today's load."
            })
    void everyShortageHasASentence(String kind, double value, double bound, String sentence) {
        assertThat(LimitWords.sentence(new Limit(kind, "a", "b", value, bound, null))
                        .replace('\u00a0', ' '))
                .isEqualTo(sentence);
    }

    @Test
    void aDateIsNoFinerThanItIsKnown() {
        Reached soon = new Reached(1.3, 0.6, 3.1, "2028-03-14", "2027-06-30", "2029-12-31");
        assertThat(LimitWords.sentence(new Limit("space", "tank", "", 0.5, 0.8, soon))
                        .replace('\u00a0', ' '))
                .isEqualTo("tank will be 80 % full in March 2028 (June 2027 to December 2029).");
        Reached never = new Reached(8.0, 3.0, null, "2034-11-24", "2029-11-24", null);
        assertThat(LimitWords.sentence(new Limit("space", "tank", "", 0.5, 0.8, never))
                        .replace('\u00a0', ' '))
                .isEqualTo("tank will be 80 % full in 2034 (November 2029 to never).");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aTerminalIsEnoughForTheAnswer(Capacity capacity) {
        String text = CapacitySummary.text(capacity, "rackdrill simulate x", false);
        assertThat(text.lines().count()).isLessThanOrEqualTo(24);
        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(text).endsWith("Next          rackdrill simulate x\n");
    }

    @Test
    void thePageSaysAllThatWasAsked() {
        String page = CapacityReport.html(
                CapacitySamples.busy(),
                new ReportContext("26 November 2026", "rackdrill capacity v0", "rackdrill report x"));
        assertThat(page)
                .contains(
                        "<h1>The disks of synology/vol1 limit this lab today",
                        "The week of the disks",
                        "What a person feels",
                        "1,400 reads, one after the other",
                        "32 GiB of memory in synology would have made it",
                        "What takes the room",
                        "When a node is lost",
                        "BTU/h",
                        "capacity.json");
    }

    @Test
    void theCircuitAndItsStepsAreOnThePage() {
        String page = CapacityReport.html(
                CapacitySamples.circuit(),
                new ReportContext("26 November 2026", "rackdrill capacity x", "rackdrill report x"));
        assertThat(page).contains("breaker B16", "Start them in steps (boot-order)");
    }

    @Test
    void processorsAreOnThePageWithWhatIsPromisedAndWhatIsUsed() {
        String page = CapacityReport.html(
                CapacitySamples.easy(),
                new ReportContext("26 November 2026", "rackdrill capacity v1", "rackdrill report x"));
        assertThat(page)
                .contains(
                        "Busiest are the processors of node2",
                        "When node1 is lost, those of node2 are 34",
                        "Red Hat calls five for each core usually safe",
                        "Processors when a node is lost");
        assertThat(CapacitySummary.text(CapacitySamples.easy(), "rackdrill simulate v1", false))
                .contains("Processors    node2: 12 % busy, 1.7x promised; node2 34 % without node1");
    }

    @Test
    void whatStopsWithALineOrASwitchIsOnThePage() {
        String page = CapacityReport.html(
                CapacitySamples.easy(),
                new ReportContext("26 November 2026", "rackdrill capacity v1", "rackdrill report x"));
        assertThat(page)
                .contains(
                        "When a line or a switch is lost",
                        "After a day of it, catching up takes",
                        "wan, friend-router");
    }

    @Test
    void whatNobodySaysOfProcessorsIsCalledNotStated() {
        Capacity rack = CapacitySamples.plain("my-rack");
        assertThat(CapacitySummary.text(rack, "rackdrill simulate my-rack", false))
                .contains("Processors    What guests use of processors is not stated.");
        assertThat(CapacityReport.html(
                        rack, new ReportContext("26 November 2026", "rackdrill capacity x", "rackdrill report x")))
                .contains("What guests use of processors is not stated.", "Write `cpu: {cores: 2, uses: 0.3 cores}`");
    }

    @Test
    void aNameNeverBecomesMarkup() {
        String page = CapacityReport.html(
                CapacitySamples.hostile(),
                new ReportContext("26 November 2026", "rackdrill capacity x", "rackdrill report x"));
        assertThat(page).doesNotContain("<script").doesNotContain("\u202e");
    }
}
