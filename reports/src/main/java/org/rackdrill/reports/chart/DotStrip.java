package org.rackdrill.reports.chart;

import java.util.List;
import org.rackdrill.reports.page.Element;

/** A dot for each service on a scale of nines, and an upright mark where their average lies. */
public final class DotStrip {
    private final NinesScale scale;

    /** Makes strips that share a scale. */
    public DotStrip(NinesScale scale) {
        this.scale = scale;
    }

    /** Returns a strip. */
    public Element of(List<Double> availabilities, double average, String says) {
        Element svg = Picture.strip("range", says);
        scale.ticks().forEach(nines -> svg.add(upright(scale.at(nines), "0", "24", "grid")));
        svg.add(upright(scale.position(average), "3", "21", "average"));
        for (double availability : availabilities) {
            svg.add(Element.of("circle", "k1 dot")
                    .with("cx", Picture.percent(scale.position(availability)))
                    .with("cy", 12)
                    .with("r", 4.5));
        }
        return svg;
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
