package org.rackdrill.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;

/**
 * The directory that a command writes to. A file in it is either the old one or the new one, never half of one.
 *
 * @param path the directory
 * @param shown the directory as the user knows it
 */
public record ResultFolder(Path path, String shown) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private static final int LONGEST_NAME = 60;

    /** Makes the directory that the user named. */
    public static ResultFolder named(String name, Path directory) {
        try {
            return new ResultFolder(directory.resolve(name), name).made();
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.USAGE, "'" + name + "' cannot be the name of a directory here.");
        }
    }

    /** Makes a directory of its own below {@code rackdrill-out}. */
    public static ResultFolder fresh(String lab, LocalDateTime now, Path directory) {
        String plain = lab.replaceAll("[^A-Za-z0-9._-]+", "-");
        String part = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        String name = "rackdrill-out/" + part + "-" + now.format(TIME);
        String free = name;
        for (int i = 2; Files.exists(directory.resolve(free)); i++) {
            free = name + "-" + i;
        }
        return new ResultFolder(directory.resolve(free), free).made();
    }

    private ResultFolder made() {
        try {
            Files.createDirectories(path);
            return this;
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    "cannot make the directory '" + shown + "': " + Reason.of(e) + "; --out names another.");
        }
    }

    /** Writes one text file. */
    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes one file. */
    public void write(String name, byte[] bytes) {
        Path half = path.resolve("." + name + "-" + ProcessHandle.current().pid());
        try {
            try {
                Files.write(half, bytes);
                replace(half, path.resolve(name));
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    "cannot write '" + shown(name) + "': " + Reason.of(e) + "; --out names another directory.");
        }
    }

    private static void replace(Path half, Path whole) throws IOException {
        try {
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns the name of a file as the user can type it. */
    public String shown(String name) {
        return Path.of(shown).resolve(name).toString();
    }
}
