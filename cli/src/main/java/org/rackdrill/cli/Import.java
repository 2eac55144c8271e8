package org.rackdrill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.rackdrill.chaos.importing.PveHaSuite;
import org.rackdrill.chaos.importing.PveHaVerdict;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.terminal.Outlet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rackdrill import}: what other projects have recorded. */
@Command(
        name = "import",
        header = "Read what other projects recorded, and compare with it.",
        description = {
            "%npve-ha: every regression case of Proxmox's HA manager below DIR is run",
            "through our model of it. L1: services and nodes end alike. L2: they got",
            "there alike, in order. L3: the whole log is alike, with times. Good when",
            "every case reaches L2."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill import pve-ha pve-ha-manager/src/test",
            "  rackdrill import pve-ha pve-ha-manager/src/test/test-basic1"
        })
final class Import implements Callable<Integer> {
    private static final int LEVELS = 3;

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "What it is: pve-ha.")
    private String format = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "The directory that holds it.")
    private String directory = "";

    Import(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!format.equals("pve-ha")) {
            throw new Refusal(ExitCode.USAGE, "the format '" + format + "' is unknown; there is pve-ha.");
        }
        Path path = surroundings.directory().resolve(directory);
        if (!Files.isDirectory(path)) {
            throw new Refusal(ExitCode.BAD_INPUT, "there is no directory '" + directory + "'.");
        }
        PveHaSuite suite;
        try {
            suite = PveHaSuite.run(path);
        } catch (IOException unreadable) {
            throw new Refusal(ExitCode.BAD_INPUT, "cannot read '" + directory + "': " + Reason.of(unreadable) + ".");
        }
        suite.broken().forEach(sentence -> surroundings.terminal().err().line("skipped: " + sentence));
        if (suite.verdicts().isEmpty()) {
            throw new Refusal(ExitCode.BAD_INPUT, "no case could be run below '" + directory + "'.");
        }
        print(suite);
        boolean good = suite.verdicts().stream().allMatch(verdict -> verdict.level() >= 2);
        return (good ? ExitCode.GOOD : ExitCode.MISSED).code();
    }

    private void print(PveHaSuite suite) {
        Outlet out = surroundings.terminal().out();
        TreeMap<String, List<PveHaVerdict>> byCategory = new TreeMap<>();
        suite.verdicts()
                .forEach(verdict -> byCategory
                        .computeIfAbsent(verdict.category(), c -> new ArrayList<>())
                        .add(verdict));
        out.heading(String.format(Locale.ROOT, "%-32s%10s%10s%10s", "category", "L1", "L2", "L3"));
        byCategory.forEach((category, verdicts) -> out.line(row(category, verdicts)));
        out.line(row("all", suite.verdicts()));
        for (PveHaVerdict verdict : suite.verdicts()) {
            if (verdict.level() < LEVELS) {
                out.line("");
                out.line(verdict.name() + " misses L" + (verdict.level() + 1) + ":");
                out.line("  " + verdict.difference());
            }
        }
        if (!suite.broken().isEmpty()) {
            out.line("");
            out.line(Amount.of(suite.broken().size(), "broken case") + " skipped.");
        }
    }

    private static String row(String title, List<PveHaVerdict> verdicts) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-32s", title));
        for (int level = 1; level <= LEVELS; level++) {
            int wanted = level;
            long reached = verdicts.stream()
                    .filter(verdict -> verdict.level() >= wanted)
                    .count();
            row.append(String.format(Locale.ROOT, "%10s", reached + "/" + verdicts.size()));
        }
        return row.toString();
    }
}
