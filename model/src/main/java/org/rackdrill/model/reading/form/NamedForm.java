package org.rackdrill.model.reading.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.model.yaml.Tree;

/**
 * Things of one sort, each under its name.
 *
 * @param what what the things are, in the plural
 * @param sort what a name may look like, and how many there may be
 */
public record NamedForm<T>(String what, Form<T> item, Sort sort) implements Form<List<Named<T>>> {

    /** What a name may look like. */
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._+-]{0,62}";

    /** Sorts of names. */
    public enum Sort {
        /** Names that other places of the file refer to. */
        NAME(
                NamedForm.NAME,
                4000,
                "Describe a smaller lab.",
                "Use up to 63 letters, digits, dots and dashes, a letter or digit first."),
        /** Titles for people, to which nothing refers: "the admin page". */
        TITLE(
                "[^\\s\\x00-\\x1f\\x7f-\\x9f]([^\\x00-\\x1f\\x7f-\\x9f]{0,78}[^\\s\\x00-\\x1f\\x7f-\\x9f])?",
                100,
                "Name those that matter.",
                "Use up to 80 characters on one line.");

        private final Pattern pattern;
        private final int most;
        private final String fewer;
        private final String otherwise;

        Sort(String pattern, int most, String fewer, String otherwise) {
            this.pattern = Pattern.compile(pattern);
            this.most = most;
            this.fewer = fewer;
            this.otherwise = otherwise;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Makes things under names that other places refer to. */
    public NamedForm(String what, Form<T> item) {
        this(what, item, Sort.NAME);
    }

    @Override
    public Optional<List<Named<T>>> read(Tree tree, Notes notes) {
        if (tree instanceof Tree.Nothing) {
            return Optional.of(List.of());
        }
        if (!(tree instanceof Tree.Entries entries)) {
            notes.error(
                    tree.place(),
                    "here should stand " + what + ", each under its " + sort.word(),
                    "Write `" + sort.word() + ": ...` lines.");
            return Optional.empty();
        }
        if (entries.entries().size() > sort.most) {
            notes.error(
                    tree.place(),
                    String.format(Locale.ROOT, "there are more than %,d %s", sort.most, what),
                    sort.fewer);
            return Optional.empty();
        }
        List<Named<T>> things = new ArrayList<>();
        for (Tree.Entry entry : entries.entries()) {
            if (notes.isFull()) {
                break;
            }
            String name = entry.key().value();
            if (!sort.pattern.matcher(name).matches()) {
                notes.error(
                        entry.key().place(), "`" + Meant.shortened(name) + "` is not a " + sort.word(), sort.otherwise);
            }
            item.read(entry.value(), notes)
                    .ifPresent(value -> things.add(new Named<>(name, entry.key().place(), value)));
        }
        return Optional.of(things);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object(
                "type", List.of("object", "null"),
                "additionalProperties", item.schema(),
                "propertyNames", Json.object("pattern", "^" + sort.pattern + "$"));
    }
}
