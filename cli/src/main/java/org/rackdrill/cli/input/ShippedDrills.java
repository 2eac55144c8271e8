package org.rackdrill.cli.input;

import java.util.List;
import java.util.Optional;

/** The drills that come with the program, each a resource {@code drills/NAME.drill.yaml}. */
public final class ShippedDrills {
    private static final ShippedFiles FILES = new ShippedFiles("drills", ".drill.yaml");

    private ShippedDrills() {}

    /** Returns the drill of that name. */
    public static Optional<LabFile> find(String name) {
        return FILES.find(name);
    }

    /** Returns all names in alphabetical order. */
    public static List<String> names() {
        return FILES.names();
    }
}
