package org.rackdrill.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/** Writes the reports of all samples into a directory, so that a person can look at them. */
public final class WriteSamples {
    private WriteSamples() {}

    /** Writes the reports. */
    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        Map<String, Results> samples = Map.of(
                "v1", Samples.v1(),
                "v0", Samples.v0(),
                "many", Samples.many(60),
                "one", Samples.one(),
                "empty", Samples.empty(),
                "hostile", Samples.hostile());
        for (Map.Entry<String, Results> sample : samples.entrySet()) {
            Files.writeString(
                    out.resolve(sample.getKey() + ".html"), SimulationReport.html(sample.getValue(), context()));
        }
        write(out.resolve("compare.html"), Samples.comparison(Samples.v0(), Samples.v1()));
        write(
                out.resolve("compare-more.html"),
                Samples.comparison(Samples.v1(), Samples.one(), Samples.v0(), Samples.hostile()));
    }

    private static void write(Path file, Comparison comparison) throws IOException {
        Files.writeString(file, ComparisonReport.html(comparison, context()));
    }

    static ReportContext context() {
        return new ReportContext(
                "22 November 2026", "rackdrill simulate v1 --seed 1", "rackdrill report rackdrill-out/v1/results.json");
    }
}
