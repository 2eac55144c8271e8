package org.rackdrill.reports.chart;

import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.simulator.study.Results.YearOf;

/** Hours down in the first, second, ... year, each with its range, and the goal as a dashed line. */
public final class YearColumns {
    private static final double WIDTH = 340;
    private static final double HEIGHT = 158;
    private static final double TOP = 32;
    private static final double GROUND = 136;
    private static final int MOST_LABELS = 7;

    private final List<YearOf> years;
    private final double allowedHours;
    private final double most;

    /**
     * Draws one service.
     *
     * @param allowedHours what the goal allows a year
     */
    public YearColumns(List<YearOf> years, double allowedHours) {
        this.years = years;
        this.allowedHours = allowedHours;
        double highest = years.stream().mapToDouble(YearOf::high).max().orElse(1);
        this.most = Math.max(1e-6, Math.max(highest, Math.min(allowedHours, 2 * highest)));
    }

    /** Returns the picture. */
    public Element picture(String title, String description, String goal) {
        Element svg = Picture.drawing(WIDTH, HEIGHT, title, description);
        double pitch = WIDTH / Math.max(3, years.size());
        double width = Math.min(36, pitch * 0.6);
        int every = (years.size() + MOST_LABELS - 1) / MOST_LABELS;
        double left = (WIDTH - pitch * years.size()) / 2;
        for (int i = 0; i < years.size(); i++) {
            double top = y(years.get(i).hoursDown());
            svg.add(Picture.box(left + (i + 0.5) * pitch - width / 2, top, width, GROUND - top, "k1"));
        }
        svg.add(goal(goal));
        for (int i = 0; i < years.size(); i++) {
            YearOf year = years.get(i);
            double x = left + (i + 0.5) * pitch;
            svg.add(range(x, year));
            if (i % every == 0 || i == years.size() - 1) {
                svg.add(Picture.words(x, HEIGHT - 6, "year " + year.year(), "soft mid"));
            }
            if (years.size() <= MOST_LABELS) {
                String text = Hours.text(year.hoursDown(), year.low(), year.high());
                svg.add(Picture.words(x, y(year.high()) - 5, text, "mid small halo"));
            }
        }
        return svg.add(Picture.line(0, GROUND, WIDTH, GROUND, "base"));
    }

    private Element range(double x, YearOf year) {
        Element group = Element.of("g");
        group.add(Picture.line(x, y(year.low()), x, y(year.high()), "whisker"));
        group.add(Picture.line(x - 4, y(year.low()), x + 4, y(year.low()), "whisker"));
        return group.add(Picture.line(x - 4, y(year.high()), x + 4, y(year.high()), "whisker"));
    }

    /** The words stand above the picture, where no column can reach them. */
    private Element goal(String goal) {
        if (allowedHours > most) {
            return Picture.words(WIDTH, 10, goal + ", above this picture", "soft end");
        }
        double y = y(allowedHours);
        return Element.of("g")
                .add(
                        Picture.line(0, y, WIDTH, y, "goal"),
                        Picture.line(WIDTH - 22, 6, WIDTH, 6, "goal"),
                        Picture.words(WIDTH - 28, 10, goal, "soft end"));
    }

    private double y(double hours) {
        return GROUND - Math.max(0, Math.min(1, hours / most)) * (GROUND - TOP);
    }
}
