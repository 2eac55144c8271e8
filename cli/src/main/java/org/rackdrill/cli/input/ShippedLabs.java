package org.rackdrill.cli.input;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The labs that come with the program, each a resource {@code labs/NAME.yaml}. */
public final class ShippedLabs {
    private static final ShippedFiles FILES = new ShippedFiles("labs", ".yaml");
    // Teaching labs with an exact answer, numbered: o as in the literature that they come from, c composed by us.
    private static final Pattern EXACT_CASE = Pattern.compile("[co]\\d+-.*");

    private ShippedLabs() {}

    /** Returns the lab of that name. */
    public static Optional<LabFile> find(String name) {
        return FILES.find(name);
    }

    /** Returns the names of the labs that look like somebody's rack, in alphabetical order. */
    public static List<String> racks() {
        return names().stream()
                .filter(name -> !EXACT_CASE.matcher(name).matches())
                .toList();
    }

    /** Returns all names in alphabetical order. */
    public static List<String> names() {
        return FILES.names();
    }
}
