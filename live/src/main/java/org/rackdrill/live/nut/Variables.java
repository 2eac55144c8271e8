package org.rackdrill.live.nut;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rackdrill.live.text.Shown;

/** The answer to {@code LIST VAR}, from its first line to its last or not at all. */
final class Variables {
    private Variables() {}

    /** Returns what the lines say; they end with {@code END LIST VAR} or with an error. */
    static UpsAnswer read(String ups, List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.get(0);
        if (first.startsWith("ERR ")) {
            return error(first.substring(4));
        }
        boolean whole = first.equals("BEGIN LIST VAR " + ups)
                && lines.get(lines.size() - 1).equals("END LIST VAR " + ups);
        Map<String, String> variables = new TreeMap<>();
        for (String line : whole ? lines.subList(1, lines.size() - 1) : List.<String>of()) {
            String begin = "VAR " + ups + " ";
            int space = line.indexOf(' ', begin.length());
            Optional<String> value =
                    line.startsWith(begin) && space > 0 ? quoted(line.substring(space + 1)) : Optional.empty();
            if (value.isEmpty() || variables.put(line.substring(begin.length(), space), value.get()) != null) {
                whole = false;
            }
        }
        return whole
                ? UpsAnswer.told(new UpsState(variables))
                : UpsAnswer.none(UpsAnswer.Kind.GARBAGE, "it answered '" + Shown.text(first) + "'");
    }

    private static UpsAnswer error(String words) {
        UpsAnswer.Kind kind = switch (words.split(" ", 2)[0]) {
            case "DATA-STALE" -> UpsAnswer.Kind.STALE;
            case "DRIVER-NOT-CONNECTED" -> UpsAnswer.Kind.NO_DRIVER;
            case "UNKNOWN-UPS" -> UpsAnswer.Kind.NO_SUCH_UPS;
            case "ACCESS-DENIED", "USERNAME-REQUIRED", "PASSWORD-REQUIRED" -> UpsAnswer.Kind.DENIED;
            default -> UpsAnswer.Kind.GARBAGE;
        };
        return UpsAnswer.none(kind, "its server says " + Shown.text(words));
    }

    /** Returns what stands between quotes, of which those within are escaped. */
    private static Optional<String> quoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '"') {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                return i == text.length() - 1 ? Optional.of(value.toString()) : Optional.empty();
            }
            if (letter == '\\' && ++i < text.length()) {
                letter = text.charAt(i);
            }
            value.append(letter);
        }
        return Optional.empty();
    }
}
