package org.rackdrill.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.simulator.capacity.Likely;

/** How full something gets over years, with its range, and the line above which it should not be. */
public final class FillCurve {
    private static final double WIDTH = 340;
    private static final double LEFT = 38;
    private static final double RIGHT = 326;
    private static final double TOP = 14;
    private static final double GROUND = 134;
    private static final double MOST = 1.2;

    private final List<Likely> years;
    private final double rule;
    private final int firstYear;

    /**
     * Draws one thing.
     *
     * @param years the share that is used today, in a year, in two, ...
     * @param rule the share that should not be passed
     * @param firstYear the calendar year of today
     */
    public FillCurve(List<Likely> years, double rule, int firstYear) {
        this.years = years;
        this.rule = rule;
        this.firstYear = firstYear;
    }

    /** Returns the picture. */
    public Element picture(String title) {
        Element svg = Picture.drawing(WIDTH, GROUND + 20, title, inWords());
        double most = Math.max(
                1, Math.min(MOST, years.stream().mapToDouble(Likely::high).max().orElse(1)));
        for (double share : new double[] {0, 0.5, 1}) {
            svg.add(
                    Picture.line(LEFT, y(share, most), RIGHT, y(share, most), share == 0 ? "base" : "grid-line"),
                    Picture.words(LEFT - 5, y(share, most) + 4, Figures.share(share), "soft small end"));
        }
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        List<String> line = new ArrayList<>();
        for (int i = 0; i < years.size(); i++) {
            upper.add(at(i, years.get(i).high(), most));
            lower.add(0, at(i, years.get(i).low(), most));
            line.add(at(i, years.get(i).best(), most));
            svg.add(Picture.words(x(i), GROUND + 15, String.valueOf(firstYear + i), "soft small mid"));
        }
        upper.addAll(lower);
        svg.add(
                Picture.path("M" + String.join("L", upper) + "Z", "band"),
                Picture.line(LEFT, y(rule, most), RIGHT, y(rule, most), "goal"),
                Picture.path("M" + String.join("L", line), "curve"));
        return svg.add(
                Picture.disc(x(0), y(years.get(0).best(), most), 5, "k1 ring"),
                Picture.words(RIGHT, y(rule, most) - 4, Figures.share(rule), "small end halo"));
    }

    private String at(int year, double share, double most) {
        return Figures.coordinate(x(year)) + " " + Figures.coordinate(y(share, most));
    }

    private double x(int year) {
        return LEFT + 12 + (RIGHT - LEFT - 24) * year / Math.max(1, years.size() - 1);
    }

    private static double y(double share, double most) {
        return GROUND - Math.max(0, Math.min(1, share / most)) * (GROUND - TOP);
    }

    private String inWords() {
        Likely last = years.get(years.size() - 1);
        return Figures.share(years.get(0).best()) + " full today, " + Figures.share(last.best()) + " after "
                + (years.size() - 1) + " years (" + Figures.share(last.low()) + " to " + Figures.share(last.high())
                + "); the line is at " + Figures.share(rule) + ".";
    }
}
