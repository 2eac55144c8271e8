package org.rackdrill.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a value into a {@link Tree} at a path, in place of what stands there. */
public final class Grafting {

    private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d{1,4})]");

    private Grafting() {}

    /**
     * Returns a tree that has the value at the path; nothing when the path leads through something that has no keys.
     *
     * @param path keys with dots between, and {@code [i]} for an item of a list
     */
    public static Optional<Tree> graft(Tree tree, String path, Tree value) {
        if (path.isEmpty()) {
            return Optional.of(value);
        }
        if (tree instanceof Tree.Nothing nothing) {
            return graft(new Tree.Entries(nothing.place(), List.of()), path, value);
        }
        if (!(tree instanceof Tree.Entries entries)) {
            return Optional.empty();
        }
        String key = key(entries, path);
        String rest = path.length() > key.length() ? path.substring(key.length() + 1) : "";
        Matcher indexed = INDEXED.matcher(key);
        if (indexed.matches() && entries.find(key).isEmpty()) {
            return entries.find(indexed.group(1))
                    .flatMap(list -> intoItem(list, Integer.parseInt(indexed.group(2)), rest, value))
                    .map(list -> with(entries, indexed.group(1), list));
        }
        Tree old = entries.find(key).orElse(new Tree.Nothing(value.place()));
        return graft(old, rest, value).map(grown -> with(entries, key, grown));
    }

    private static Optional<Tree> intoItem(Tree list, int index, String path, Tree value) {
        if (list instanceof Tree.Entries && index == 0) {
            return graft(list, path, value);
        }
        if (!(list instanceof Tree.Items items) || index >= items.items().size()) {
            return Optional.empty();
        }
        return graft(items.items().get(index), path, value).map(grown -> {
            List<Tree> all = new ArrayList<>(items.items());
            all.set(index, grown);
            return new Tree.Items(items.place(), all);
        });
    }

    /** Returns the longest key that the path starts with, or all before its first dot. */
    private static String key(Tree.Entries entries, String path) {
        String best = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        for (Tree.Entry entry : entries.entries()) {
            String key = entry.key().value();
            if (key.length() > best.length() && (path.equals(key) || path.startsWith(key + "."))) {
                best = key;
            }
        }
        return best;
    }

    private static Tree with(Tree.Entries entries, String key, Tree value) {
        List<Tree.Entry> all = new ArrayList<>();
        boolean found = false;
        for (Tree.Entry entry : entries.entries()) {
            boolean here = entry.key().value().equals(key);
            all.add(here ? new Tree.Entry(entry.key(), value) : entry);
            found |= here;
        }
        if (!found) {
            all.add(new Tree.Entry(new Tree.Text(value.place(), key, false), value));
        }
        return new Tree.Entries(entries.place(), all);
    }
}
