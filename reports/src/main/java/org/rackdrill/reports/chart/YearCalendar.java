package org.rackdrill.reports.chart;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Spoken;

/** A wall calendar: a row for each month, a column for each day, the hours of the day from top to bottom. */
public final class YearCalendar {
    private static final double LEFT = 30;
    private static final double DAY = 10.6;
    private static final double HOUR = 1;
    private static final double ROW = 24 * HOUR + 5;
    private static final double TOP = 16;
    private static final double EVENING_FROM = 17;
    private static final double EVENING_TO = 23;
    private static final double LEAST_HEIGHT = 2.5;
    private static final int MOST_LETTERS = 36;

    private final Map<String, String> colours;
    private final BitSet taken = new BitSet(366);

    /**
     * Makes a calendar.
     *
     * @param colours the colour class of each letter
     */
    public YearCalendar(Map<String, String> colours) {
        this.colours = colours;
    }

    /** Returns the picture of a year. */
    public Element picture(List<Trouble> year, String title, String description) {
        Element svg = Picture.drawing(LEFT + 31 * DAY + 4, TOP + 12 * ROW, title, description);
        for (int day = 1; day <= 29; day += 7) {
            svg.add(Picture.words(LEFT + (day - 0.5) * DAY, 10, String.valueOf(day), "soft mid small"));
        }
        for (int month = 0; month < 12; month++) {
            double y = TOP + month * ROW;
            double width = Day.lengthOf(month) * DAY;
            svg.add(Picture.words(0, y + 16, Day.monthName(month), "soft"));
            svg.add(Picture.box(LEFT, y, width, 24 * HOUR, "track"));
            svg.add(Picture.box(LEFT, y + EVENING_FROM * HOUR, width, (EVENING_TO - EVENING_FROM) * HOUR, "evening"));
        }
        List<Trouble> longestFirst = year.stream()
                .sorted(Comparator.comparingDouble(Trouble::hours).reversed())
                .toList();
        longestFirst.forEach(trouble -> svg.add(block(trouble)));
        longestFirst.stream().limit(MOST_LETTERS).forEach(trouble -> svg.add(letter(trouble)));
        return svg;
    }

    /** Returns what a cause looks like in the legend. */
    public static Element swatch(String letter, String colour) {
        return Element.of("span", "swatch " + colour).text(letter);
    }

    private Element block(Trouble trouble) {
        Element group = Element.of("g", colours.getOrDefault(trouble.letter(), "k0"));
        group.add(Element.of("title")
                .text(Day.of(trouble.from()).text() + ", for " + Hours.text(trouble.hours()) + ": " + trouble.cause()
                        + " (" + Spoken.list(trouble.services()) + ")"));
        double from = trouble.from();
        while (from < trouble.to()) {
            int day = (int) (from / 24);
            double to = Math.min(trouble.to(), (day + 1) * 24.0);
            group.add(piece(day, from - day * 24.0, to - from));
            taken.set(day);
            from = (day + 1) * 24.0;
        }
        return group;
    }

    private static Element piece(int day, double hourOfDay, double hours) {
        Day where = Day.ofYear(day);
        double height = Math.max(LEAST_HEIGHT, hours * HOUR);
        double y = Math.min(hourOfDay * HOUR, 24 * HOUR - height);
        return Picture.box(x(where) + 0.5, TOP + where.month() * ROW + y, DAY - 1, height, "");
    }

    /** Beside the block, where the day is free; the longest trouble chooses first. */
    private Element letter(Trouble trouble) {
        int first = (int) (trouble.from() / 24);
        int last = (int) (Math.max(trouble.from(), trouble.to() - 1e-9) / 24);
        for (int day : new int[] {last + 1, first - 1}) {
            boolean there = day >= 0 && day < 365 && !taken.get(day);
            if (there
                    && Day.ofYear(day).month()
                            == Day.ofYear(day > last ? last : first).month()) {
                taken.set(day);
                double hour = day > last
                        ? Math.min(trouble.to(), (last + 1) * 24.0) - last * 24.0
                        : trouble.from() - first * 24;
                Day where = Day.ofYear(day);
                double y = TOP + where.month() * ROW + Math.max(9, Math.min(23, hour * HOUR + 3));
                return Picture.words(x(where) + DAY / 2, y, trouble.letter(), "mid letter");
            }
        }
        return Element.nothing();
    }

    private static double x(Day day) {
        return LEFT + (day.dayOfMonth() - 1) * DAY;
    }
}
