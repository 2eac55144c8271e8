package org.rackdrill.chaos.measurement;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What {@code zpool iostat} prints, with {@code -v}, {@code -l}, {@code -y}, {@code -p} or {@code -H} or without: tables whose
 * first lines without indentation are pools. The pools alone are taken; what stands under them is what they do.
 */
final class ZpoolIostat {

    private static final int PLAIN = 7;

    /** In what order the columns come behind the name. */
    private static final int READS = 3;

    private static final int WRITES = 4;
    private static final int READ_BYTES = 5;
    private static final int WRITE_BYTES = 6;
    private static final int READ_WAIT = 7;
    private static final int WRITE_WAIT = 8;

    private final Lines lines;
    private final Loads loads = new Loads(true);
    private boolean waits;

    private ZpoolIostat(Lines lines) {
        this.lines = lines;
    }

    static List<Measurement> read(Lines lines) throws IOException {
        return new ZpoolIostat(lines).all();
    }

    private List<Measurement> all() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            line(line.get());
            line = lines.next();
        }
        List<Measurement> means = loads.means();
        if (means.isEmpty()) {
            throw lines.wrong(1, "there is no pool in it", "Record `zpool iostat -y 10 360`, say.");
        }
        return means;
    }

    private void line(String line) {
        List<Word> words = Word.of(line);
        if (words.isEmpty() || words.get(0).column() > 1) {
            waits |= line.contains("total_wait");
            return;
        }
        String name = words.get(0).text();
        boolean scripted = line.contains("\t");
        if (name.equals("pool") || name.startsWith("-----") || words.size() < PLAIN) {
            return;
        }
        // A disk has no room of its own; logs and caches stand without indentation too, but say nothing.
        if (words.get(1).text().equals("-")) {
            return;
        }
        boolean times = words.size() > WRITE_WAIT && (waits || scripted);
        LoadSum.Look look = new LoadSum.Look(
                words.get(READS).sized(lines),
                words.get(READ_BYTES).sized(lines),
                words.get(WRITES).sized(lines),
                words.get(WRITE_BYTES).sized(lines),
                times ? wait(words.get(READ_WAIT)) : Double.NaN,
                times ? wait(words.get(WRITE_WAIT)) : Double.NaN,
                Double.NaN);
        if (!loads.add(name, look)) {
            throw Loads.tooMany(lines);
        }
    }

    /** Where nothing was done nobody has waited. */
    private double wait(Word word) {
        return word.text().equals("-") ? 0 : word.millis(lines);
    }
}
