package org.rackdrill.reports.chart;

import java.time.Duration;
import java.util.List;
import org.rackdrill.reports.page.Element;

/**
 * One strip of a timeline: what one thing went through. All strips of a timeline share a scale, so that what happened at
 * the same moment stands in one upright line.
 */
public final class Lane {
    /** Above and below a thin line, so that it lies in the middle of the strip. */
    private static final double MIDDLE = 13;

    private static final double THICK = 14;
    private static final double THIN = 4;

    /** Share of the width that a small letter takes on a phone. */
    private static final double LETTER = 0.021;

    /** Behind this there is no room for a sign on a phone. */
    private static final double LAST_ROOM = 0.95;

    private final TimeScale scale;
    private final Element svg;

    /**
     * Starts a strip.
     *
     * @param says all that it shows, for those who cannot see it
     */
    public Lane(TimeScale scale, String says) {
        this.scale = scale;
        this.svg = Picture.strip("lane", says);
        scale.ticks().forEach(tick -> svg.add(upright(tick.position(), "grid")));
    }

    /** A part of the time with a name. */
    public record Stretch(String name, Duration from, Duration to) {}

    /** Returns the head of a timeline: which part of the run was when. A name that does not fit is in its tooltip only. */
    public static Element parts(TimeScale scale, List<Stretch> stretches, String says) {
        Element svg = Picture.strip("lane parts", says);
        for (int i = 0; i < stretches.size(); i++) {
            Stretch part = stretches.get(i);
            double from = scale.position(part.from());
            double width = scale.position(part.to()) - from;
            svg.add(Element.of("rect", i % 2 == 0 ? "part" : "part next")
                    .with("x", Picture.percent(from))
                    .with("y", 2)
                    .with("width", Picture.percent(width))
                    .with("height", 20)
                    .add(title(part.name())));
            if (width > part.name().length() * LETTER) {
                svg.add(Element.of("text", "mid small")
                        .with("x", Picture.percent(from + width / 2))
                        .with("y", 16)
                        .text(part.name()));
            }
        }
        return svg;
    }

    /** Returns the scale itself, for the foot of a timeline. */
    public static Element axis(TimeScale scale, String says) {
        Element svg = Picture.strip("lane axis", says);
        for (TimeScale.Tick tick : scale.ticks()) {
            svg.add(upright(tick.position(), 0, 5, "base"));
            String anchor = tick.position() < 0.05 ? "" : tick.position() > 0.93 ? "end" : "mid";
            svg.add(Element.of("text", anchor)
                    .with("x", Picture.percent(tick.position()))
                    .with("y", 19)
                    .text(tick.label()));
        }
        return svg;
    }

    /** Shades a time over the whole height. */
    public Lane shade(Duration from, Duration to, String cssClass) {
        double left = scale.position(from);
        svg.add(Element.of("rect", cssClass)
                .with("x", Picture.percent(left))
                .with("y", 0)
                .with("width", Picture.percent(scale.position(to) - left))
                .with("height", "100%"));
        return this;
    }

    /** Draws a thick block. */
    public Lane thick(Duration from, Duration to, String cssClass, String says) {
        return add(box(from, to, MIDDLE - THICK / 2, THICK, cssClass).add(title(says)));
    }

    /** Draws a thin bar. */
    public Lane thin(Duration from, Duration to, String cssClass, String says) {
        return add(box(from, to, MIDDLE - THIN / 2, THIN, cssClass).add(title(says)));
    }

    /** Draws upright stripes, which look like nothing else even without colour. */
    public Lane stripes(Duration from, Duration to, String cssClass, String says) {
        return add(across(from, to, "stripes " + cssClass).add(title(says)));
    }

    /** Draws a dotted line through the middle. */
    public Lane dotted(Duration from, Duration to, String says) {
        return add(across(from, to, "dotted").add(title(says)));
    }

    /** Draws a short tick at the upper edge: somebody looked. */
    public Lane tick(Duration at) {
        return add(upright(scale.position(at), 0, 4, "tick"));
    }

    /** Draws a bar at the lower edge: when it was foretold. */
    public Lane foretold(Duration from, Duration to, String says) {
        return add(box(from, to, 22, 4, "foretold").add(title(says)));
    }

    /** Draws a dashed line over the whole height: by then it was promised. */
    public Lane deadline(Duration at, String says) {
        return add(upright(scale.position(at), "goal").add(title(says)));
    }

    /** Writes a sign that is no wider than a letter, behind a time so that what ends there can be seen. */
    public Lane sign(Duration at, String sign, String cssClass, String says) {
        double position = scale.position(at);
        String beside = position > LAST_ROOM ? "translate(-11,0)" : "translate(11,0)";
        return add(Element.of("g")
                .with("transform", beside)
                .add(
                        Element.of("circle", "pin")
                                .with("cx", Picture.percent(position))
                                .with("cy", MIDDLE)
                                .with("r", 8)
                                .add(title(says)),
                        Element.of("text", "mid strong " + cssClass)
                                .with("x", Picture.percent(position))
                                .with("y", MIDDLE + 4.5)
                                .text(sign)));
    }

    /** Returns the strip. */
    public Element element() {
        return svg;
    }

    private Lane add(Element part) {
        svg.add(part);
        return this;
    }

    private static Element title(String says) {
        return Element.of("title").text(says);
    }

    private Element box(Duration from, Duration to, double y, double height, String cssClass) {
        double left = scale.position(from);
        return Element.of("rect", cssClass)
                .with("x", Picture.percent(left))
                .with("y", y)
                .with("width", Picture.percent(scale.position(to) - left))
                .with("height", height);
    }

    private Element across(Duration from, Duration to, String cssClass) {
        return Element.of("line", cssClass)
                .with("x1", Picture.percent(scale.position(from)))
                .with("x2", Picture.percent(scale.position(to)))
                .with("y1", MIDDLE)
                .with("y2", MIDDLE);
    }

    private static Element upright(double position, double from, double to, String cssClass) {
        String x = Picture.percent(position);
        return Element.of("line", cssClass)
                .with("x1", x)
                .with("x2", x)
                .with("y1", from)
                .with("y2", to);
    }

    /** As high as the strip, which is as high as the name beside it. */
    private static Element upright(double position, String cssClass) {
        String x = Picture.percent(position);
        return Element.of("line", cssClass)
                .with("x1", x)
                .with("x2", x)
                .with("y1", "0%")
                .with("y2", "100%");
    }
}
