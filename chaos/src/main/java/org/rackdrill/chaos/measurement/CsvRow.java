package org.rackdrill.chaos.measurement;

import java.util.ArrayList;
import java.util.List;

/** The cells of a line of comma-separated values (RFC 4180); a cell does not go on over the end of its line. */
final class CsvRow {

    private CsvRow() {}

    /** Returns the first cells of a line, at most so many. */
    static List<String> cells(String line, int most) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (cells.size() < most && at <= line.length()) {
            if (at < line.length() && line.charAt(at) == '"') {
                StringBuilder cell = new StringBuilder();
                at = quoted(line, at + 1, cell);
                cells.add(cell.toString());
            } else {
                int comma = line.indexOf(',', at);
                int end = comma < 0 ? line.length() : comma;
                cells.add(line.substring(at, end));
                at = end + 1;
            }
        }
        return cells;
    }

    /** Reads on from behind a quote and returns where the next cell begins. */
    private static int quoted(String line, int from, StringBuilder cell) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < line.length() && line.charAt(at) == '"') {
                cell.append(c);
                at++;
            } else {
                break;
            }
        }
        int comma = line.indexOf(',', at);
        return comma < 0 ? line.length() + 1 : comma + 1;
    }
}
