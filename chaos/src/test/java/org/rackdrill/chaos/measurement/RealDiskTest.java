package org.rackdrill.chaos.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.simulator.storage.Limit;
import org.rackdrill.simulator.storage.Load;
import org.rackdrill.simulator.storage.Rig;
import org.rackdrill.simulator.storage.RouteMaker;
import org.rackdrill.simulator.storage.Span;
import org.rackdrill.simulator.storage.Trial;

/**
 * A real disk path under a limit, beside the model of it that was fitted to requests one by one. The system property
 * {@code rackdrill.disk=all} measures every combination, which takes four minutes, and any run writes its table to
 * {@code target/real-disk.md}.
 */
@Tag("root")
class RealDiskTest {

    private static final boolean ALL = "all".equals(System.getProperty("rackdrill.disk"));

    private static final int SECONDS = ALL ? 9 : 6;

    /** How far a measured time may lie from the predicted one. */
    private static final double SHARE = 0.15;

    /**
     * What passes without waiting is answered within a tick of the kernel, in which it counts the slices too; how much
     * sooner is a matter of the machine and no matter of the limit.
     */
    private static final double AT_ONCE_MILLIS = 4;

    private static final int TIMES = 3;
    private static final double READS = 0.7;
    private static final long SEED = 1;

    private final List<String> table = new ArrayList<>();
    private final List<String> misses = new ArrayList<>();

    private record Setting(int perSecond, String pattern, int depth) {}

    private static List<Setting> settings(int perSecond) {
        List<Setting> all = new ArrayList<>();
        for (String pattern : List.of("randread", "randwrite", "randrw")) {
            for (int depth : ALL ? new int[] {1, 4, 16, 32} : new int[] {16}) {
                all.add(new Setting(perSecond, pattern, depth));
            }
        }
        return all;
    }

    @Test
    void queuesAtARealDiskAreAsTheModelOfItsAnswersOneByOneSays(@TempDir Path folder) throws IOException {
        Command.needs("fio", "fio");
        Command.needs("losetup", "mount");
        String by;
        try (LimitedDisk disk = new LimitedDisk(Files.createDirectory(folder.resolve("disk")))) {
            by = disk.by();
            for (int perSecond : ALL ? new int[] {100, 50} : new int[] {100}) {
                disk.limit(perSecond);
                Limit reads = oneByOne(disk, folder, "randread");
                Limit writes = oneByOne(disk, folder, "randwrite");
                for (Setting setting : settings(perSecond)) {
                    Trial predicted = predicted(setting, reads, writes);
                    if (!agrees(disk, folder, setting, predicted)) {
                        misses.add(table.get(table.size() - 1));
                    }
                }
            }
        }
        write(by);

        assertThat(misses).isEmpty();
    }

    /** What else the machine has to do makes answers later and never sooner: then they are measured again, twice at most. */
    private boolean agrees(LimitedDisk disk, Path folder, Setting setting, Trial predicted) throws IOException {
        for (int time = 1; time <= TIMES; time++) {
            if (compare(setting, asked(disk, folder, setting), predicted, time)) {
                return true;
            }
            if (time < TIMES) {
                table.remove(table.size() - 1);
            }
        }
        return false;
    }

    private static Limit oneByOne(LimitedDisk disk, Path folder, String pattern) throws IOException {
        Asked asked = Asked.of(disk, folder, pattern, 1, SECONDS);
        return Limit.ofOneByOne(asked.millis())
                .orElseThrow(
                        () -> new AssertionError("these are not times of a limit: " + Arrays.toString(asked.millis())));
    }

    /** Reads wait for reads and writes for writes, as the kernel has it. */
    private static Trial predicted(Setting setting, Limit reads, Limit writes) {
        double share = switch (setting.pattern()) {
            case "randread" -> 1;
            case "randwrite" -> 0;
            default -> READS;
        };
        RouteMaker routes = luck -> plan -> {
            if (luck.nextDouble() < share) {
                plan.read(0, 0, 4096);
            } else {
                plan.write(1, 0, 4096);
            }
        };
        Load clients = new Load.Closed("clients", setting.depth(), 0, routes);
        return Trial.run(Rig.of(List.of(reads, writes), clients), new Span(10_000, 100_000), 4, SEED);
    }

    private static Asked asked(LimitedDisk disk, Path folder, Setting setting) throws IOException {
        return Asked.of(disk, folder, setting.pattern(), setting.depth(), SECONDS);
    }

    /** Notes both, and says whether they agree. */
    private boolean compare(Setting setting, Asked asked, Trial predicted, int time) {
        StringBuilder row = new StringBuilder("| " + setting.perSecond() + " | " + words(setting.pattern()) + " | "
                + setting.depth() + " | " + asked.millis().length + (time == 1 ? "" : ", time " + time) + " |");
        boolean agree = true;
        for (double share : new double[] {0.5, 0.99}) {
            double foreseen =
                    predicted.estimate(it -> it.load().quantileMillis(share)).mean();
            double seen = asked.quantile(share);
            row.append(String.format(Locale.ROOT, " %s | %s |", millis(foreseen), millis(seen)));
            agree &= Math.abs(foreseen - seen) <= Math.max(AT_ONCE_MILLIS, SHARE * seen);
        }
        table.add(row.toString());
        return agree;
    }

    private static String words(String pattern) {
        return switch (pattern) {
            case "randread" -> "reads";
            case "randwrite" -> "writes";
            default -> "7 reads to 3 writes";
        };
    }

    private static String millis(double millis) {
        return millis < AT_ONCE_MILLIS ? "at once" : String.format(Locale.ROOT, "%.0f", millis);
    }

    private void write(String by) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "Limited by " + by + "; " + misses.size() + " of " + table.size() + " lines are off:",
                "",
                "| operations a second | asked for | under way | answers | p50 foreseen, ms | p50 measured | p99 foreseen, ms | p99 measured |",
                "|---|---|---|---|---|---|---|---|"));
        lines.addAll(table);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/real-disk.md"), lines);
    }
}
