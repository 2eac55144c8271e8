package org.rackdrill.reports.chart;

import java.util.List;
import org.rackdrill.reports.page.Element;

/** A dot for each service on a scale of nines, and an upright mark where their average lies. */
public final class DotStrip {
    /** Up to so many dots are each drawn where they lie. */
    private static final int MOST = 100;

    /** Places of a strip that the eye can tell apart: half the width of a dot, on a wide screen. Our estimate. */
    private static final int PLACES = 400;

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
        for (double position : apart(availabilities)) {
            svg.add(Element.of("circle", "k1 dot")
                    .with("cx", Picture.percent(position))
                    .with("cy", 12)
                    .with("r", 4.5));
        }
        return svg;
    }

    /** Returns where dots lie; of many, those that cover one another are one. */
    private List<Double> apart(List<Double> availabilities) {
        List<Double> positions = availabilities.stream().map(scale::position).toList();
        return positions.size() <= MOST
                ? positions
                : positions.stream()
                        .map(position -> (double) Math.round(position * PLACES) / PLACES)
                        .distinct()
                        .toList();
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
