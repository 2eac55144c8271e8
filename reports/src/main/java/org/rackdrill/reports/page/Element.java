package org.rackdrill.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of HTML or SVG that escapes whatever it is given, so that a name can never become markup. */
public final class Element {
    private static final Set<String> EMPTY_IN_HTML = Set.of("meta", "link", "br", "hr");
    private static final Set<String> SHAPES =
            Set.of("path", "line", "rect", "circle", "ellipse", "polygon", "polyline");
    private static final Set<String> ON_A_LINE_OF_ITS_OWN =
            Set.of("head", "style", "header", "main", "section", "figure", "table", "thead", "tbody", "tr", "footer");

    private static final int LONGEST_NAME = 80;

    private final String tag;
    private final StringBuilder attributes = new StringBuilder();
    private final List<Object> children = new ArrayList<>();

    private @Nullable String id;

    private Element(String tag) {
        this.tag = tag;
    }

    /** Returns a new element of that name. */
    public static Element of(String tag) {
        return new Element(tag);
    }

    /** Returns a new element of that name and class. */
    public static Element of(String tag, String cssClass) {
        Element element = new Element(tag);
        return cssClass.isEmpty() ? element : element.with("class", cssClass);
    }

    /** Returns children without an element around them. */
    public static Element together(Element... parts) {
        return new Element("").add(parts);
    }

    /** Returns children without an element around them. */
    public static Element together(List<Element> parts) {
        return new Element("").add(parts);
    }

    /** Returns nothing at all. */
    public static Element nothing() {
        return new Element("");
    }

    /**
     * Returns a name that somebody chose, kept apart from the direction of the text around it. A very long one is cut,
     * and whole in its tooltip.
     */
    public static Element name(String chosen) {
        String whole = Named.visible(chosen);
        String shown = Spoken.shortened(whole, LONGEST_NAME);
        Element name = new Element("bdi");
        return (shown.equals(whole) ? name : name.with("title", whole)).text(shown);
    }

    /** Returns our own style sheet; it is the only text that is not escaped, and none of it comes from results. */
    static Element style(String ownSheet) {
        return new Element("style").markup(ownSheet);
    }

    /** Returns the id by which links find this; empty when it has none. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** Sets an attribute. */
    public Element with(String attribute, String value) {
        if (attribute.equals("id")) {
            id = value;
        }
        attributes.append(' ').append(attribute).append("=\"");
        escape(value, attributes);
        attributes.append('"');
        return this;
    }

    /** Sets an attribute to a number with at most two digits after the point. */
    public Element with(String attribute, double value) {
        return with(attribute, Figures.coordinate(value));
    }

    /** Appends text. */
    public Element text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        escape(text, escaped);
        children.add(escaped);
        return this;
    }

    /** Appends elements. */
    public Element add(Element... parts) {
        return add(List.of(parts));
    }

    /** Appends elements. */
    public Element add(List<Element> parts) {
        children.addAll(parts);
        return this;
    }

    /** Returns whether there is nothing inside. */
    public boolean isEmpty() {
        return children.isEmpty();
    }

    /** Returns the markup. */
    public String render() {
        StringBuilder out = new StringBuilder(4096);
        renderTo(out);
        return out.toString();
    }

    private Element markup(String trusted) {
        children.add(new StringBuilder(trusted));
        return this;
    }

    private void renderTo(StringBuilder out) {
        if (!tag.isEmpty()) {
            out.append('<').append(tag).append(attributes);
            if (children.isEmpty() && SHAPES.contains(tag)) {
                out.append("/>");
                return;
            }
            out.append('>');
        }
        for (Object child : children) {
            if (child instanceof Element element) {
                element.renderTo(out);
            } else {
                out.append((StringBuilder) child);
            }
        }
        if (!tag.isEmpty() && !EMPTY_IN_HTML.contains(tag)) {
            out.append("</").append(tag).append('>');
        }
        if (ON_A_LINE_OF_ITS_OWN.contains(tag)) {
            out.append('\n');
        }
    }

    private static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (!isOverride(c)) {
                        out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
                    }
                }
            }
        });
    }

    /** Characters that turn the direction of all text after them, far beyond the name that they came in. */
    private static boolean isOverride(int c) {
        return c >= 0x202A && c <= 0x202E;
    }

    /** Control characters and halves of surrogate pairs are errors in HTML. */
    private static boolean isAllowed(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        boolean control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
        boolean halfAPair = c >= 0xD800 && c <= 0xDFFF;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !control && !halfAPair && !noCharacter;
    }
}
