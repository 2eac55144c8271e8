package org.rackdrill.model.yaml;

import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** The YAML parser's complaints in words that help. */
final class Explanations {

    private static final List<Hint> HINTS = List.of(
            new Hint(
                    "another document",
                    false,
                    "the file holds several documents",
                    "One file describes one thing: remove the `---` line."),
            new Hint("undefined alias", false, "an alias (`*name`) has no anchor (`&name`)", "Write the value itself."),
            new Hint(
                    "mapping values are not allowed",
                    false,
                    "not YAML: a second `:` on a line",
                    "Put the value in quotes, or start a new line."),
            new Hint("tag is not allowed", false, "here are no tags such as `!!...`", "Remove it."),
            new Hint(
                    "node content, but found '<stream end>'",
                    false,
                    "not YAML: the file ends in the middle of a list or group",
                    "Close it."),
            new Hint(
                    "expected the node content",
                    false,
                    "not YAML: here should stand a value",
                    "Write one, or remove the comma or colon."),
            new Hint(
                    "unexpected end of stream", true, "not YAML: a quote that opens here is never closed", "Close it."),
            new Hint("could not find expected ':'", true, "not YAML: a key without its `:`", "Write `key: value`."),
            new Hint(
                    "expected <block end>",
                    false,
                    "not YAML: this line is indented differently from its neighbours",
                    "Align it."));

    private Explanations() {}

    /**
     * What a complaint of the parser means.
     *
     * @param words what the parser says
     * @param start whether the trouble is where the thing starts, not where the parser noticed
     */
    private record Hint(String words, boolean start, String what, String fix) {}

    static Fault of(String text, MarkedYAMLException e) {
        Place place = YamlFile.place(e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark());
        Place start = e.getContextMark() == null ? place : YamlFile.place(e.getContextMark());
        String problem = String.valueOf(e.getProblem()).toLowerCase(Locale.ROOT);
        if (problem.contains("\\t") || tabAt(text, place)) {
            return fatal(place, "a tab stands where YAML wants spaces", "Indent with spaces.");
        }
        for (Hint hint : HINTS) {
            if (problem.contains(hint.words())) {
                return fatal(hint.start() ? start : place, hint.what(), hint.fix());
            }
        }
        if (problem.contains("',' or '}'") || problem.contains("',' or ']'")) {
            String opened = start.line() + ":" + start.column();
            return fatal(
                    place,
                    "not YAML: the bracket or brace that opens at " + opened + " is not closed here",
                    "Close it, or put a comma between.");
        }
        return fatal(
                place, "not YAML: " + one(String.valueOf(e.getProblem())), "Check quotes, brackets and indentation.");
    }

    static Fault of(String text, ReaderException e) {
        int line = 1;
        int column = 1;
        int end = Math.min(e.getPosition(), text.length());
        for (int i = 0; i < end; i++) {
            boolean newline = text.charAt(i) == '\n';
            line += newline ? 1 : 0;
            column = newline ? 1 : column + 1;
        }
        return fatal(
                new Place(line, column),
                String.format(Locale.ROOT, "a control character (U+%04X) stands in the file", e.getCodePoint()),
                "Remove it; is this a text file?");
    }

    static String reason(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("nesting depth")) {
            return "it nests deeper than 50 levels";
        }
        if (message.contains("aliases")) {
            return "it has too many aliases";
        }
        return one(message);
    }

    private static boolean tabAt(String text, Place place) {
        String[] lines = text.split("\n", place.line() + 1);
        String line = lines.length >= place.line() ? lines[place.line() - 1] : "";
        return line.stripLeading().length() < line.length()
                && line.substring(0, line.length() - line.stripLeading().length())
                        .contains("\t");
    }

    private static Fault fatal(Place place, String what, String fix) {
        return new Fault(place, what, fix, true);
    }

    private static String one(String message) {
        return shortened(message.lines().findFirst().orElse(""));
    }

    static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 117) + "..." : text;
    }
}
