package org.rackdrill.chaos.measurement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.importing.draft.JsonTree;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.chaos.importing.draft.Unusable;

/** What {@code fio --output-format=json} prints, or {@code json+}: fio 2 and 3, whose times are in other units. */
final class FioJson {

    private static final double PER_MICRO = 1e-3;
    private static final double PER_NANO = 1e-6;
    private static final int MOST_DEPTH = 1_000_000;

    /** What fio assumes where a job says nothing. */
    private static final double USUAL_BLOCK = 4096;

    /** Engines that wait for each answer before they ask again, whatever depth the job names. */
    private static final List<String> ONE_BY_ONE = List.of("sync", "psync", "vsync", "pvsync", "pvsync2", "mmap");

    private final Spot document;

    private FioJson(Spot document) {
        this.document = document;
    }

    /**
     * Reads a file; what fio complained about before its JSON is passed over.
     *
     * @throws Unusable when it is none of fio's, or lacks what fio always prints
     */
    static List<Measurement> read(String file, byte[] bytes) {
        return new FioJson(new Spot(file, "", JsonTree.parse(file, withoutComplaints(bytes)))).jobs();
    }

    /** Blanks out lines before the JSON, so that places stay what they are. */
    private static byte[] withoutComplaints(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.startsWith("{") ? 0 : text.indexOf("\n{") + 1;
        byte[] clean = bytes.clone();
        for (int i = 0; i < start; i++) {
            clean[i] = clean[i] == '\n' ? clean[i] : (byte) ' ';
        }
        return clean;
    }

    private List<Measurement> jobs() {
        Spot jobs = document.find("jobs")
                .orElseThrow(() -> document.wrong("it has no `jobs`", "Run fio with `--output-format=json`."));
        List<Measurement> all = new ArrayList<>();
        for (Spot job : jobs.items()) {
            all.add(job(job));
        }
        if (all.isEmpty()) {
            throw jobs.wrong("there is no job in it", "Let fio run to its end.");
        }
        return all;
    }

    private Measurement job(Spot job) {
        String name = job.find("jobname").map(Spot::text).orElse("");
        job.find("error").filter(it -> it.isNumber() && it.number() != 0).ifPresent(error -> {
            throw error.wrong("fio could not do this job (error " + error.text() + ")", "Run it again.");
        });
        String pattern = option(job, "rw").or(() -> option(job, "readwrite")).orElse("read");
        String engine = option(job, "ioengine").orElse("psync");
        int depth = ONE_BY_ONE.contains(engine) ? 1 : count(job, "iodepth");
        String device = option(job, "filename").orElse("");
        Optional<Benchmark.Side> reads = side(job, "read");
        Optional<Benchmark.Side> writes = side(job, "write");
        if (reads.isEmpty() && writes.isEmpty()) {
            throw job.wrong("neither a read nor a write was made", "Let it run longer.");
        }
        return new Benchmark(
                name,
                device,
                pattern,
                block(job),
                depth * count(job, "numjobs"),
                option(job, "direct").filter("1"::equals).isPresent(),
                reads,
                writes);
    }

    /** What a job does not say, the global section may. */
    private Optional<String> option(Spot job, String key) {
        return job.find("job options")
                .flatMap(it -> it.find(key))
                .or(() -> document.find("global options").flatMap(it -> it.find(key)))
                .map(Spot::text);
    }

    private int count(Spot job, String key) {
        String said = option(job, key).orElse("1");
        try {
            int count = Integer.parseInt(said);
            if (count >= 1 && count <= MOST_DEPTH) {
                return count;
            }
        } catch (NumberFormatException noNumber) {
            // Refused below, with its place.
        }
        throw job.wrong("`" + key + "` is no number from 1", "fio prints it as it was given; write it so.");
    }

    private double block(Spot job) {
        Optional<String> said = option(job, "bs").or(() -> option(job, "blocksize"));
        if (said.isEmpty()) {
            return USUAL_BLOCK;
        }
        String first = said.get().split("[,/:-]", 2)[0].toLowerCase(Locale.ROOT).replaceFirst("(ib|b)$", "");
        double unit = first.endsWith("k") ? 1024 : first.endsWith("m") ? 1 << 20 : 1;
        String digits = unit == 1 ? first : first.substring(0, first.length() - 1);
        if (!digits.matches("\\d{1,9}") || Long.parseLong(digits) == 0) {
            throw job.wrong("`bs` is no size", "Write it like `4k`.");
        }
        return Long.parseLong(digits) * unit;
    }

    private static Optional<Benchmark.Side> side(Spot job, String which) {
        Spot side = job.find(which).orElseThrow(() -> missing(job, which));
        long count = (long) number(side, "total_ios");
        if (count == 0) {
            return Optional.empty();
        }
        boolean nanos = side.find("clat_ns").isPresent();
        String key = nanos ? "clat_ns" : "clat";
        Spot times = side.find(key).orElseThrow(() -> missing(side, "clat_ns"));
        double unit = nanos ? PER_NANO : PER_MICRO;
        Map<Double, Double> millis = new HashMap<>();
        times.find("percentile")
                .ifPresent(all -> all.entries().forEach((share, time) -> {
                    if (share.matches("\\d{1,3}(\\.\\d{1,9})?")) {
                        millis.put(Double.valueOf(share), time.number() * unit);
                    }
                }));
        return Optional.of(new Benchmark.Side(number(side, "iops"), count, number(times, "mean") * unit, millis));
    }

    private static double number(Spot in, String key) {
        double number = in.find(key).orElseThrow(() -> missing(in, key)).number();
        if (number < 0) {
            throw in.wrong("`" + key + "` is negative", "That cannot be measured.");
        }
        return number;
    }

    private static Unusable missing(Spot in, String key) {
        return in.wrong("`" + key + "` is missing", "fio prints it; is the file whole?");
    }
}
