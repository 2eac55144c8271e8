package org.rackdrill.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.reports.SampleAdvice;
import org.rackdrill.reports.chart.DrillCurve;
import org.rackdrill.simulator.study.Results.DrillPoint;
import org.rackdrill.simulator.study.Results.Drilling;
import org.rackdrill.simulator.study.Results.Gain;

/** What drills are worth, in words that never claim more than the interval. */
class DrillWordsTest {
    private static final Gain SURE = new Gain(5.9, 3.1, 9.4);

    @Test
    void whatIsSureIsSaidWithItsNumber() {
        assertThat(plain(DrillWords.all(SampleAdvice.drilling("failover", "failover", 3.0, 17, 11, SURE))))
                .isEqualTo(
                        "Drilling failover every 3 months is worth 5.9 h a year; every month more between drills costs "
                                + "20 min. Most of that is for immich, 12 h a year.");
    }

    @Test
    void whatMayBeNothingIsNoDifference() {
        Drilling drilling = SampleAdvice.drilling("failover", "failover", 1.0, 17, 11, new Gain(5.9, 0, 9.4));

        assertThat(DrillWords.all(drilling))
                .isEqualTo(
                        "Drilling failover every month makes no difference to downtime that the simulation can see.");
        assertThat(DrillWords.matters(drilling)).isFalse();
    }

    @Test
    void drillsMayCostMoreThanTheyGive() {
        assertThat(plain(DrillWords.sentence(
                        SampleAdvice.drilling("failover", "failover", 12.0, 11, 13, new Gain(-2, -3, -1)))))
                .isEqualTo("Drilling failover every year costs 2.0 h a year more than it gives back.");
    }

    @Test
    void aLineForTheTerminalSaysTheSame() {
        assertThat(plain(DrillWords.brief(SampleAdvice.drilling("failover", "failover", 3.0, 17, 11, SURE))))
                .isEqualTo("drilling failover every 3 months is worth 5.9 h a year");
        assertThat(plain(DrillWords.brief(SampleAdvice.drilling("ups", "the UPS", null, 17, 11, new Gain(6, 4, 8)))))
                .isEqualTo("nobody drills the UPS; every 3 months would give back 6.0 h a year");
        assertThat(plain(DrillWords.brief(SampleAdvice.drilling("ups", "the UPS", 12.0, 11, 17, new Gain(-2, -3, -1)))))
                .isEqualTo("drilling the UPS every year costs 2.0 h more a year");
        assertThat(plain(DrillWords.brief(SampleAdvice.drilling("ups", "the UPS", 1.0, 11, 17, new Gain(0, -1, 1)))))
                .contains("no difference");
    }

    @Test
    void whatNobodyDrillsIsToldWhatDrillsWouldGive() {
        assertThat(plain(DrillWords.sentence(SampleAdvice.drilling("ups", "the UPS", null, 20, 10, new Gain(6, 4, 8)))))
                .isEqualTo("Nobody drills the UPS; every 3 months would give back 6.0 h a year.");
    }

    @ParameterizedTest
    @CsvSource({
        "0.033, every day",
        "0.23, every week",
        "0.46, every 2 weeks",
        "1, every month",
        "1.02, every month",
        "2.96, every 3 months",
        "4.5, every 4.5 months",
        "12, every year",
        "24, every 2 years"
    })
    void intervalsAreSaidAsPeopleSayThem(double months, String text) {
        assertThat(DrillCurve.every(months)).isEqualTo(text);
    }

    @Test
    void whatNobodyDrillsMayBeWorthNothing() {
        Drilling drilling = SampleAdvice.drilling("ups", "the UPS", null, 10.1, 10, new Gain(0.1, 0, 0.2));

        assertThat(DrillWords.sentence(drilling))
                .isEqualTo(
                        "Nobody drills the UPS, and drills would make no difference to downtime that the simulation can "
                                + "see.");
        assertThat(DrillWords.matters(drilling)).isFalse();
    }

    @Test
    void aProtectionOfDataIsToldByTheChanceOfLosingThem() {
        assertThat(DrillWords.loss(restores(2e-2, 1e-3)))
                .isEqualTo("Never drilled, photos is lost within ten years with a chance of 1\u00a0in\u00a050; drilled "
                        + "every month, 1\u00a0in\u00a01,000.");
        assertThat(DrillWords.matters(restores(2e-2, 1e-3))).isTrue();
        assertThat(DrillWords.loss(restores(1.4e-3, 1e-3))).isEmpty();
    }

    @Test
    void thePointsMayComeInAnyOrderOrNotAtAll() {
        assertThat(DrillWords.worthMostFirst(List.of(restores(0, 0), restores(0.1, 0.01))))
                .hasSize(2);
        assertThat(DrillWords.sentence(new Drilling(
                        "ups", "the UPS", null, List.of(), new Gain(0, 0, 0), 0, "", new Gain(0, 0, 0), "")))
                .startsWith("Nobody drills the UPS, and drills would make no difference");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static Drilling restores(double never, double monthly) {
        return new Drilling(
                "restore",
                "restores",
                null,
                List.of(new DrillPoint(1.0, 9, 8, 10, monthly), new DrillPoint(null, 9, 8, 10, never)),
                new Gain(0, 0, 0),
                0,
                "",
                new Gain(0, 0, 0),
                "photos");
    }
}
