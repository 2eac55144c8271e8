package org.rackdrill.cli.input;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.model.example.ScaleLab;

/**
 * The labs that come with the program: each a resource {@code labs/NAME.yaml}, and labs {@code scale-N} of any size that
 * are written when somebody asks for them.
 */
public final class ShippedLabs {
    private static final ShippedFiles FILES = new ShippedFiles("labs", ".yaml");
    // Teaching labs with an exact answer, numbered: o as in the literature that they come from, c composed by us.
    private static final Pattern EXACT_CASE = Pattern.compile("[co]\\d+-.*");

    private static final String SCALE = "scale-";
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,3}");

    private ShippedLabs() {}

    /**
     * Returns the lab of that name.
     *
     * @throws org.rackdrill.cli.exit.Refusal when it is the name of a scale lab of a size that cannot be
     */
    public static Optional<LabFile> find(String name) {
        return name.startsWith(SCALE) ? Optional.of(scale(name)) : FILES.find(name);
    }

    private static LabFile scale(String name) {
        String size = name.substring(SCALE.length());
        int nodes = SIZE.matcher(size).matches() ? Integer.parseInt(size) : 0;
        if (nodes < ScaleLab.FEWEST || nodes > ScaleLab.MOST) {
            throw InputFile.refusal("there is no lab '" + name + "': give scale-N with the number of nodes, from "
                    + ScaleLab.FEWEST + " to " + ScaleLab.MOST + ", such as scale-100.");
        }
        return new LabFile(
                name, "labs/" + name + ".yaml", new ScaleLab(nodes).text().getBytes(StandardCharsets.UTF_8));
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
