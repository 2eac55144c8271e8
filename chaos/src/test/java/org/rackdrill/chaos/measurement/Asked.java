package org.rackdrill.chaos.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What fio measured of every single request, in the order of the answers.
 *
 * @param millis from the question to the answer
 */
record Asked(double[] millis) {

    private static final double NANOS = 1e6;

    /** Before, queues fill. */
    private static final double BEGIN = 1000;

    /**
     * Asks a disk. What is left under way when the time is over is not counted: fio notes all of it when the last of it is
     * answered, and so its own percentiles are too long where few requests were made.
     *
     * @param pattern as fio calls it
     * @param seconds how long, the first one of which is left out
     */
    static Asked of(LimitedDisk disk, Path folder, String pattern, int depth, int seconds) throws IOException {
        Path log = folder.resolve("log");
        Path answers = folder.resolve("log_clat.log");
        // fio goes on behind what is there.
        Files.deleteIfExists(answers);
        disk.run(List.of(
                // Before what else the machine has to do, which is not what is measured.
                "nice",
                "--adjustment=-20",
                "fio",
                "--name=disk",
                "--filename=" + disk.device(),
                "--direct=1",
                "--ioengine=libaio",
                "--bs=4k",
                "--rw=" + pattern,
                "--rwmixread=70",
                "--iodepth=" + depth,
                "--time_based",
                "--runtime=" + seconds,
                "--per_job_logs=0",
                "--write_lat_log=" + log));
        List<Double> millis = new ArrayList<>();
        for (String line : Files.readAllLines(answers)) {
            String[] fields = line.split(",\\s*");
            double at = Double.parseDouble(fields[0]);
            if (at >= BEGIN && at < seconds * 1000.0) {
                millis.add(Double.parseDouble(fields[1]) / NANOS);
            }
        }
        return new Asked(millis.stream().mapToDouble(it -> it).toArray());
    }

    double quantile(double share) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length))];
    }
}
