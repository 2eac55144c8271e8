package org.rackdrill.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;

/**
 * A file that a person names.
 *
 * @param shown as they typed it
 */
public record InputFile(Path path, String shown) {

    /**
     * Names a file, whether it is there or not.
     *
     * @param directory where a relative path starts
     */
    public static InputFile of(String shown, Path directory) {
        try {
            return new InputFile(directory.resolve(shown), shown);
        } catch (InvalidPathException e) {
            throw refusal("'" + shown + "' cannot be the name of a file here; try LC_ALL=C.UTF-8 or another name.");
        }
    }

    /** Returns its bytes, but never more than this many: a file may be endless. */
    public byte[] read(int most) {
        if (Files.isDirectory(path)) {
            throw refusal("'" + shown + "' is a directory; give a file in it.");
        }
        if (!Files.exists(path)) {
            throw refusal("there is no file '" + shown + "'.");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(most);
        } catch (IOException e) {
            throw refusal("cannot read '" + shown + "': " + Reason.of(e) + ".");
        }
    }

    static Refusal refusal(String sentence) {
        return new Refusal(ExitCode.BAD_INPUT, sentence);
    }
}
