package org.rackdrill.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.simulator.capacity.StorageAnswer.CurvePoint;

/** How long requests wait as the load grows: the median, and what 95 and 99 of 100 do not exceed, with today marked. */
public final class LatencyCurve {
    private static final double WIDTH = 340;
    private static final double LEFT = 46;
    private static final double RIGHT = 330;
    private static final double TOP = 26;
    private static final double GROUND = 170;
    private static final double MILLIS_PER_HOUR = 3.6e6;

    private final List<CurvePoint> points;
    private final double saturatesAt;
    private final double lastFactor;
    private final double lowest;
    private final double highest;

    /**
     * Draws one pool.
     *
     * @param saturatesAt the multiple of today's load at which no waiting helps any more
     */
    public LatencyCurve(List<CurvePoint> points, double saturatesAt) {
        this.points = points;
        this.saturatesAt = saturatesAt;
        double most = points.stream().mapToDouble(CurvePoint::factor).max().orElse(1);
        lastFactor = Math.max(1.2, Math.max(most, Math.min(saturatesAt, most * 1.1)));
        lowest = decade(points.stream().mapToDouble(CurvePoint::p50Millis).min().orElse(1));
        highest = points.stream().mapToDouble(CurvePoint::p99Millis).max().orElse(10) * 1.15;
    }

    private static double decade(double value) {
        return Math.pow(10, Math.floor(Math.log10(Math.max(1e-3, value))));
    }

    /** Returns the picture; nothing with fewer than two points. */
    public Element picture(String title) {
        if (points.size() < 2) {
            return Element.nothing();
        }
        Element svg = Picture.drawing(WIDTH, GROUND + 36, title, inWords());
        for (double tick = lowest; tick <= highest; tick *= 10) {
            svg.add(
                    Picture.line(LEFT, y(tick), RIGHT, y(tick), "grid-line"),
                    Picture.words(LEFT - 5, y(tick) + 4, millis(tick), "soft small end"));
        }
        svg.add(Picture.line(LEFT, GROUND, RIGHT, GROUND, "base"));
        double step = lastFactor > 6 ? 2 : lastFactor > 2.4 ? 1 : 0.5;
        for (double factor = 0; factor <= lastFactor + 1e-9; factor += step) {
            svg.add(Picture.words(x(factor), GROUND + 15, Figures.about(factor, 2) + "x", "soft small mid"));
        }
        svg.add(Picture.words((LEFT + RIGHT) / 2, GROUND + 31, "times today's load", "soft small mid"));
        limit(svg);
        svg.add(
                line(CurvePoint::p99Millis, "curve third"),
                line(CurvePoint::p95Millis, "curve second"),
                line(CurvePoint::p50Millis, "curve"));
        return today(svg);
    }

    /** Returns which line is which. */
    public static Element key() {
        return Element.of("p", "scale")
                .add(Element.of("span", "key k1"), Element.of("span").text(" half of all requests are faster  "))
                .add(Element.of("span", "key k2"), Element.of("span").text(" 95 of 100  "))
                .add(Element.of("span", "key k4"), Element.of("span").text(" 99 of 100"));
    }

    private void limit(Element svg) {
        if (saturatesAt > lastFactor) {
            return;
        }
        boolean right = x(saturatesAt) < RIGHT - 60;
        svg.add(
                Picture.line(x(saturatesAt), TOP - 8, x(saturatesAt), GROUND, "goal"),
                Picture.words(
                        right ? x(saturatesAt) + 4 : x(saturatesAt) - 4,
                        TOP - 12,
                        "no more at " + Figures.about(saturatesAt, 2) + "x",
                        right ? "small" : "small end"));
    }

    private Element today(Element svg) {
        CurvePoint now = points.get(0);
        for (CurvePoint point : points) {
            now = Math.abs(point.factor() - 1) < Math.abs(now.factor() - 1) ? point : now;
        }
        double x = x(now.factor());
        svg.add(Picture.line(x, y(now.p99Millis()), x, GROUND, "now"));
        svg.add(Picture.disc(x, y(now.p50Millis()), 5, "k1 ring"), Picture.disc(x, y(now.p95Millis()), 5, "k2 ring"));
        boolean right = x < (LEFT + RIGHT) / 2;
        return svg.add(Picture.words(
                right ? x + 6 : x - 6,
                Math.min(GROUND - 4, y(now.p50Millis()) + 18),
                "today: 95 of 100 in " + millis(now.p95Millis()),
                right ? "small strong halo" : "small strong halo end"));
    }

    private Element line(ToDoubleFunction<CurvePoint> of, String cssClass) {
        List<String> path = new ArrayList<>();
        for (CurvePoint point : points) {
            path.add(Figures.coordinate(x(point.factor())) + " " + Figures.coordinate(y(of.applyAsDouble(point))));
        }
        return Picture.path("M" + String.join("L", path), cssClass);
    }

    private double x(double factor) {
        return LEFT + Math.min(1, factor / lastFactor) * (RIGHT - LEFT);
    }

    /** Latency runs through several powers of ten, so that each takes the same room. */
    private double y(double millis) {
        double share = Math.log(Math.max(lowest, millis) / lowest) / Math.log(highest / lowest);
        return GROUND - Math.min(1, share) * (GROUND - TOP);
    }

    private static String millis(double millis) {
        return millis < 1 ? Figures.about(millis, 2) + "\u00a0ms" : label(millis);
    }

    private static String label(double millis) {
        return millis < 1000 ? Figures.about(millis, 2) + "\u00a0ms" : Hours.text(millis / MILLIS_PER_HOUR);
    }

    private String inWords() {
        CurvePoint first = points.get(0);
        CurvePoint last = points.get(points.size() - 1);
        return "At " + Figures.about(first.factor(), 2) + " times today's load half of all requests take "
                + millis(first.p50Millis()) + " or less and 95 of 100 " + millis(first.p95Millis()) + "; at "
                + Figures.about(last.factor(), 2) + " times " + millis(last.p50Millis()) + " and "
                + millis(last.p95Millis()) + ".";
    }
}
