package org.rackdrill.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Printable;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.cli.terminal.Wrapping;
import org.rackdrill.model.lab.Origin;

/** Values in two columns: what it is called, then what it is, how far it may be off, and who said so. */
final class ValueList {
    private static final int NAME_WIDTH = 20;
    private static final String INDENT = " ".repeat(NAME_WIDTH + 4);

    private final Outlet outlet;

    ValueList(Outlet outlet) {
        this.outlet = outlet;
    }

    /**
     * Prints one value.
     *
     * @param range empty when certain
     * @param meaning what the name stands for; may be empty
     */
    void print(String name, String value, String range, String meaning, Origin origin) {
        List<String> right = new ArrayList<>();
        right.add(range.isEmpty() ? value : value + "  (" + range + ")");
        if (!meaning.isEmpty()) {
            right.add(meaning);
        }
        right.add(words(origin));
        print(name, right);
    }

    /** Prints what belongs to a name, each thing on lines of its own. */
    void print(String name, List<String> things) {
        List<String> right =
                things.stream().flatMap(thing -> wrapped(thing).stream()).toList();
        String left = Printable.line(name);
        if (left.length() > NAME_WIDTH) {
            outlet.line("  " + left);
            left = "";
        }
        outlet.line("  " + left + " ".repeat(NAME_WIDTH + 2 - left.length()) + right.get(0));
        right.stream().skip(1).forEach(line -> outlet.line(INDENT + line));
    }

    private static List<String> wrapped(String text) {
        return Wrapping.of(Printable.line(text), Terminal.WIDTH - INDENT.length());
    }

    private static String words(Origin origin) {
        String mark = origin.verified() ? "" : "unverified: ";
        String source = origin.source().isEmpty() ? "" : mark + origin.source();
        return switch (origin.kind()) {
            case LAB_FILE -> "[" + origin.where() + "]";
            case CATALOGUE -> "[catalogue " + origin.where() + "] " + source;
            case DEFAULT -> "[default] " + source;
        };
    }
}
