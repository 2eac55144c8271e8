package org.rackdrill.chaos.measurement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code zpool status} prints, of which the counters of errors are taken. */
final class ZpoolStatus {

    private static final int COUNTERS = 5;

    /** Parts that are made of others. */
    private static final Pattern MADE_OF_OTHERS = Pattern.compile(
            "(?:mirror|raidz\\d?|draid.*|spare|replacing|indirect|logs|cache|spares|special|dedup)(?:-.*)?");

    private final Lines lines;
    private final List<Measurement> pools = new ArrayList<>();
    private final List<PoolErrors.Disk> disks = new ArrayList<>();
    private String pool = "";
    private boolean table;

    private ZpoolStatus(Lines lines) {
        this.lines = lines;
    }

    static List<Measurement> read(Lines lines) throws IOException {
        return new ZpoolStatus(lines).all();
    }

    private List<Measurement> all() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            line(Word.of(line.get()));
            line = lines.next();
        }
        close();
        if (pools.isEmpty()) {
            throw lines.wrong(1, "there is no pool with its disks in it", "Record `zpool status`.");
        }
        return List.copyOf(pools);
    }

    private void line(List<Word> words) {
        if (words.isEmpty()) {
            return;
        }
        String first = words.get(0).text();
        if (first.equals("pool:") && words.size() > 1) {
            close();
            pool = words.get(1).text();
        } else if (first.equals("NAME") && words.size() >= COUNTERS) {
            table = true;
        } else if (first.equals("errors:")) {
            table = false;
        } else if (table
                && words.size() >= COUNTERS
                && !first.equals(pool)
                && !MADE_OF_OTHERS.matcher(first).matches()) {
            disks.add(new PoolErrors.Disk(first, count(words.get(2)), count(words.get(3)), count(words.get(4))));
        }
    }

    private long count(Word word) {
        return (long) word.sized(lines);
    }

    private void close() {
        if (!disks.isEmpty()) {
            pools.add(new PoolErrors(pool, disks));
        }
        disks.clear();
        table = false;
    }
}
