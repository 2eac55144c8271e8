package org.rackdrill.reports.chart;

import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;

/** How busy something is in each hour of a week: a row for each day, a column for each hour, stronger where it is busier. */
public final class WeekMap {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final int HOURS = 24;
    private static final double LEFT = 32;
    private static final double TOP = 16;
    private static final double CELL = 13;
    private static final double ROW = 18;

    /** Below this a cell would look empty. */
    private static final double FAINTEST = 0.06;

    private static final double FULL = 0.95;

    private final List<Double> week;

    /**
     * Draws one week.
     *
     * @param week shares from 0 to 1, Monday 0:00 first
     */
    public WeekMap(List<Double> week) {
        this.week = week;
    }

    /** Returns the picture; nothing where there is no whole week. */
    public Element picture(String title) {
        if (week.size() != DAYS.size() * HOURS) {
            return Element.nothing();
        }
        Element svg = Picture.drawing(LEFT + HOURS * CELL + 2, TOP + DAYS.size() * ROW + 2, title, inWords());
        for (int hour = 0; hour < HOURS; hour += 6) {
            svg.add(Picture.words(LEFT + hour * CELL, 11, hour + ":00", "soft small"));
        }
        for (int day = 0; day < DAYS.size(); day++) {
            svg.add(Picture.words(0, TOP + (day + 0.7) * ROW, DAYS.get(day), "soft"));
            for (int hour = 0; hour < HOURS; hour++) {
                svg.add(cell(day, hour));
            }
        }
        return svg;
    }

    /** Returns what the colours mean. */
    public static Element scale() {
        Element scale = Element.of("p", "scale").text("The busiest disk: ");
        for (double share : new double[] {0.05, 0.25, 0.5, 0.8}) {
            scale.add(Element.of("span", "shade")
                    .with("style", "--blamed:" + Figures.coordinate(100 * darkness(share)) + "%"));
            scale.text(" " + Figures.share(share) + " ");
        }
        scale.add(Element.of("span", "shade").with("style", "background:var(--bad)"));
        return scale.text(" " + Figures.share(FULL) + " or more");
    }

    private Element cell(int day, int hour) {
        double share = week.get(day * HOURS + hour);
        Element cell = Picture.box(
                LEFT + hour * CELL, TOP + day * ROW, CELL - 1, ROW - 1, share >= FULL ? "harm" : "week-cell");
        if (share < FULL) {
            cell.with("style", "--blamed:" + Figures.coordinate(100 * darkness(share)) + "%");
        }
        return Element.of("g")
                .add(
                        Element.of("title")
                                .text(DAYS.get(day) + " " + hour + ":00 to " + (hour + 1) + ":00: "
                                        + Figures.share(share)),
                        cell);
    }

    private static double darkness(double share) {
        return FAINTEST + (1 - FAINTEST) * Math.max(0, Math.min(1, share));
    }

    private String inWords() {
        int most = 0;
        int least = 0;
        for (int i = 1; i < week.size(); i++) {
            most = week.get(i) > week.get(most) ? i : most;
            least = week.get(i) < week.get(least) ? i : least;
        }
        return "Busiest on " + name(most) + ", quietest on " + name(least) + ".";
    }

    private String name(int hour) {
        return DAYS.get(hour / HOURS) + " at " + hour % HOURS + ":00 (" + Figures.share(week.get(hour)) + ")";
    }
}
