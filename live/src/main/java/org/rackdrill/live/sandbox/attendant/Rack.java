package org.rackdrill.live.sandbox.attendant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The rack as the attendant sees it: notes in files, and hands that do the work.
 *
 * @param folder where the executable is
 */
record Rack(Path folder) {
    private static final int LONGEST_SECONDS = 40;

    /** The nodes that the strip and the UPS feed. */
    static final List<String> FED = List.of("node1", "node2", "node3");

    /** What came of a piece of work. */
    record Done(boolean good, String last) {}

    /** Does something by hand. */
    Done hands(String... words) {
        List<String> command = new ArrayList<>(List.of(folder.resolve("rack").toString()));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new java.io.File("/dev/null"))
                    .start();
            // Nothing that it leaves running holds its output.
            String out =
                    new String(process.getInputStream().readNBytes(1 << 16), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Done(false, "it takes too long");
            }
            String[] lines = out.strip().split("\n");
            return new Done(process.exitValue() == 0, lines[lines.length - 1]);
        } catch (IOException e) {
            return new Done(false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Done(false, "interrupted");
        }
    }

    /** Returns a note, when it is there. */
    Optional<String> note(String name) {
        return text("hands/" + name).map(String::strip);
    }

    /** Returns the names of all notes. */
    List<String> notes() {
        try (Stream<Path> all = Files.list(folder.resolve("hands"))) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> !name.endsWith(".new"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Removes a note. */
    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve("hands/" + name));
        } catch (IOException e) {
            return; // it is asked for again
        }
    }

    /** Returns a file below the folder of the rack, when it is there. */
    Optional<String> text(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes a file whole or not at all; a folder that is not there now gets nothing. */
    void write(Path file, String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return; // the next one comes soon
        }
    }
}
