package org.rackdrill.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a person gives for LAB: a path, or the name of a shipped lab. A file goes before a shipped lab of its name. */
public final class LabArgument {
    // The reader refuses far smaller files; more than this is never read into memory.
    private static final int MOST_BYTES = 16 << 20;

    private LabArgument() {}

    /**
     * Reads what the argument means.
     *
     * @param directory where a relative path starts
     */
    public static LabFile find(String argument, Path directory) {
        if (argument.isEmpty()) {
            throw InputFile.refusal("LAB is empty; give a lab file or the name of a shipped lab.");
        }
        InputFile file = InputFile.of(argument, directory);
        if (!Files.isRegularFile(file.path())) {
            Optional<LabFile> shipped = ShippedLabs.find(argument);
            if (shipped.isPresent()) {
                return shipped.get();
            }
        }
        boolean couldBeShipped = !argument.contains("/") && !argument.contains(".");
        if (couldBeShipped && !Files.exists(file.path())) {
            throw InputFile.refusal(unknown(argument));
        }
        return new LabFile(shortName(file.path()), argument, file.read(MOST_BYTES));
    }

    private static String unknown(String argument) {
        List<String> near = Nearest.of(argument, ShippedLabs.names());
        return "there is no file and no shipped lab '" + argument + "'"
                + (near.isEmpty()
                        ? "; shipped labs: " + String.join(", ", ShippedLabs.racks()) + "."
                        : ". Did you mean " + String.join(" or ", near) + "?");
    }

    private static String shortName(Path path) {
        String file = String.valueOf(path.getFileName());
        return file.replaceFirst("\\.ya?ml$", "");
    }
}
