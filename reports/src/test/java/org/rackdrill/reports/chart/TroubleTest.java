package org.rackdrill.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.simulator.study.Results.Outage;

/** A year as a calendar. */
class TroubleTest {

    @Test
    void servicesThatOneCauseHitTogetherAreOneTrouble() {
        List<Trouble> troubles = Trouble.of(List.of(
                new Outage("b", 10.5, 3, "switch", "H"),
                new Outage("a", 10, 2, "switch", "H"),
                new Outage("a", 20, 1, "switch", "H"),
                new Outage("a", 11, 1, "power", "P")));

        assertThat(troubles)
                .containsExactly(
                        new Trouble("switch", "H", 10, 13.5, List.of("a", "b")),
                        new Trouble("power", "P", 11, 12, List.of("a")),
                        new Trouble("switch", "H", 20, 21, List.of("a")));
    }

    @Test
    void theYearEndsWhenItEnds() {
        assertThat(Trouble.of(List.of(
                        new Outage("a", 8759, 48, "x", "X"),
                        new Outage("a", 9000, 1, "x", "X"),
                        new Outage("a", 5, 0, "x", "X"))))
                .containsExactly(new Trouble("x", "X", 8759, 8760, List.of("a")));
    }

    @ParameterizedTest(name = "hour {0}: {1}")
    @CsvSource({
        "0, 1 Jan 00:00",
        "743.99, 31 Jan 23:59",
        "744, 1 Feb 00:00",
        "1415.5, 28 Feb 23:30",
        "1416, 1 Mar 00:00",
        "8759.9999, 31 Dec 23:59",
        "8760, 31 Dec 23:59",
        "-1, 1 Jan 00:00"
    })
    void hoursHaveDates(double hour, String text) {
        assertThat(Day.of(hour).text()).isEqualTo(text);
    }

    @Test
    void aBlockIsDrawnForEachDayAndSaysWhatItIs() {
        String svg = new YearCalendar(Map.of("H", "k1"))
                .picture(List.of(new Trouble("switch", "H", 30, 80, List.of("a", "b"))), "A year", "The longest")
                .render();

        assertThat(svg).contains("<title>2 Jan 06:00, for 50\u00a0h: switch (a and b)</title>", ">H</text>");
        assertThat(svg.replaceAll(".*<g class=\"k1\">(.*?)</g>.*", "$1").split("<rect", -1))
                .hasSize(4);
    }
}
