package org.rackdrill.model.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A YAML text in which single values are written otherwise, in place: comments, order and spacing of everything else stay
 * as they are. Whoever uses it reads the result again, since a text may hold forms that this does not follow.
 */
public final class Retouching {

    private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d{1,4})]");
    private static final String SOMETIMES = "sometimes ";

    private final String text;

    private Retouching(String text) {
        this.text = text;
    }

    /** A place of the tree, and what of the path is not there yet. */
    private record Found(Tree tree, String rest, boolean inBraces) {}

    /**
     * Returns the text with a value at a path, in place of what stands there or beside its neighbours.
     *
     * @param path keys with dots between, and {@code [i]} for an item of a list
     * @param value as it can stand in YAML without quotes
     * @return nothing where the path leads through something that has no keys
     */
    public static Optional<String> retouch(String text, String path, String value) {
        Retouching it = new Retouching(text);
        return YamlFile.parse(text.getBytes(StandardCharsets.UTF_8))
                .tree()
                .filter(Tree.Entries.class::isInstance)
                .map(tree -> it.find(tree, path, false))
                .flatMap(found -> found.rest().isEmpty() ? it.replaced(found, value) : it.inserted(found, value));
    }

    private Found find(Tree tree, String path, boolean inBraces) {
        if (path.isEmpty() || !(tree instanceof Tree.Entries entries)) {
            return new Found(tree, path, inBraces);
        }
        boolean braces = inBraces || opens(entries);
        Optional<Tree.Entry> next = entries.entries().stream()
                .filter(entry -> begins(path, entry.key().value()))
                .max(Comparator.comparingInt(entry -> entry.key().value().length()));
        if (next.isPresent()) {
            return find(next.get().value(), rest(path, next.get().key().value()), braces);
        }
        String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        Matcher indexed = INDEXED.matcher(first);
        if (indexed.matches() && entries.find(indexed.group(1)).isPresent()) {
            Tree list = entries.find(indexed.group(1)).get();
            int index = Integer.parseInt(indexed.group(2));
            boolean one = !(list instanceof Tree.Items) && index == 0;
            if (one
                    || (list instanceof Tree.Items items
                            && index < items.items().size())) {
                Tree item = list instanceof Tree.Items items ? items.items().get(index) : list;
                return find(item, rest(path, first), braces || at(list.place()) == '[');
            }
        }
        return new Found(entries, path, braces);
    }

    private static boolean begins(String path, String key) {
        return path.equals(key) || path.startsWith(key + ".");
    }

    private static String rest(String path, String key) {
        return path.length() > key.length() ? path.substring(key.length() + 1) : "";
    }

    private boolean opens(Tree.Entries entries) {
        return at(entries.place()) == '{';
    }

    private char at(Place place) {
        int offset = offset(place);
        return offset < text.length() ? text.charAt(offset) : '\n';
    }

    private int offset(Place place) {
        int start = 0;
        for (int line = 1; line < place.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.offsetByCodePoints(start, place.column() - 1);
    }

    private Optional<String> replaced(Found found, String value) {
        if (found.tree() instanceof Tree.Nothing) {
            return Optional.empty();
        }
        int from = offset(found.tree().place());
        return Optional.of(text.substring(0, from) + value + text.substring(end(from, found.inBraces())));
    }

    private int end(int from, boolean inBraces) {
        char first = text.charAt(from);
        if (first == '"' || first == '\'') {
            int end = from + 1;
            while (text.charAt(end) != first) {
                end += text.charAt(end) == '\\' && first == '"' ? 2 : 1;
            }
            return end + 1;
        }
        return first == '{' ? behindBraces(from) : plainEnd(from, inBraces);
    }

    private int behindBraces(int from) {
        int depth = 0;
        int at = from;
        do {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            at++;
        } while (depth > 0 && at < text.length());
        return at;
    }

    private int plainEnd(int from, boolean inBraces) {
        int depth = 0;
        int at = from;
        for (; at < text.length() && text.charAt(at) != '\n'; at++) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean comment = c == '#' && Character.isWhitespace(text.charAt(at - 1));
            boolean ends = inBraces
                    && depth == 0
                    && (c == '}' || c == ']' || (c == ',' && !text.startsWith(SOMETIMES, at + 2)));
            if (comment || ends) {
                break;
            }
        }
        while (Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private Optional<String> inserted(Found found, String value) {
        if (!(found.tree() instanceof Tree.Entries entries) || entries.entries().isEmpty()) {
            return Optional.empty();
        }
        String[] keys = found.rest().split("\\.");
        StringBuilder entry = new StringBuilder(keys[0]).append(": ");
        for (int i = 1; i < keys.length; i++) {
            entry.append('{').append(keys[i]).append(": ");
        }
        entry.append(value).append("}".repeat(keys.length - 1));
        if (opens(entries)) {
            int behind = offset(entries.place()) + 1;
            return Optional.of(text.substring(0, behind) + entry + ", " + text.substring(behind));
        }
        Place first = entries.entries().get(0).key().place();
        int line = aboveComments(offset(new Place(first.line(), 1)));
        String indent = " ".repeat(first.column() - 1);
        return Optional.of(text.substring(0, line) + indent + entry + "\n" + text.substring(line));
    }

    /** Returns where the lines of comments begin that stand right above a line: they speak of what follows. */
    private int aboveComments(int line) {
        int above = line;
        while (above > 0) {
            int start = text.lastIndexOf('\n', above - 2) + 1;
            if (!text.substring(start, above).strip().startsWith("#")) {
                break;
            }
            above = start;
        }
        return above;
    }
}
