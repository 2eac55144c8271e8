package org.rackdrill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.InputFile;
import org.rackdrill.cli.output.ReportFiles;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.terminal.ShellWords;
import org.rackdrill.reports.CapacityJson;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.reports.UnreadableResults;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill report}: draws a report again, from its results alone. */
@Command(
        name = "report",
        header = "Draw a report again from its results, without a new run.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill report rackdrill-out/v1-20260301-123045/results.json",
            "  rackdrill report old/comparison.json --out new"
        })
final class Report implements Callable<Integer> {
    private static final int MOST_BYTES = 65 << 20;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RESULTS", description = "A results.json, comparison.json, capacity.json or plan.json.")
    private String data = "";

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write the report (beside the results).")
    private Optional<String> out = Optional.empty();

    Report(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        InputFile file = InputFile.of(data, surroundings.directory());
        byte[] json = file.read(MOST_BYTES);
        Path parent = Path.of(data).getParent();
        String directory = out.orElse(parent == null ? "." : parent.toString());
        try {
            if (CapacityJson.is(json)) {
                draw(CapacityJson.read(json), file, directory);
                return done(directory);
            }
        } catch (UnreadableResults unreadable) {
            throw new Refusal(ExitCode.BAD_INPUT, String.valueOf(unreadable.getMessage()));
        }
        try {
            Results results = ResultsJson.read(json);
            files(file, directory, command(List.of("simulate", results.lab()), results))
                    .draw(results, data);
        } catch (UnreadableResults notResults) {
            if (plan(json, file, directory)) {
                return done(directory);
            }
            Comparison comparison = comparison(json, notResults);
            List<String> words = new ArrayList<>(List.of("compare"));
            comparison.labs().forEach(lab -> words.add(lab.lab()));
            files(file, directory, command(words, comparison.labs().get(0))).draw(comparison, data);
        }
        return done(directory);
    }

    private int done(String directory) {
        surroundings.terminal().err().line("Report: " + Path.of(directory).resolve(ReportFiles.PAGE));
        return ExitCode.GOOD.code();
    }

    private void draw(org.rackdrill.simulator.capacity.Capacity capacity, InputFile file, String directory) {
        List<String> words = List.of(
                "rackdrill",
                "capacity",
                capacity.lab(),
                "--seed",
                String.valueOf(capacity.seed()),
                "--as-of",
                capacity.asOf());
        files(file, directory, ShellWords.join(words)).draw(capacity, data);
    }

    /** Draws the report when it is one about what to buy. */
    private boolean plan(byte[] json, InputFile file, String directory) {
        PlanResults results;
        try {
            results = ResultsJson.readPlan(json);
        } catch (UnreadableResults notPlan) {
            return false;
        }
        if (results.points().isEmpty()) {
            return false;
        }
        List<String> words = new ArrayList<>(List.of("rackdrill", "plan", results.lab()));
        if (!results.options().name().isEmpty()) {
            words.addAll(List.of("--options", results.options().name()));
        }
        words.addAll(List.of("--seed", String.valueOf(results.seed())));
        files(file, directory, ShellWords.join(words)).draw(results, data);
        return true;
    }

    private static Comparison comparison(byte[] json, UnreadableResults notResults) {
        try {
            Comparison comparison = ResultsJson.readComparison(json);
            if (!comparison.labs().isEmpty()) {
                return comparison;
            }
        } catch (UnreadableResults neither) {
            notResults.addSuppressed(neither);
        }
        throw new Refusal(ExitCode.BAD_INPUT, String.valueOf(notResults.getMessage()));
    }

    private ReportFiles files(InputFile file, String directory, String command) {
        return new ReportFiles(ResultFolder.named(directory, surroundings.directory()), command, day(file));
    }

    /** The results do not say what was typed; this gives the same ones. */
    private static String command(List<String> words, Results results) {
        List<String> command = new ArrayList<>(List.of("rackdrill"));
        command.addAll(words);
        if (results.variant() != null) {
            command.add("--exponentialised");
        }
        command.addAll(List.of("--seed", String.valueOf(results.seed())));
        return ShellWords.join(command);
    }

    /** The day of the answer, not of the drawing. */
    private LocalDate day(InputFile file) {
        try {
            return LocalDate.ofInstant(
                    Files.getLastModifiedTime(file.path()).toInstant(),
                    surroundings.clock().getZone());
        } catch (IOException e) {
            return LocalDate.now(surroundings.clock());
        }
    }
}
