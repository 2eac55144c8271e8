package org.rackdrill.reports.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;

/** What a plotted line or area stands for. The plotting library sees a number; the page sees its own variable. */
enum Ink {
    KEPT("--c1"),
    MISSED("--bad"),
    GRID("--line"),
    GOAL("--ink");

    private final String variable;

    Ink(String variable) {
        this.variable = variable;
    }

    /** Returns the colour under which the plotting library knows this. */
    Color stand() {
        return new Color(ordinal() + 1, 0, 0);
    }

    /** Returns the page's paint for one of a plot; nothing for the library's own colours, which are not ours to show. */
    static Optional<String> paint(String plotted) {
        if (plotted.equals("none")) {
            return Optional.of(plotted);
        }
        return Arrays.stream(values())
                .filter(ink -> plotted.equals("rgb(" + (ink.ordinal() + 1) + ",0,0)"))
                .map(ink -> "var(" + ink.variable + ")")
                .findFirst();
    }
}
