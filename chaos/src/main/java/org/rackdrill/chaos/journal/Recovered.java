package org.rackdrill.chaos.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What could be read of a journal: the longest beginning that is as it was written, and what is wrong behind it. A
 * journal is never repaired: what was damaged stays as evidence.
 *
 * @param records the JSON of each record, in order
 * @param lastHash the hash of the last of them, which the next one would name
 * @param damage empty when the file ends with its last record
 */
public record Recovered(List<String> records, String lastHash, Optional<Damage> damage) {

    /** Copies the list. */
    public Recovered {
        records = List.copyOf(records);
    }

    /** Reads the content of a file, whatever it is. */
    public static Recovered of(byte[] file) {
        List<String> records = new ArrayList<>();
        String before = Line.NO_HASH;
        int at = 0;
        while (at < file.length && file[at] != '\n') {
            String wrong = Line.wrong(file, at, before);
            if (!wrong.isEmpty()) {
                return new Recovered(records, before, Optional.of(damage(file, records.size(), at, wrong)));
            }
            int json = at + Line.HEAD;
            int end = json + Line.length(file, at);
            records.add(new String(file, json, end - json, StandardCharsets.UTF_8));
            before = Line.hash(file, at, end + 1);
            at = end + 1;
        }
        return new Recovered(records, before, behindTheEnd(file, records.size(), at));
    }

    /** Returns the records as JSON Lines, and what is damaged as the last of them. */
    public String jsonLines() {
        StringBuilder lines = new StringBuilder();
        records.forEach(record -> lines.append(record).append('\n'));
        damage.ifPresent(what -> lines.append("{\"is\":\"Damage\",\"damage\":")
                .append(JsonMapper.shared().writeValueAsString(what))
                .append("}\n"));
        return lines.toString();
    }

    private static Optional<Damage> behindTheEnd(byte[] file, int records, int end) {
        for (int at = end; at < file.length; at++) {
            if (file[at] != '\n') {
                return Optional.of(damage(file, records, at, "something stands behind the last record"));
            }
        }
        return Optional.empty();
    }

    private static Damage damage(byte[] file, int records, int at, String what) {
        boolean hides = false;
        for (int i = at; i < file.length && !hides; i++) {
            hides = file[i] != '\n' && Line.standsAt(file, i);
        }
        return new Damage(records, at, hides, what);
    }
}
