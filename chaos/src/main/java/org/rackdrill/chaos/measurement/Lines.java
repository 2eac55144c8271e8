package org.rackdrill.chaos.measurement;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.model.yaml.Place;

/** A text, line by line, of which no more than a line is held. */
final class Lines {

    private static final int LONGEST = 65_536;

    private final String file;
    private final Reader reader;
    private final char[] buffer = new char[LONGEST];
    private int from;
    private int until;
    private int number;

    Lines(String file, InputStream in) {
        this.file = file;
        reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** Returns the next line without its end; nothing after the last. */
    Optional<String> next() throws IOException {
        if (!more()) {
            return Optional.empty();
        }
        number++;
        StringBuilder line = new StringBuilder();
        boolean ended = false;
        while (!ended && more()) {
            int end = from;
            while (end < until && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, from, end - from);
            ended = end < until;
            from = ended ? end + 1 : end;
            if (line.length() > LONGEST) {
                throw wrong(1, "the line is longer than 65,536 characters", "Give the file as the tool wrote it.");
            }
        }
        return Optional.of(text(line));
    }

    private String text(StringBuilder line) {
        int zero = line.indexOf("\0");
        if (zero >= 0) {
            throw wrong(zero + 1, "here is a zero byte, so it is no text", "Save it as UTF-8.");
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    /** Says whether there is anything that was not read yet. */
    private boolean more() throws IOException {
        if (from == until) {
            from = 0;
            until = Math.max(0, reader.read(buffer, 0, buffer.length));
        }
        return from < until;
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
