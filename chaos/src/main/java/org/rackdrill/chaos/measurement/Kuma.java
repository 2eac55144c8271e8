package org.rackdrill.chaos.measurement;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The heartbeats of Uptime Kuma (1.23 and 2.0) as a table with a head, as {@code sqlite3 -header -csv kuma.db} prints them:
 * {@code monitor} (or {@code name}, or {@code monitor_id}), {@code status} and {@code time}, in the order of time. Important
 * beats are enough, since these are the ones at which the status changes.
 */
final class Kuma {

    private static final int MOST_MONITORS = 10_000;
    private static final int MOST_OUTAGES = 20_000;

    private static final String DOWN = "0";
    private static final String UP = "1";
    private static final String PENDING = "2";
    private static final String MAINTENANCE = "3";

    private final Lines lines;
    private final Map<String, Monitor> monitors = new LinkedHashMap<>();
    private int outages;

    private Kuma(Lines lines) {
        this.lines = lines;
    }

    /** What was seen of one monitor so far. */
    private static final class Monitor {
        private final List<Watched.Outage> outages = new ArrayList<>();
        private Optional<Instant> downSince = Optional.empty();
        private Optional<Instant> last = Optional.empty();
        private String status = PENDING;
        private Duration watched = Duration.ZERO;

        void pass(Instant now) {
            if (last.isPresent() && (status.equals(UP) || status.equals(DOWN))) {
                watched = watched.plus(Duration.between(last.get(), now));
            }
            last = Optional.of(now);
        }

        void beat(Instant now, String next) {
            pass(now);
            // While it is pending nobody knows yet: what was up is up, and what was down is down.
            if (next.equals(PENDING)) {
                return;
            }
            if (next.equals(DOWN) && downSince.isEmpty()) {
                downSince = Optional.of(now);
            } else if (!next.equals(DOWN)) {
                end(now, next.equals(UP));
            }
            status = next;
        }

        void end(Instant now, boolean over) {
            downSince.ifPresent(from -> outages.add(new Watched.Outage(from, Duration.between(from, now), over)));
            downSince = Optional.empty();
        }
    }

    static List<Measurement> read(Lines lines) throws IOException {
        return new Kuma(lines).all();
    }

    private List<Measurement> all() throws IOException {
        List<String> head = CsvRow.cells(lines.next().orElse(""), Integer.MAX_VALUE);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < head.size(); i++) {
            columns.putIfAbsent(head.get(i), i);
        }
        int name = columns.getOrDefault("monitor", columns.getOrDefault("name", columns.getOrDefault("monitor_id", 0)));
        int status = columns.getOrDefault("status", 0);
        int time = columns.getOrDefault("time", 0);
        Optional<Instant> end = Optional.empty();
        Optional<String> line = lines.next();
        while (line.isPresent()) {
            if (!line.get().isEmpty()) {
                List<String> cells = CsvRow.cells(line.get(), head.size());
                if (cells.size() <= Math.max(name, Math.max(status, time))) {
                    throw lines.wrong(1, "the line ends before its name, status and time", "Leave it out.");
                }
                Instant now = time(cells.get(time));
                end = Optional.of(end.filter(now::isBefore).orElse(now));
                beat(cells.get(name), now, cells.get(status));
            }
            line = lines.next();
        }
        return watched(end);
    }

    private void beat(String name, Instant now, String status) {
        if (!List.of(DOWN, UP, PENDING, MAINTENANCE).contains(status)) {
            throw lines.wrong(1, "`status` is none of 0, 1, 2 and 3", "Export the column as it is.");
        }
        if (monitors.size() == MOST_MONITORS && !monitors.containsKey(name)) {
            throw lines.wrong(1, "more than 10,000 monitors are named", "Is the first column the right one?");
        }
        Monitor monitor = monitors.computeIfAbsent(name, first -> new Monitor());
        if (monitor.last.filter(now::isBefore).isPresent()) {
            throw lines.wrong(1, "this heartbeat is earlier than the one before", "Export them `ORDER BY time`.");
        }
        int before = monitor.outages.size();
        monitor.beat(now, status);
        outages += monitor.outages.size() - before;
        if (outages > MOST_OUTAGES) {
            throw lines.wrong(1, "there are more than 20,000 outages", "Export fewer years, or fewer monitors.");
        }
    }

    /** Kuma writes UTC without saying so. */
    private Instant time(String text) {
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T').replaceFirst("Z$", ""))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException bad) {
            throw lines.wrong(1, "the time is none", "Kuma writes it like `2026-11-26 22:15:29.120`.");
        }
    }

    /** Every monitor was watched until the last heartbeat of any: where only changes are exported, silence is none. */
    private List<Measurement> watched(Optional<Instant> end) {
        if (end.isEmpty()) {
            throw lines.wrong(1, "there is no heartbeat in it", "Export the table `heartbeat`.");
        }
        List<Measurement> all = new ArrayList<>();
        monitors.forEach((name, monitor) -> {
            monitor.pass(end.get());
            monitor.end(end.get(), false);
            all.add(new Watched(name, monitor.watched, monitor.outages));
        });
        return all;
    }
}
