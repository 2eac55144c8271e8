package org.rackdrill.live.ssh;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One line of known_hosts that says something.
 *
 * @param number counted from 1
 */
record KnownLine(Marker marker, HostNames names, KeyBlob key, Path file, int number) {

    /** What the line says of its key. */
    enum Marker {
        KEY,
        AUTHORITY,
        REVOKED
    }

    /** Reads a line as OpenSSH does: what it would skip is nothing here. */
    static Optional<KnownLine> read(String text, Path file, int number) {
        int end = text.indexOf('\0');
        String line = trimmed(end < 0 ? text : text.substring(0, end));
        Marker marker = Marker.KEY;
        if (line.startsWith("@")) {
            // OpenSSH ends a marker at the first space of the line, and at a tab only where there is no space at all.
            int space = line.indexOf(' ') < 0 ? line.indexOf('\t') : line.indexOf(' ');
            String word = line.substring(0, Math.max(0, space));
            if (word.equals("@cert-authority")) {
                marker = Marker.AUTHORITY;
            } else if (word.equals("@revoked")) {
                marker = Marker.REVOKED;
            } else {
                return Optional.empty();
            }
            line = trimmed(line.substring(word.length()));
        }
        String names = word(line);
        line = trimmed(line.substring(names.length()));
        if (names.isEmpty() || names.startsWith("#") || names.startsWith("@") || line.startsWith("#")) {
            return Optional.empty();
        }
        String type = word(line);
        line = trimmed(line.substring(type.length()));
        Marker said = marker;
        return KeyBlob.read(type, word(line).replace("\r", ""))
                .map(key -> new KnownLine(said, new HostNames(names), key, file, number));
    }

    private static String word(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '\t') {
            end++;
        }
        return text.substring(0, end);
    }

    private static String trimmed(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        return text.substring(start);
    }
}
