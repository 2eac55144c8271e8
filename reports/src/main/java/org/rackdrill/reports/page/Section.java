package org.rackdrill.reports.page;

import java.util.List;
import java.util.Map;

/** A part of a page: a heading and the sentence that says what to see. */
public final class Section {
    private Section() {}

    /** Returns a section that starts with its heading and one sentence. */
    public static Element of(String id, String heading, String lead) {
        Element section = Element.of("section").with("id", id);
        section.add(Element.of("h2").text(heading));
        return lead.isEmpty() ? section : section.add(Element.of("p", "lead").text(lead));
    }

    /** Returns a picture with the sentence below it. */
    public static Element figure(Element picture, String caption) {
        return figure("", picture, caption);
    }

    /** Returns a picture with a title above and a sentence below it. */
    public static Element figure(String title, Element picture, String caption) {
        Element figure = Element.of("figure");
        if (!title.isEmpty()) {
            figure.add(Element.of("h3").text(title));
        }
        figure.add(picture);
        return caption.isEmpty() ? figure : figure.add(Element.of("figcaption").text(caption));
    }

    /** Returns one fact: what it is, how much, and what belongs to it. */
    public static Element fact(String what, String howMuch, String more) {
        return Element.of("div", "fact")
                .add(
                        Element.of("span", "what").text(what),
                        Element.of("b").text(howMuch),
                        Element.of("span", "more").text(more));
    }

    /** Returns the list of contents: links to sections, by what it calls them, but for empty ones. */
    public static Element contents(Map<String, Element> sections) {
        Element nav = Element.of("nav").with("aria-label", "Sections");
        sections.forEach((name, section) -> section.id()
                .ifPresent(id -> nav.add(Element.of("a").with("href", "#" + id).text(name))));
        return nav;
    }

    /** Returns a section that is a list of sentences; nothing without any. */
    public static Element list(String id, String heading, String lead, List<String> lines) {
        if (lines.isEmpty()) {
            return Element.nothing();
        }
        Element list = Element.of("ul");
        lines.forEach(line -> list.add(Element.of("li").text(Named.visible(line))));
        return of(id, heading, lead).add(list);
    }

    /** Returns a paragraph. */
    public static Element paragraph(String text) {
        return Element.of("p").text(text);
    }
}
