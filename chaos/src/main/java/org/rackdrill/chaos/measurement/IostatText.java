package org.rackdrill.chaos.measurement;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code iostat -x} prints: tables with a line for each disk, whose columns differ from version to version. */
final class IostatText {

    private static final double SECTOR = 512;

    private final Lines lines;
    private final Loads loads = new Loads(false);

    /** Where each column is; empty outside a table of disks. */
    private Map<String, Integer> columns = Map.of();

    private int width;

    private IostatText(Lines lines) {
        this.lines = lines;
    }

    static List<Measurement> read(Lines lines) throws IOException {
        return new IostatText(lines).all();
    }

    private List<Measurement> all() throws IOException {
        Optional<String> line = lines.next();
        boolean table = false;
        while (line.isPresent()) {
            List<Word> words = Word.of(line.get());
            if (words.isEmpty()) {
                columns = Map.of();
            } else if (words.get(0).text().matches("Device:?")) {
                header(words);
                table = true;
            } else if (!columns.isEmpty()) {
                disk(words);
            }
            line = lines.next();
        }
        if (!table) {
            throw lines.wrong(1, "there is no table of disks in it", "Record `iostat -x 10 360`, say.");
        }
        return loads.means();
    }

    private void header(List<Word> words) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            found.putIfAbsent(words.get(i).text(), i);
        }
        if (!found.containsKey("r/s") || !found.containsKey("w/s")) {
            throw lines.wrong(1, "the columns `r/s` and `w/s` are missing", "Call iostat with `-x`.");
        }
        columns = found;
        width = words.size();
    }

    private void disk(List<Word> words) {
        if (words.size() != width) {
            throw lines.wrong(
                    1,
                    "here are " + words.size() + " columns, and " + width + " in the table's head",
                    "Leave out what is cut off.");
        }
        LoadSum.Look look = new LoadSum.Look(
                column(words, "r/s", 1),
                bytes(words, "r"),
                column(words, "w/s", 1),
                bytes(words, "w"),
                millis(words, "r_await"),
                millis(words, "w_await"),
                column(words, "%util", 0.01));
        if (!loads.add(words.get(0).text(), look)) {
            throw Loads.tooMany(lines);
        }
    }

    private double bytes(List<Word> words, String direction) {
        return columns.containsKey(direction + "kB/s")
                ? column(words, direction + "kB/s", 1024)
                : columns.containsKey(direction + "MB/s")
                        ? column(words, direction + "MB/s", 1 << 20)
                        : column(words, direction + "sec/s", SECTOR);
    }

    /** Old versions have one time for both. */
    private double millis(List<Word> words, String name) {
        return column(words, columns.containsKey(name) ? name : "await", 1);
    }

    private double column(List<Word> words, String name, double unit) {
        Integer at = columns.get(name);
        return at == null ? Double.NaN : words.get(at).number(lines) * unit;
    }
}
