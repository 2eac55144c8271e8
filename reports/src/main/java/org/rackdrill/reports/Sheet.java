package org.rackdrill.reports;

import java.util.ArrayList;
import java.util.List;

/** Lines of a terminal, none wider than it is. */
final class Sheet {
    static final String PLAIN = "";
    static final String BOLD = "1";
    static final String RED = "31";
    static final String GREEN = "32";
    static final String YELLOW = "33";

    private static final String DIM = "2";
    private static final int LABEL = 14;

    private final int width;
    private final boolean colour;
    private final List<String> lines = new ArrayList<>();

    Sheet(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    /** Adds a line in a style. */
    void line(String text, String style) {
        String cut = Columns.cut(text.replace('\u00a0', ' '), width);
        lines.add(painted(cut, style));
    }

    /** Adds an empty line, unless the last one is empty. */
    void blank() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    /** Adds a label and what belongs to it. */
    void fact(String label, String text) {
        fact(label, text, "");
    }

    /** Adds a label, a name that is cut when there is no room for all of it, and what is said of it. */
    void fact(String label, String name, String text) {
        String said = text.replace('\u00a0', ' ');
        int room = Math.max(8, width - LABEL - Columns.width(said));
        String body = Columns.cut(Columns.plain(name), room) + said;
        lines.add(painted(Columns.fitted(label, LABEL), DIM) + Columns.cut(body, width - LABEL));
    }

    /** Adds a label and a command, which is never cut: half a command helps nobody. */
    void command(String label, String command) {
        lines.add(painted(Columns.fitted(label, LABEL), DIM) + Columns.plain(command));
    }

    /** Adds a sentence on as many lines as it needs, but no more than that. */
    void wrapped(String sentence, int mostLines, String style) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        // A number stays with its unit: only ordinary spaces break.
        for (String word : sentence.split(" ")) {
            if (!line.isEmpty() && Columns.width(line.toString()) + 1 + Columns.width(word) > width) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        wrapped.add(line.toString());
        boolean tooMany = wrapped.size() > mostLines;
        for (int i = 0; i < Math.min(mostLines, wrapped.size()); i++) {
            line(wrapped.get(i) + (tooMany && i == mostLines - 1 ? "…" : ""), style);
        }
    }

    /** Returns all lines, each ended. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    private String painted(String text, String style) {
        return colour && !style.isEmpty() ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }
}
