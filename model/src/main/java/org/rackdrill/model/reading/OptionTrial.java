package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rackdrill.model.options.Option;
import org.rackdrill.model.options.Options;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Layering;
import org.rackdrill.model.yaml.Place;
import org.rackdrill.model.yaml.Tree;

/** Whether each option of a file can be had at all: by itself, by what it needs, and on its lab. */
final class OptionTrial {

    /** What a lab assumes where its file is silent is assumed no more once the section stands there. */
    private static final Set<String> ASSUMED = Set.of("network", "nodes", "sites");

    private static final Pattern BEHIND = Pattern.compile("line 1(\\d{6})\\b");

    private final Notes notes;
    private final Options options;
    private final List<Said<Fields>> said;

    OptionTrial(Notes notes, Options options, List<Said<Fields>> said) {
        this.notes = notes;
        this.options = options;
        this.said = said;
        circles();
        for (int i = 0; i < said.size(); i++) {
            changesSomething(said.get(i).value());
            possible(i);
        }
    }

    private void circles() {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        options.all().forEach(option -> needs.putIfAbsent(option.name(), option.needs()));
        for (List<String> circle : Cycles.in(needs)) {
            int first = options.indexOf(circle.get(0));
            if (circle.size() > 2) {
                notes.error(
                        said.get(first).value().placeOf(OptionKeys.NEEDS),
                        "cycle in needs: " + String.join(" -> ", circle),
                        "Make them one option, or remove one of the needs.");
            }
        }
    }

    private void changesSomething(Fields option) {
        if (Stream.<Key<?>>of(OptionKeys.SET, OptionKeys.ADD, OptionKeys.REMOVE).noneMatch(option::has)) {
            notes.error(
                    option.place(),
                    "this option changes nothing",
                    "Write what it changes in the lab file under `set`, `add` or `remove`.");
        }
    }

    private void possible(int number) {
        Option option = options.all().get(number);
        if (!option.needs().isEmpty() && !options.allows(options.withNeeds(1 << number))) {
            notes.error(
                    said.get(number).value().placeOf(OptionKeys.NEEDS),
                    "`" + option.name() + "` can never be bought: what it needs cannot be had together",
                    "Change `needs`, `excludes` or `at-most`.");
        }
    }

    /** Lays every option over the lab, with what it needs; nothing when one of them does not fit. */
    Optional<Outfit> on(OptionsReader.Ground lab, LabReader reader, Tree file) {
        boolean sound = !notes.hasErrors();
        List<Outfit.Change> changes = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            changes.add(change(said.get(i).value()));
            assumed(said.get(i).value(), file);
        }
        Outfit outfit = new Outfit(reader, lab.fileName(), file, options, changes);
        if (!sound) {
            return Optional.empty();
        }
        for (int i = 0; i < said.size() && !notes.isFull(); i++) {
            int whole = options.withNeeds(1 << i);
            fits(said.get(i).value(), outfit.tree(whole & ~(1 << i)));
            tried(i, outfit.laid(whole), lab.fileName());
        }
        collisions(file, changes);
        return Optional.of(outfit);
    }

    private static Outfit.Change change(Fields option) {
        return new Outfit.Change(
                option.get(OptionKeys.SET).map(OptionTrial::behind),
                option.get(OptionKeys.ADD).map(OptionTrial::behind),
                option.get(OptionKeys.REMOVE).orElse(List.of()).stream()
                        .map(Said::value)
                        .toList());
    }

    private static Tree.Entries behind(Tree.Entries piece) {
        return (Tree.Entries) Layering.shifted(piece, Outfit.BEHIND);
    }

    private void assumed(Fields option, Tree file) {
        for (Key<Tree.Entries> key : List.of(OptionKeys.SET, OptionKeys.ADD)) {
            option.get(key)
                    .ifPresent(
                            piece -> piece.entries().stream()
                                    .filter(entry -> ASSUMED.contains(
                                                    entry.key().value())
                                            && file instanceof Tree.Entries lab
                                            && lab.find(entry.key().value()).isEmpty())
                                    .forEach(
                                            entry -> notes.error(
                                                    entry.key().place(),
                                                    "the lab file has no `"
                                                            + entry.key().value()
                                                            + "`; what is assumed there would be no more",
                                                    "Write that section into the lab file first; `rackdrill explain` shows what is assumed.")));
        }
    }

    /** What is removed must be there, and what is added must not. */
    private void fits(Fields option, Tree base) {
        Tree left = base;
        for (Said<String> path : option.get(OptionKeys.REMOVE).orElse(List.of())) {
            Optional<Tree> less = Layering.remove(left, path.value());
            if (less.isEmpty()) {
                notes.error(
                        path.place(),
                        "there is no `" + path.value() + "` in the lab file",
                        "Write the path of something in it, such as `network.ap1`.");
            } else if (path.value().startsWith("nodes") && nodes(base) > 0 && nodes(less.get()) == 0) {
                notes.error(
                        path.place(),
                        "`" + path.value() + "` is the only node",
                        "A lab without a node runs nothing: replace it with `set` instead.");
            }
            left = less.orElse(left);
        }
        Tree rest = left;
        Tree changed = option.get(OptionKeys.SET)
                .map(piece -> Layering.set(rest, piece))
                .orElse(rest);
        option.get(OptionKeys.ADD)
                .ifPresent(piece -> Layering.add(
                        changed,
                        piece,
                        taken -> notes.error(
                                taken.place(),
                                "here the lab says something already, and `add` replaces nothing",
                                "Write it under `set`.")));
    }

    private static int nodes(Tree lab) {
        return lab instanceof Tree.Entries entries && entries.find("nodes").orElse(null) instanceof Tree.Entries nodes
                ? nodes.entries().size()
                : 0;
    }

    private void tried(int number, Outfit.Laid laid, String labFile) {
        for (Problem problem : laid.errors()) {
            if (problem.line() > Outfit.BEHIND) {
                notes.error(
                        new Place(problem.line() - Outfit.BEHIND, problem.column()),
                        ownLines(problem.what()),
                        ownLines(problem.fix()));
            } else {
                notes.error(
                        said.get(number).place(),
                        "with `" + options.all().get(number).name() + "` " + labFile + " line " + problem.line()
                                + " is wrong: " + problem.what(),
                        problem.fix());
            }
        }
    }

    /** Where a sentence names a line of an option, it means one of this file. */
    private static String ownLines(String sentence) {
        return BEHIND.matcher(sentence).replaceAll(found -> "line " + Integer.parseInt(found.group(1)));
    }

    /** Two options that can be had together must not set one value to two different things. */
    private void collisions(Tree file, List<Outfit.Change> changes) {
        for (int i = 0; i < changes.size(); i++) {
            for (int j = 0; j < i; j++) {
                int both = options.withNeeds(1 << i | 1 << j);
                boolean built = options.withNeeds(1 << i) == both || options.withNeeds(1 << j) == both;
                if (built || !options.allows(both)) {
                    continue;
                }
                Tree inOrder = Outfit.Change.all(file, List.of(changes.get(j), changes.get(i)));
                Tree turned = Outfit.Change.all(file, List.of(changes.get(i), changes.get(j)));
                if (!Alike.same(inOrder, turned)) {
                    notes.error(
                            said.get(i).place(),
                            "`" + options.all().get(i).name() + "` and `"
                                    + options.all().get(j).name() + "` set one value differently",
                            "Write `excludes: [" + options.all().get(j).name()
                                    + "]`, or `needs` when it builds on it.");
                }
            }
        }
    }
}
