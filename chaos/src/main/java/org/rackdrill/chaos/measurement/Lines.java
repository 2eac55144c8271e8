package org.rackdrill.chaos.measurement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.model.yaml.Place;

/** A text, line by line, of which no more than a line is held. */
final class Lines {

    private static final int LONGEST = 65_536;

    private final String file;
    private final BufferedReader reader;
    private int number;

    Lines(String file, InputStream in) {
        this.file = file;
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Returns the next line without its end; nothing after the last. */
    Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        number++;
        while (c >= 0 && c != '\n') {
            if (c == 0) {
                throw wrong(line.length() + 1, "here is a zero byte, so it is no text", "Save it as UTF-8.");
            }
            if (line.length() == LONGEST) {
                throw wrong(1, "the line is longer than 65,536 characters", "Give the file as the tool wrote it.");
            }
            line.append((char) c);
            c = reader.read();
        }
        int length = line.length();
        return Optional.of(
                length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString());
    }

    /** Returns the number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    /** Returns why the file cannot be used, at a column of the last line. */
    Unusable wrong(int column, String what, String fix) {
        return new Unusable(file, new Place(Math.max(1, number), column), what, fix);
    }
}
