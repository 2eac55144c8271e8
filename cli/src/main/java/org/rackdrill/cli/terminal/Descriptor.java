package org.rackdrill.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One of the process's standard streams, seen from the operating system. {@link System#console()} cannot answer for
 * standard error, and since JDK 22 it is there for a pipe too.
 */
public enum Descriptor {
    IN,
    OUT,
    ERR;

    private static final Path LINKS = Path.of("/proc/self/fd");

    /** Returns whether a person sits at the other end. */
    public boolean isTerminal() {
        if (!Files.isDirectory(LINKS)) {
            return shellSaysSo();
        }
        try {
            String target = Files.readSymbolicLink(LINKS.resolve(String.valueOf(ordinal())))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false; // closed
        }
    }

    private boolean shellSaysSo() {
        try {
            return new ProcessBuilder("sh", "-c", "test -t " + ordinal())
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // no shell: an unadorned answer is right everywhere
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
