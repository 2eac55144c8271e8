package org.rackdrill.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;

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
        Path path = path(argument, directory);
        if (!Files.isRegularFile(path)) {
            Optional<LabFile> shipped = ShippedLabs.find(argument);
            if (shipped.isPresent()) {
                return shipped.get();
            }
        }
        if (argument.isEmpty()) {
            throw refusal("LAB is empty; give a lab file or the name of a shipped lab.");
        }
        if (Files.isDirectory(path)) {
            throw refusal("'" + argument + "' is a directory; give a lab file in it.");
        }
        if (!Files.exists(path)) {
            throw refusal(missing(argument));
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return new LabFile(shortName(path), argument, stream.readNBytes(MOST_BYTES));
        } catch (IOException e) {
            throw refusal("cannot read '" + argument + "': " + Reason.of(e) + ".");
        }
    }

    private static Path path(String argument, Path directory) {
        try {
            return directory.resolve(argument);
        } catch (InvalidPathException e) {
            throw refusal("'" + argument + "' cannot be the name of a file here; try LC_ALL=C.UTF-8 or another name.");
        }
    }

    private static String missing(String argument) {
        boolean looksLikeFile = argument.contains("/") || argument.contains(".");
        if (looksLikeFile) {
            return "there is no file '" + argument + "'.";
        }
        List<String> names = ShippedLabs.names();
        List<String> near = Nearest.of(argument, names);
        return "there is no file and no shipped lab '" + argument + "'"
                + (near.isEmpty()
                        ? "; shipped labs: " + String.join(", ", names) + "."
                        : ". Did you mean " + String.join(" or ", near) + "?");
    }

    private static String shortName(Path path) {
        String file = String.valueOf(path.getFileName());
        return file.replaceFirst("\\.ya?ml$", "");
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(ExitCode.BAD_INPUT, sentence);
    }
}
