package org.rackdrill.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the repository are short, clean and finished. */
class TidyTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST_FILE = 400;
    // Only in comments: a command may well write the word into a file it makes for a person.
    private static final Pattern UNFINISHED = Pattern.compile("(//|^\\s*/?\\*|^\\s*#).*\\b(TO" + "DO|FIX" + "ME)\\b");

    @Test
    void aFileHasOneIdea() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files("src/main/java", ".java")) {
            int lines = lines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(ROOT.relativize(file) + " has " + lines + " lines");
            }
        }
        assertThat(tooLong)
                .as("a file longer than %d lines has more than one idea", LONGEST_FILE)
                .isEmpty();
    }

    @Test
    void nothingIsUnfinished() {
        assertThat(matching(UNFINISHED, files("src", ".java")))
                .as("unfinished work belongs to an issue")
                .isEmpty();
        assertThat(matching(UNFINISHED, files("scenarios", ".yaml"))).isEmpty();
    }

    @Test
    void thereAreNoTabs() {
        Pattern tab = Pattern.compile("\t");
        assertThat(matching(tab, files("src", ".java"))).isEmpty();
        assertThat(matching(tab, files("scenarios", ".yaml"))).isEmpty();
    }

    @Test
    void scenariosHoldNoCode() {
        assertThat(files("scenarios", ".java")).isEmpty();
    }

    private static List<String> matching(Pattern pattern, List<Path> files) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(ROOT.relativize(file) + ":" + (i + 1) + ": "
                            + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The files below any directory of that name, without what the build made. */
    private static List<Path> files(String directory, String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> ("/" + ROOT.relativize(file)).contains("/" + directory + "/"))
                    .filter(file -> !("/" + ROOT.relativize(file)).contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
