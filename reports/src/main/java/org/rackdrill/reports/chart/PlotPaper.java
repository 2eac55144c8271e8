package org.rackdrill.reports.chart;

import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGeneratorContext.GraphicContextDefaults;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.plot.Plot;
import org.rackdrill.reports.page.Element;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Draws a plot and takes over its shapes as elements of the page: without a document around them, without ids (so none
 * can occur twice), and with the page's colours.
 */
final class PlotPaper {
    private static final Set<String> SHAPES =
            Set.of("path", "line", "rect", "circle", "ellipse", "polygon", "polyline");
    private static final Set<String> GEOMETRY = Set.of(
            "d",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "width",
            "height",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "points",
            "transform");
    private static final Set<String> PAINTS = Set.of("fill", "stroke");
    private static final Set<String> STROKES = Set.of("stroke-width", "stroke-dasharray", "opacity");

    private PlotPaper() {}

    /** Returns the shapes of a plot of that size, in one group. */
    static Element draw(Plot plot, double width, double height) {
        Document document = GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setGraphicContextDefaults(withoutFont());
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        // The library sets this hint back to what it was, and Batik allows no "nothing".
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
        plot.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, null, null);
        Element group = Element.of("g", "plot");
        takeOver(graphics.getRoot(), group);
        graphics.dispose();
        return group;
    }

    private static GraphicContextDefaults withoutFont() {
        GraphicContextDefaults defaults = new GraphicContextDefaults();
        defaults.setFont(new NoFont());
        return defaults;
    }

    private static void takeOver(Node from, Element to) {
        for (Node node = from.getFirstChild(); node != null; node = node.getNextSibling()) {
            String name = node.getNodeName();
            if (name.equals("g")) {
                Element group = withAttributes(node, Element.of("g"));
                takeOver(node, group);
                if (!group.isEmpty()) {
                    to.add(group);
                }
            } else if (SHAPES.contains(name)) {
                to.add(withAttributes(node, Element.of(name)));
            }
        }
    }

    /** A variable of the page works in a style, not in an attribute such as fill. */
    private static Element withAttributes(Node node, Element element) {
        NamedNodeMap attributes = node.getAttributes();
        StringBuilder style = new StringBuilder();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            String value = attributes.item(i).getNodeValue();
            if (PAINTS.contains(name)) {
                Ink.paint(value).ifPresent(paint -> style.append(name + ":" + paint + ";"));
            } else if (STROKES.contains(name)) {
                style.append(name).append(':').append(value).append(';');
            } else if (GEOMETRY.contains(name)) {
                element.with(name, value);
            }
        }
        return style.isEmpty() ? element : element.with("style", style.toString());
    }
}
