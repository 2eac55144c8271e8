package org.rackdrill.reports.chart;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.reports.page.Element;

/** One length of time: where the simulator expected it, what was seen, and what was promised at most. */
public final class TimeBar {
    private static final double ROOM = 1.12;

    private TimeBar() {}

    /**
     * Returns a bar that begins at zero and is as long as the longest of them.
     *
     * @param low the lower end of what was expected; drawn only with {@code high}
     * @param cssClass the colour of what was seen
     */
    public static Element of(
            Optional<Duration> low,
            Optional<Duration> high,
            Optional<Duration> seen,
            Optional<Duration> promised,
            String cssClass,
            String says) {
        double end = Math.max(1, ROOM * Math.max(seconds(high), Math.max(seconds(seen), seconds(promised))));
        Element svg = Picture.strip("range time", says);
        svg.add(upright(0, 4, 20, "grid"));
        svg.add(Element.of("line", "grid")
                .with("x1", "0%")
                .with("x2", "100%")
                .with("y1", 12)
                .with("y2", 12));
        if (low.isPresent() && high.isPresent()) {
            double from = seconds(low) / end;
            svg.add(Element.of("rect", "foretold")
                    .with("x", Picture.percent(from))
                    .with("y", 7)
                    .with("width", Picture.percent(Math.max(0.006, seconds(high) / end - from)))
                    .with("height", 10));
        }
        seen.ifPresent(at -> svg.add(Element.of("circle", cssClass)
                .with("cx", Picture.percent(Math.max(0.012, seconds(seen) / end)))
                .with("cy", 12)
                .with("r", 5)));
        promised.ifPresent(at -> svg.add(upright(seconds(promised) / end, 1, 23, "goal")));
        return svg;
    }

    private static Element upright(double at, double from, double to, String cssClass) {
        String x = Picture.percent(at);
        return Element.of("line", cssClass)
                .with("x1", x)
                .with("x2", x)
                .with("y1", from)
                .with("y2", to);
    }

    private static double seconds(Optional<Duration> time) {
        return time.map(it -> it.toMillis() / 1000.0).orElse(0.0);
    }
}
