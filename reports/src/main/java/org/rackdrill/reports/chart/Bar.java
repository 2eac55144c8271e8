package org.rackdrill.reports.chart;

import java.util.List;
import org.rackdrill.reports.page.Element;

/** Horizontal bars as long as a share of their column. */
public final class Bar {
    private Bar() {}

    /** Returns a bar of that share of the width. */
    public static Element of(double share, String cssClass, String says) {
        return Picture.strip("bar", says).add(piece(0, share, cssClass));
    }

    /** Returns a bar with an interval drawn over its end. */
    public static Element withRange(double share, double low, double high, String cssClass, String says) {
        Element svg = of(share, cssClass, says);
        svg.add(whisker(low, high, 7, 7));
        return svg.add(whisker(low, low, 3, 11), whisker(high, high, 3, 11));
    }

    /** Returns a bar against a limit that lies at the full width. */
    public static Element against(double share, String cssClass, String says) {
        Element svg = Picture.strip("bar", says);
        svg.add(piece(0, 1, "track"));
        return svg.add(piece(0, share, cssClass));
    }

    /**
     * Returns a bar against a limit, which is a dashed line, with a paler bar for what it may come to. What is beyond the
     * limit is drawn as harm.
     */
    public static Element limit(double share, double most, String says) {
        double scale = Math.max(1.15, Math.max(share, most) * 1.05);
        Element svg = Picture.strip("bar", says);
        svg.add(piece(0, 1, "track"), piece(0, most / scale, (most > 1 ? "harm" : "k1") + " pale"));
        svg.add(piece(0, share / scale, share > 1 ? "harm" : "k1"));
        String x = Picture.percent(1 / scale);
        return svg.add(Element.of("line", "goal")
                .with("x1", x)
                .with("x2", x)
                .with("y1", 0)
                .with("y2", "100%"));
    }

    /** Returns a bar against the whole, with an interval drawn over its end. */
    public static Element covered(double share, double low, double high, String says) {
        Element svg = against(share, "k1", says);
        return svg.add(whisker(low, high, 7, 7), whisker(low, low, 3, 11), whisker(high, high, 3, 11));
    }

    /** Returns pieces of one whole, each in its colour. */
    public static Element whole(List<Double> shares, List<String> colours, String says) {
        Element svg = Picture.strip("bar tall", says);
        double from = 0;
        for (int i = 0; i < shares.size(); i++) {
            svg.add(piece(from, shares.get(i), colours.get(i)));
            from += shares.get(i);
        }
        return svg;
    }

    /** Returns a bar inside a longer, paler one. */
    public static Element within(double share, double longer, String cssClass, String says) {
        Element svg = Picture.strip("bar", says);
        return svg.add(piece(0, longer, cssClass + " pale"), piece(0, share, cssClass));
    }

    /** Returns the colour class of the n-th thing in a list: five colours, then grey. */
    public static String colour(int n) {
        return n < 5 ? "k" + (n + 1) : "k0";
    }

    private static Element piece(double from, double share, String cssClass) {
        return Element.of("rect", cssClass)
                .with("x", Picture.percent(from))
                .with("y", 0)
                .with("width", Picture.percent(share))
                .with("height", "100%");
    }

    private static Element whisker(double from, double to, double y1, double y2) {
        return Element.of("line", "whisker")
                .with("x1", Picture.percent(from))
                .with("x2", Picture.percent(to))
                .with("y1", y1)
                .with("y2", y2);
    }
}
