package org.rackdrill.live.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.text.Lines;

/**
 * What {@code corosync-quorumtool -s} or {@code pvecm status} says.
 *
 * @param expected votes of all members together; negative when unknown
 * @param total votes of those that this member hears; negative when unknown
 * @param needed votes for a majority; negative when unknown
 */
public record Votes(Truth quorate, int expected, int total, int needed) {

    /**
     * Returns what an output says. It only says that there is a majority when all of it agrees: both places that name it,
     * the sums, and the list of members.
     */
    public static Votes read(String output) {
        Map<String, String> said = new HashMap<>();
        int listed = 0;
        boolean members = false;
        List<String> lines = Lines.complete(output);
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.startsWith("Membership information")) {
                members = true;
            } else if (members) {
                listed += votes(line.strip().split("\\s+"));
            } else if (colon > 0) {
                said.merge(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip(),
                        (one, two) -> "twice");
            }
        }
        int expected = number(said.get("Expected votes"));
        int total = number(said.get("Total votes"));
        int needed = number(said.get("Quorum"));
        String word = said.getOrDefault("Quorate", "");
        boolean flag = List.of(said.getOrDefault("Flags", "").split(" ")).contains("Quorate");
        if (word.equals("No") || said.getOrDefault("Quorum", "").contains("blocked")) {
            return new Votes(Truth.FALSE, expected, total, needed);
        }
        boolean agrees = word.equals("Yes") && flag && needed > 0 && total >= needed && total <= expected;
        return new Votes(agrees && listed == total ? Truth.TRUE : Truth.UNKNOWN, expected, total, needed);
    }

    /** Returns the votes in a row of the table of members, which begins with the number of a node. */
    private static int votes(String[] row) {
        boolean isRow = row.length >= 3 && row[0].matches("0x[0-9a-fA-F]{1,8}|\\d{1,10}") && row[1].matches("\\d{1,3}");
        return isRow ? Integer.parseInt(row[1]) : 0;
    }

    private static int number(@Nullable String said) {
        String first = said == null ? "" : said.split(" ", 2)[0];
        return first.matches("\\d{1,6}") ? Integer.parseInt(first) : -1;
    }
}
