package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the page says of disks and purchases. */
final class Disks {

    static final String COMMIT = "storage.commit";

    private static final String MIRROR = """

            ## Disks and purchases

            Measured%s. Requests to a mirror of two hard disks behind a warm cache, on one core: %s (%s).
            """;

    private static final String WEEK = """

            A usual week of the disks of v1 on all cores, %s requests a second in the mean: %s (%s) for a minute of each hour, as `capacity`
            does it, and %s for every second, %s million requests.
            """;

    private static final String PLAN = """

            `plan v1` with its twelve shipped options, 4,096 combinations, in a fresh Java with the options of the launcher: %s (%s).
            """;

    private static final String MINUTE = "60";
    private static final String HOUR = "3600";
    private static final double SECONDS_PER_WEEK = 7 * 24 * 3600;
    private static final double MILLION = 1e6;

    private Disks() {}

    /** Returns the section for the results in a directory; nothing when the disks were not measured. */
    static String section(Path results) throws IOException {
        Path storage = results.resolve(PerformancePage.STORAGE);
        if (!Files.exists(storage)) {
            return "";
        }
        Measured mirror = Measured.in(storage).get(0);
        return MIRROR.formatted(
                        PerformancePage.at(results.resolve(COMMIT)).replaceFirst(",", ""),
                        mirror.millions(),
                        PerformancePage.times(mirror))
                + week(results.resolve(PerformancePage.CAPACITY))
                + plan(results.resolve(PerformancePage.PLAN));
    }

    private static String week(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<Measured> all = Measured.in(file);
        Measured minute = of(MINUTE, all);
        Measured hour = of(HOUR, all);
        return WEEK.formatted(
                String.format(Locale.ROOT, "%.1f", hour.events() / SECONDS_PER_WEEK),
                minute.time(),
                PerformancePage.times(minute),
                hour.time(),
                String.format(Locale.ROOT, "%.1f", hour.events() / MILLION));
    }

    private static Measured of(String seconds, List<Measured> all) {
        return all.stream()
                .filter(it -> it.behaviour().equals(seconds))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(seconds + " s of each hour were not measured"));
    }

    private static String plan(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        Measured plan = Measured.in(file).get(0);
        return PLAN.formatted(plan.time(), PerformancePage.times(plan));
    }
}
