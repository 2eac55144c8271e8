package org.rackdrill.reports.page;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption for those who cannot see it; each cell knows its column, for when rows become cards. */
public final class Table {
    private final String caption;
    private final String cssClass;
    private final List<Element> heads = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final List<Element> rows = new ArrayList<>();

    /**
     * Starts a table.
     *
     * @param cssClass how it looks: {@code stack} makes a card of each row on a phone, {@code wide-table} too, and scrolls
     *     elsewhere when it is wider than the page
     */
    public Table(String cssClass, String caption) {
        this.cssClass = cssClass;
        this.caption = caption;
    }

    /** Adds a column of words. */
    public Table column(String head) {
        return column(head, "");
    }

    /** Adds a column of numbers. */
    public Table numbers(String head) {
        return column(head, "n");
    }

    /** Adds a column whose cells have a class. */
    public Table column(String head, String cellClass) {
        return column(Element.together().text(head), head, cellClass);
    }

    /** Adds a column whose cells have a class, with a picture as its head. */
    public Table column(Element head, String label, String cellClass) {
        Element th = Element.of("th").with("scope", "col");
        heads.add((cellClass.isEmpty() ? th : th.with("class", cellClass)).add(head));
        labels.add(label);
        classes.add(cellClass);
        return this;
    }

    /** Adds a row of plain text; the first cell is a name that somebody chose. */
    public Table row(String name, String... cells) {
        Element[] elements = new Element[cells.length];
        for (int i = 0; i < cells.length; i++) {
            elements[i] = Element.together().text(cells[i]);
        }
        return row(Element.name(name), elements);
    }

    /** Adds a row; its first cell is the row's head. */
    public Table row(Element first, Element... cells) {
        return row("", first, cells);
    }

    /** Adds a row that other places of the page link to. */
    public Table row(String id, Element first, Element... cells) {
        Element tr = Element.of("tr");
        if (!id.isEmpty()) {
            tr.with("id", id);
        }
        tr.add(cell(Element.of("th").with("scope", "row"), 0).add(first));
        for (int i = 0; i < cells.length; i++) {
            tr.add(cell(Element.of("td").with("data-label", labels.get(i + 1)), i + 1)
                    .add(cells[i]));
        }
        rows.add(tr);
        return this;
    }

    /** Returns the table. */
    public Element element() {
        Element table = Element.of("table", cssClass);
        table.add(Element.of("caption", "unseen").text(caption));
        table.add(
                Element.of("thead").add(Element.of("tr").add(heads)),
                Element.of("tbody").add(rows));
        Element frame = Element.of("div", "frame-of-table").add(table);
        if (cssClass.contains("wide-table")) {
            frame.with("tabindex", "0").with("role", "region").with("aria-label", caption);
        }
        return frame;
    }

    private Element cell(Element cell, int column) {
        String cellClass = classes.get(column);
        return cellClass.isEmpty() ? cell : cell.with("class", cellClass);
    }
}
