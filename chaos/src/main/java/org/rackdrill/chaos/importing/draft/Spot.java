package org.rackdrill.chaos.importing.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.model.yaml.Tree;

/**
 * A value of a document that knows where it stands.
 *
 * @param path such as {@code method[2].provider.func}
 */
public record Spot(String file, String path, Tree tree) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?");

    /** Returns its line, from 1. */
    public int line() {
        return tree.place().line();
    }

    /** Returns what stands under a key; nothing where that is null. */
    public Optional<Spot> find(String key) {
        return Optional.ofNullable(entries().get(key)).filter(it -> !(it.tree instanceof Tree.Nothing));
    }

    /** Returns the keys and values of a group, in the order of the file. */
    public Map<String, Spot> entries() {
        if (!(tree instanceof Tree.Entries group)) {
            throw wrong("here should stand a group of keys", "Write `key: value` pairs.");
        }
        Map<String, Spot> entries = new LinkedHashMap<>();
        for (Tree.Entry entry : group.entries()) {
            String key = entry.key().value();
            entries.put(key, new Spot(file, path.isEmpty() ? key : path + "." + key, entry.value()));
        }
        return entries;
    }

    /** Returns the items of a list. */
    public List<Spot> items() {
        if (!(tree instanceof Tree.Items list)) {
            throw wrong("here should stand a list", "Write `[a, b]`.");
        }
        List<Spot> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            items.add(new Spot(file, path + "[" + i + "]", list.items().get(i)));
        }
        return items;
    }

    /** Returns a value on its own as text. */
    public String text() {
        if (tree instanceof Tree.Text text) {
            return text.value();
        }
        throw wrong("here should stand a text", "Write it in quotes.");
    }

    /** Returns whether it has keys. */
    public boolean isGroup() {
        return tree instanceof Tree.Entries;
    }

    /** Returns whether it has items. */
    public boolean isList() {
        return tree instanceof Tree.Items;
    }

    /** Returns whether it is a number, and no text that looks like one. */
    public boolean isNumber() {
        return tree instanceof Tree.Text text
                && !text.quoted()
                && NUMBER.matcher(text.value()).matches();
    }

    /** Returns the number that it is. */
    public double number() {
        if (!isNumber()) {
            throw wrong("here should stand a number", "Write it like `5`, without quotes.");
        }
        return Double.parseDouble(text());
    }

    /** Returns whether it is that whole number. */
    public boolean is(int number) {
        return isNumber() && number() == number;
    }

    /** Returns the truth value that it is, spelled as the toolkit's own readers take it. */
    public Optional<Boolean> flag() {
        if (!(tree instanceof Tree.Text text) || text.quoted()) {
            return Optional.empty();
        }
        return switch (text.value()) {
            case "true", "True", "yes", "on" -> Optional.of(true);
            case "false", "False", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Returns why the file cannot be used. */
    public Unusable wrong(String what, String fix) {
        return new Unusable(file, tree.place(), (path.isEmpty() ? "" : "`" + shortened() + "`: ") + what, fix);
    }

    private String shortened() {
        return path.length() > 120 ? path.substring(0, 120) + "..." : path;
    }

    /** Returns the remark that a drill cannot say it. */
    public Remark leftOut(String sentence) {
        return new Remark(Remark.Kind.LEFT_OUT, line(), path, sentence);
    }

    /** Returns the remark that a drill says what was probably meant. */
    public Remark guessed(String sentence) {
        return new Remark(Remark.Kind.GUESSED, line(), path, sentence);
    }

    /** Returns the remark that a drill says it, with a little difference. */
    public Remark noted(String sentence) {
        return new Remark(Remark.Kind.NOTED, line(), path, sentence);
    }
}
