package org.rackdrill.model.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Grows a {@link Tree} from the parser's nodes, counting as it goes so that aliases cannot explode. */
final class Planting {

    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 4000;
    private static final Set<Tag> PLAIN_TAGS = Set.of(
            Tag.STR,
            Tag.INT,
            Tag.FLOAT,
            Tag.BOOL,
            Tag.NULL,
            Tag.TIMESTAMP,
            Tag.MERGE,
            Tag.MAP,
            Tag.SEQ,
            new Tag(Tag.PREFIX + "value"));

    private final List<Fault> faults;
    private final Set<Node> above = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    Planting(List<Fault> faults) {
        this.faults = faults;
    }

    Parsed plant(Node node) {
        Tree tree;
        try {
            tree = tree(node);
        } catch (Overgrown e) {
            faults.add(e.fault);
            return new Parsed(Optional.empty(), faults);
        }
        return new Parsed(Optional.of(tree), faults);
    }

    private Tree tree(Node node) {
        Place place = YamlFile.place(node.getStartMark());
        if (++nodes > MOST_NODES) {
            throw new Overgrown(place, "the file expands to more than 200,000 values", "Use fewer aliases.");
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            String tag = node.getTag().getValue().replace(Tag.PREFIX, "!!");
            faults.add(new Fault(place, "here are no tags such as `" + tag + "`", "Remove it.", true));
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, place);
        }
        if (above.size() >= DEEPEST) {
            throw new Overgrown(place, "the file nests deeper than 100 levels", "Use fewer aliases.");
        }
        if (!above.add(node)) {
            throw new Overgrown(place, "an alias contains itself", "Write the value itself.");
        }
        Tree tree = node instanceof MappingNode mapping ? entries(mapping, place) : items((SequenceNode) node, place);
        above.remove(node);
        return tree;
    }

    private Tree scalar(ScalarNode scalar, Place place) {
        boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
        if (!quoted && scalar.getTag().equals(Tag.NULL)) {
            return new Tree.Nothing(place);
        }
        String value = Masks.show(scalar.getValue());
        if (value.length() > LONGEST_TEXT) {
            faults.add(new Fault(
                    place, "a text of " + value.length() + " characters is too long", "Write up to 4,000.", true));
            value = value.substring(0, LONGEST_TEXT);
        }
        return new Tree.Text(place, value, quoted);
    }

    private Tree items(SequenceNode sequence, Place place) {
        List<Tree> items = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            Tree item = tree(node);
            Tree last = items.isEmpty() ? new Tree.Nothing(place) : items.get(items.size() - 1);
            if (item instanceof Tree.Text more && last instanceof Tree.Text open && continues(open, more)) {
                items.set(items.size() - 1, joined(open, more));
            } else {
                items.add(item);
            }
        }
        return new Tree.Items(place, items);
    }

    private Tree entries(MappingNode mapping, Place place) {
        List<Tree.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Tree key = tree(tuple.getKeyNode());
            Tree value = tree(tuple.getValueNode());
            Tree last = entries.isEmpty()
                    ? new Tree.Nothing(place)
                    : entries.get(entries.size() - 1).value();
            if (value instanceof Tree.Nothing
                    && key instanceof Tree.Text more
                    && last instanceof Tree.Text open
                    && continues(open, more)) {
                Tree.Entry unfinished = entries.remove(entries.size() - 1);
                entries.add(new Tree.Entry(unfinished.key(), joined(open, more)));
            } else if (!(key instanceof Tree.Text text)) {
                faults.add(new Fault(key.place(), "a key must be a word", "Write `key: value`.", true));
            } else if (text.value().equals("<<") && !text.quoted()) {
                faults.add(new Fault(key.place(), "merge keys (`<<`) are not read", "Write the keys out.", true));
            } else {
                entries.add(new Tree.Entry(text, value));
            }
        }
        return new Tree.Entries(place, once(entries));
    }

    private List<Tree.Entry> once(List<Tree.Entry> entries) {
        Map<String, Place> seen = new HashMap<>();
        List<Tree.Entry> kept = new ArrayList<>();
        for (Tree.Entry entry : entries) {
            Tree.Text key = entry.key();
            Place first = seen.putIfAbsent(key.value(), key.place());
            if (first == null) {
                kept.add(entry);
            } else {
                faults.add(new Fault(
                        key.place(),
                        "duplicate key `" + Explanations.shortened(key.value()) + "`",
                        "It stands at line " + first.line() + " already.",
                        true));
            }
        }
        return kept;
    }

    /**
     * Whether a text goes on after a comma: in braces, YAML ends {@code weibull(shape 1.5, scale 5 y)} and {@code usually
     * 40 min, sometimes 3 h} at the comma, and the rest looks like a key or an item of its own.
     */
    private static boolean continues(Tree.Text open, Tree.Text more) {
        if (open.quoted() || more.quoted()) {
            return false;
        }
        return depth(open.value()) > 0
                || (open.value().startsWith("usually ") && more.value().startsWith("sometimes "));
    }

    private static Tree joined(Tree.Text open, Tree.Text more) {
        return new Tree.Text(open.place(), open.value() + ", " + more.value(), false);
    }

    private static int depth(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return depth;
    }

    /** More than we hold. */
    private static final class Overgrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Fault fault;

        Overgrown(Place place, String what, String fix) {
            super(what, null, false, false);
            this.fault = new Fault(place, what, fix, true);
        }
    }
}
