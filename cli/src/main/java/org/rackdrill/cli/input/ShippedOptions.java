package org.rackdrill.cli.input;

import java.util.List;
import java.util.Optional;

/** The options that come with the program, each a resource {@code options/NAME.options.yaml}. */
public final class ShippedOptions {
    private static final ShippedFiles FILES = new ShippedFiles("options", ".options.yaml");

    private ShippedOptions() {}

    /** Returns the options of that name. */
    public static Optional<LabFile> find(String name) {
        return FILES.find(name);
    }

    /** Returns all names in alphabetical order. */
    public static List<String> names() {
        return FILES.names();
    }
}
