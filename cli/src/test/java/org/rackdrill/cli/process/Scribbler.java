package org.rackdrill.cli.process;

import java.nio.file.Path;
import org.rackdrill.cli.output.ResultFolder;

/** A program that replaces one file by another version of itself, over and over. */
final class Scribbler {
    static final String FILE = "report.html";
    static final int LENGTH = 4_000_000;

    private Scribbler() {}

    public static void main(String... arguments) {
        ResultFolder folder = ResultFolder.named("here", Path.of("").toAbsolutePath());
        folder.write(FILE, "a".repeat(LENGTH));
        System.out.println("Writing");
        for (int i = 1; i > 0; i++) {
            folder.write(FILE, (i % 2 == 0 ? "a" : "b").repeat(LENGTH));
        }
    }
}
