package org.rackdrill.reports.chart;

import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;

/** The parts of a drawing. Colours come from classes and variables of the page's sheet, never from here. */
public final class Picture {
    private Picture() {}

    /** Returns an empty drawing that grows with its column, with what a screen reader says of it. */
    public static Element drawing(double width, double height, String title, String description) {
        Element svg = Element.of("svg")
                .with("viewBox", "0 0 " + Figures.coordinate(width) + " " + Figures.coordinate(height))
                .with("role", "img");
        return described(svg, title, description);
    }

    /** Returns an empty strip of fixed height, whose horizontal coordinates are percentages. */
    public static Element strip(String cssClass, String title) {
        Element svg = Element.of("svg", cssClass).with("role", "img");
        return svg.add(Element.of("title").text(title));
    }

    /** Returns a rectangle. */
    public static Element box(double x, double y, double width, double height, String cssClass) {
        return Element.of("rect", cssClass)
                .with("x", x)
                .with("y", y)
                .with("width", Math.max(0, width))
                .with("height", Math.max(0, height));
    }

    /** Returns a straight line. */
    public static Element line(double x1, double y1, double x2, double y2, String cssClass) {
        return Element.of("line", cssClass)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    /** Returns a disc. */
    public static Element disc(double x, double y, double radius, String cssClass) {
        return Element.of("circle", cssClass).with("cx", x).with("cy", y).with("r", radius);
    }

    /** Returns a path. */
    public static Element path(String d, String cssClass) {
        return Element.of("path", cssClass).with("d", d);
    }

    /** Returns words; {@code cssClass} may name an anchor: {@code mid} or {@code end}. */
    public static Element words(double x, double y, String text, String cssClass) {
        return Element.of("text", cssClass).with("x", x).with("y", y).text(text);
    }

    /** Returns a position on a strip, from 0 to 1, as a percentage. */
    static String percent(double position) {
        return Figures.coordinate(100 * Math.max(0, Math.min(1, position))) + "%";
    }

    private static Element described(Element svg, String title, String description) {
        svg.add(Element.of("title").text(title));
        return description.isEmpty() ? svg : svg.add(Element.of("desc").text(description));
    }
}
