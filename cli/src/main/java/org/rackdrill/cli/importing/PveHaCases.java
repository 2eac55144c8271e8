package org.rackdrill.cli.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.rackdrill.chaos.importing.PveHaSuite;
import org.rackdrill.chaos.importing.PveHaVerdict;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;

/** The regression cases of Proxmox's HA manager, run through our model of it. */
public final class PveHaCases {
    private static final int LEVELS = 3;

    private final Terminal terminal;

    /** Runs cases and says at this terminal how far they agree. */
    public PveHaCases(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs every case below a directory.
     *
     * @param shown as the user knows it
     */
    public ExitCode run(Path path, String shown) {
        if (!Files.isDirectory(path)) {
            throw new Refusal(ExitCode.BAD_INPUT, "there is no directory '" + shown + "'.");
        }
        PveHaSuite suite;
        try {
            suite = PveHaSuite.run(path);
        } catch (IOException unreadable) {
            throw new Refusal(ExitCode.BAD_INPUT, "cannot read '" + shown + "': " + Reason.of(unreadable) + ".");
        }
        suite.broken().forEach(sentence -> terminal.err().line("skipped: " + sentence));
        if (suite.verdicts().isEmpty()) {
            throw new Refusal(ExitCode.BAD_INPUT, "no case could be run below '" + shown + "'.");
        }
        print(suite);
        boolean good = suite.verdicts().stream().allMatch(verdict -> verdict.level() >= 2);
        return good ? ExitCode.GOOD : ExitCode.MISSED;
    }

    private void print(PveHaSuite suite) {
        Outlet out = terminal.out();
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
