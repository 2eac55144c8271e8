package org.rackdrill.cli.game;

import java.nio.file.Files;
import java.nio.file.Path;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Unreadable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.InputFile;

/** Reads journals of earlier runs. */
public final class Journals {
    /** As long as a journal may be, in bytes. */
    public static final int MOST_BYTES = 512 << 20;

    private Journals() {}

    /** Returns whether a journal has any record; one that could not be begun has none. */
    public static boolean holdsAnything(Path file) {
        return Files.isRegularFile(file)
                && !Recovered.of(new InputFile(file, file.toString()).read(MOST_BYTES))
                        .records()
                        .isEmpty();
    }

    /** Reads what a journal still holds. */
    public static Recovered recover(String name, Path directory) {
        Recovered journal = Recovered.of(InputFile.of(name, directory).read(MOST_BYTES));
        if (journal.records().isEmpty()) {
            throw new Refusal(
                    ExitCode.BAD_INPUT,
                    "'" + name + "' holds no record of a drill"
                            + journal.damage().map(damage -> ": " + damage).orElse("")
                            + ".");
        }
        return journal;
    }

    /** Reads a run. */
    public static Replay replay(String name, Path directory) {
        try {
            return Replay.of(recover(name, directory));
        } catch (Unreadable e) {
            throw new Refusal(ExitCode.BAD_INPUT, "'" + name + "' cannot be read: " + e.getMessage() + ".");
        }
    }
}
