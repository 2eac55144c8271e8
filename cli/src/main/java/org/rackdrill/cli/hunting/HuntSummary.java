package org.rackdrill.cli.hunting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rackdrill.chaos.drill.writing.Words;
import org.rackdrill.chaos.hunt.Amounts;
import org.rackdrill.chaos.hunt.Finding;
import org.rackdrill.chaos.hunt.Quarry;
import org.rackdrill.chaos.hunt.Strike;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.terminal.Terminal;

/** What a hunt found, for a terminal: the verdict first, then what needs the fewest faults. */
final class HuntSummary {

    private static final int MOST_ROWS = 15;
    private static final List<String> SIZES = List.of("fault", "pair", "triple");

    private final Quarry quarry;
    private final String lab;

    HuntSummary(Quarry quarry, String lab) {
        this.quarry = quarry;
        this.lab = lab;
    }

    /** Returns at most 20 lines of at most 80 characters; the first is the verdict. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(cut(verdict()));
        lines.add(cut(looked()));
        for (int size = 1; size <= quarry.most(); size++) {
            rows(size, lines);
        }
        return lines;
    }

    private long count(int size) {
        return quarry.findings().stream()
                .filter(finding -> size(finding) == size)
                .count();
    }

    private static int size(Finding finding) {
        return finding.smallest().strikes().size();
    }

    private String verdict() {
        String goal = lab + ": \"" + quarry.goal().text() + "\" ";
        if (quarry.findings().isEmpty()) {
            return quarry.complete() ? goal + "is kept" : goal + "is kept so far, and the hunt was stopped";
        }
        List<String> counts = new ArrayList<>();
        for (int size = 1; size <= quarry.most(); size++) {
            if (count(size) > 0) {
                counts.add(Amount.of(count(size), SIZES.get(size - 1)));
            }
        }
        return goal + "is broken by " + String.join(", ", counts);
    }

    private String looked() {
        return String.format(
                Locale.ROOT,
                "%d faults at 3 starts, up to %d of them in one week: %,d tries%s",
                quarry.candidates().size(),
                quarry.most(),
                quarry.tried().stream().mapToLong(Long::longValue).sum(),
                quarry.complete() ? "" : ", not all");
    }

    /** Each size has its share of the rows, and what the smaller ones leave. */
    private void rows(int size, List<String> lines) {
        int used = lines.size() - 2;
        int sizesLeft = quarry.most() - size + 1;
        int share = (MOST_ROWS - used) / sizesLeft;
        List<Finding> some = quarry.findings().stream()
                .filter(finding -> size(finding) == size)
                .toList();
        boolean all = some.size() <= share;
        some.stream().limit(all ? share : Math.max(0, share - 1)).forEach(it -> lines.add(cut(row(it))));
        if (!all && share > 0) {
            lines.add("  and " + Amount.of(some.size() - (share - 1), "more " + SIZES.get(size - 1)));
        }
    }

    private static String row(Finding finding) {
        StringBuilder faults = new StringBuilder();
        Duration last = Duration.ZERO;
        for (Strike strike : finding.smallest().strikes()) {
            Duration gap = strike.at().minus(last);
            String between = gap.isZero() ? " + " : ", " + Words.time(gap) + " later ";
            faults.append(faults.isEmpty() ? "" : between).append(strike.text());
            last = strike.at();
        }
        String hours = Double.isInfinite(finding.hours()) ? "for good" : Amounts.time(finding.hours());
        return String.format(Locale.ROOT, "  %-9s %s", hours, faults);
    }

    private static String cut(String line) {
        return line.length() <= Terminal.WIDTH ? line : line.substring(0, Terminal.WIDTH - 3) + "...";
    }
}
