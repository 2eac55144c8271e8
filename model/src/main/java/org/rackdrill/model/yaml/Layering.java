package org.rackdrill.model.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lays a piece of a file over the file: keys meet keys, and what is deeper goes deeper. */
public final class Layering {

    private Layering() {}

    /** Returns the file with every value of the piece in place of what stood there. */
    public static Tree set(Tree file, Tree piece) {
        if (!(file instanceof Tree.Entries below) || !(piece instanceof Tree.Entries above)) {
            return piece;
        }
        List<Tree.Entry> all = new ArrayList<>(below.entries());
        for (Tree.Entry entry : above.entries()) {
            put(all, entry, old -> set(old, entry.value()));
        }
        return new Tree.Entries(below.place(), all);
    }

    /**
     * Returns the file with the piece added: lists grow, groups get more keys.
     *
     * @param taken is told of each value that stands there already
     */
    public static Tree add(Tree file, Tree piece, Consumer<Tree> taken) {
        if (file instanceof Tree.Nothing) {
            return piece;
        }
        if (file instanceof Tree.Entries below && piece instanceof Tree.Entries above) {
            List<Tree.Entry> all = new ArrayList<>(below.entries());
            for (Tree.Entry entry : above.entries()) {
                put(all, entry, old -> add(old, entry.value(), taken));
            }
            return new Tree.Entries(below.place(), all);
        }
        if (piece instanceof Tree.Items more) {
            List<Tree> items = new ArrayList<>(file instanceof Tree.Items first ? first.items() : List.of(file));
            items.addAll(more.items());
            return new Tree.Items(file.place(), items);
        }
        taken.accept(piece);
        return file;
    }

    /**
     * Returns the file without what stands at a path; nothing when nothing stands there.
     *
     * @param path keys with dots between
     */
    public static Optional<Tree> remove(Tree file, String path) {
        if (!(file instanceof Tree.Entries entries)) {
            return Optional.empty();
        }
        List<Tree.Entry> all = new ArrayList<>(entries.entries());
        for (int i = 0; i < all.size(); i++) {
            Tree.Entry entry = all.get(i);
            String key = entry.key().value();
            if (path.equals(key)) {
                all.remove(i);
                return Optional.of(new Tree.Entries(entries.place(), all));
            }
            if (path.startsWith(key + ".")) {
                Optional<Tree> less = remove(entry.value(), path.substring(key.length() + 1));
                if (less.isPresent()) {
                    all.set(i, new Tree.Entry(entry.key(), less.get()));
                    return Optional.of(new Tree.Entries(entries.place(), all));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the same tree as if its file began so many lines later. */
    public static Tree shifted(Tree tree, int lines) {
        Place place = new Place(tree.place().line() + lines, tree.place().column());
        if (tree instanceof Tree.Text text) {
            return new Tree.Text(place, text.value(), text.quoted());
        }
        if (tree instanceof Tree.Items items) {
            return new Tree.Items(
                    place,
                    items.items().stream().map(item -> shifted(item, lines)).toList());
        }
        if (tree instanceof Tree.Entries entries) {
            List<Tree.Entry> all = new ArrayList<>();
            for (Tree.Entry entry : entries.entries()) {
                Tree.Text key = entry.key();
                Place at = new Place(key.place().line() + lines, key.place().column());
                all.add(new Tree.Entry(new Tree.Text(at, key.value(), key.quoted()), shifted(entry.value(), lines)));
            }
            return new Tree.Entries(place, all);
        }
        return new Tree.Nothing(place);
    }

    private static void put(List<Tree.Entry> all, Tree.Entry entry, java.util.function.UnaryOperator<Tree> meet) {
        for (int i = 0; i < all.size(); i++) {
            Tree.Text key = all.get(i).key();
            if (key.value().equals(entry.key().value())) {
                all.set(i, new Tree.Entry(key, meet.apply(all.get(i).value())));
                return;
            }
        }
        all.add(entry);
    }
}
