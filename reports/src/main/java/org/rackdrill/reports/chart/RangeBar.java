package org.rackdrill.reports.chart;

import org.rackdrill.reports.page.Element;

/** One availability with its interval and its goal, drawn on a scale of nines. */
public final class RangeBar {
    private final NinesScale scale;

    /** Makes bars that share a scale. */
    public RangeBar(NinesScale scale) {
        this.scale = scale;
    }

    /** Returns a bar in the colour of a class, with the goal as a dashed mark. */
    public Element of(double mean, double low, double high, double goal, String cssClass, String says) {
        Element svg = Picture.strip("range", says);
        scale.ticks().forEach(nines -> svg.add(upright(scale.at(nines), "0", "24", "grid")));
        svg.add(across(scale.position(low), scale.position(high), cssClass));
        svg.add(Element.of("circle", cssClass)
                .with("cx", Picture.percent(scale.position(mean)))
                .with("cy", 12)
                .with("r", 5));
        return svg.add(upright(scale.position(goal), "1", "23", "goal"));
    }

    /** Returns the scale itself, for the head of the column. */
    public Element axis() {
        Element svg = Picture.strip("range axis", "Scale: each further nine takes the same room");
        for (int nines : scale.ticks()) {
            double at = scale.at(nines);
            svg.add(Element.of("text", at < 0.06 ? "" : at > 0.94 ? "end" : "mid")
                    .with("x", Picture.percent(at))
                    .with("y", 15)
                    .text(NinesScale.label(nines) + "\u00a0%"));
        }
        return svg;
    }

    private static Element across(double from, double to, String cssClass) {
        double width = Math.max(0.004, to - from);
        return Element.of("rect", cssClass)
                .with("x", Picture.percent(Math.min(from, 1 - width)))
                .with("y", 8)
                .with("width", Picture.percent(width))
                .with("height", 8)
                .with("rx", 4);
    }

    private static Element upright(double at, String from, String to, String cssClass) {
        String x = Picture.percent(at);
        return Element.of("line", cssClass)
                .with("x1", x)
                .with("x2", x)
                .with("y1", from)
                .with("y2", to);
    }
}
