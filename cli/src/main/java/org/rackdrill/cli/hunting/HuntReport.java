package org.rackdrill.cli.hunting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.hunt.Quarry;
import org.rackdrill.cli.input.InputFile;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.reports.json.RecordWriter;

/** What is told and written of a hunt. */
public final class HuntReport {

    /** The data of a hunt, beside its drills. */
    public static final String DATA = "hunt.json";

    private final ReadLab lab;
    private final Quarry quarry;
    private final Optional<ResultFolder> folder;
    private final DrillFiles drills;

    /**
     * Makes the report.
     *
     * @param argument how the lab was named
     * @param directory where relative paths start
     * @param most drills that are written
     */
    public HuntReport(
            ReadLab lab, String argument, Path directory, Quarry quarry, Optional<ResultFolder> folder, int most) {
        this.lab = lab;
        this.quarry = quarry;
        this.folder = folder;
        drills = folder.map(there -> DrillFiles.of(lab.lab(), labName(argument, directory, there.path()), quarry, most))
                .orElseGet(DrillFiles::none);
    }

    /** A drill finds its lab beside itself, or among the shipped ones. */
    private static String labName(String argument, Path directory, Path folder) {
        Path file = InputFile.of(argument, directory).path().toAbsolutePath();
        return Files.isRegularFile(file)
                ? folder.toAbsolutePath().relativize(file).toString()
                : argument;
    }

    /** Returns the summary for a terminal. */
    public List<String> lines() {
        return new HuntSummary(quarry, lab.file().name()).lines();
    }

    /** Returns {@code hunt.json}. */
    public byte[] json(String version) {
        return RecordWriter.bytes(
                HuntAnswer.of(version, lab.file().name(), lab.reading().hash(), quarry, drills));
    }

    /** Writes the files, and returns what to say of them. */
    public List<String> write(String version) {
        folder.ifPresent(there -> {
            there.write(DATA, json(version));
            drills.files().forEach(file -> there.write(file.name(), file.text()));
        });
        return folder.map(this::written).orElse(List.of());
    }

    private List<String> written(ResultFolder there) {
        int left = quarry.findings().size() - drills.files().size();
        String told = Amount.of(drills.files().size(), "drill") + " in " + there.shown()
                + (left > 0 ? "; --drills writes the other " + left : "");
        return List.of(told);
    }
}
