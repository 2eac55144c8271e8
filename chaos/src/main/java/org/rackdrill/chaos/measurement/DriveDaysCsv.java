package org.rackdrill.chaos.measurement;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line for each drive and day, as Backblaze publishes them: of any number of columns, {@code model} and {@code failure} are
 * needed. Only a count for each model is held.
 */
final class DriveDaysCsv {

    private static final int MOST_MODELS = 10_000;

    private final Lines lines;
    private final Map<String, long[]> counts = new TreeMap<>();

    private DriveDaysCsv(Lines lines) {
        this.lines = lines;
    }

    static List<Measurement> read(Lines lines) throws IOException {
        return new DriveDaysCsv(lines).all();
    }

    private List<Measurement> all() throws IOException {
        List<String> head = CsvRow.cells(lines.next().orElse(""), Integer.MAX_VALUE);
        int model = head.indexOf("model");
        int failure = head.indexOf("failure");
        int cells = Math.max(model, failure) + 1;
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            if (!line.get().isEmpty()) {
                day(CsvRow.cells(line.get(), cells), model, failure);
            }
            line = lines.next();
        }
        if (counts.isEmpty()) {
            throw lines.wrong(1, "there is no drive in it", "Give a file with a line for each drive and day.");
        }
        return counts.entrySet().stream()
                .<Measurement>map(it -> new DriveDays(it.getKey(), it.getValue()[0], it.getValue()[1]))
                .toList();
    }

    private void day(List<String> cells, int model, int failure) {
        // A head that is repeated is that of another file, which was put behind this one.
        if (cells.size() > failure && cells.get(failure).equals("failure")) {
            return;
        }
        boolean whole =
                cells.size() > Math.max(model, failure) && !cells.get(model).isBlank();
        if (!whole || !cells.get(failure).matches("[01]")) {
            throw lines.wrong(
                    1,
                    whole ? "`failure` is neither 0 nor 1" : "the line ends before its `model` and `failure`",
                    "Leave the line out.");
        }
        String name = cells.get(model).strip();
        if (counts.size() == MOST_MODELS && !counts.containsKey(name)) {
            throw lines.wrong(1, "more than 10,000 models are named", "Is `model` the right column?");
        }
        long[] count = counts.computeIfAbsent(name, first -> new long[2]);
        count[0]++;
        count[1] += cells.get(failure).equals("1") ? 1 : 0;
    }
}
