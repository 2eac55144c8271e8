package org.rackdrill.cli.output;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where answers go. */
public final class OutputOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the report and its data (rackdrill-out/LAB-TIME).")
    private Optional<String> out = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    @Option(names = "--no-timings", description = "Leave the timings out of the JSON on standard output.")
    private boolean noTimings;

    /** Returns where to write files; nowhere when a program reads standard output and nobody named a directory. */
    public Optional<ResultFolder> folder(String lab, LocalDateTime now, Path directory) {
        if (out.isPresent()) {
            return Optional.of(ResultFolder.named(out.get(), directory));
        }
        return json() ? Optional.empty() : Optional.of(ResultFolder.fresh(lab, now, directory));
    }

    /** Returns whether a program reads standard output. */
    public boolean json() {
        return json.wanted();
    }

    /** Returns whether that program wants to know how long it took. */
    public boolean timings() {
        return !noTimings;
    }
}
