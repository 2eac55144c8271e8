package org.rackdrill.reports;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.reports.drill.DrillDocument;
import org.rackdrill.reports.drill.DrillDocument.Check;
import org.rackdrill.reports.drill.DrillDocument.Fault;
import org.rackdrill.reports.drill.DrillDocument.Foreseen;
import org.rackdrill.reports.drill.DrillJson;
import org.rackdrill.reports.page.Elapsed;

/** The outcome of a drill in a terminal: at most 24 lines of at most 80 columns, the verdict first. */
public final class DrillSummary {
    private static final int WIDTH = 80;
    private static final int MOST_HEADLINES = 3;
    private static final int MOST_CHECKS = 9;
    private static final int MOST_FAULTS = 3;
    private static final int MOST_LESSONS = 2;
    private static final int LESSON_LINES = 2;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double FEW_MINUTES = 3 * MINUTE;
    private static final double FEW_HOURS = 3 * HOUR;
    private static final int CHECK = 40;
    private static final int SEEN = 12;

    private final DrillDocument run;
    private final Sheet sheet;

    private DrillSummary(DrillDocument run, boolean colour) {
        this.run = run;
        this.sheet = new Sheet(WIDTH, colour);
    }

    /**
     * Returns the summary of a run.
     *
     * @param next what to type next
     */
    public static String text(Replay run, String next, boolean colour) {
        return new DrillSummary(DrillJson.document(run, "", ""), colour).of(next);
    }

    private String of(String next) {
        String style = style(run.verdict());
        sheet.wrapped(Columns.plain(mark(run.verdict()) + " " + run.headline()), MOST_HEADLINES, style);
        sheet.wrapped(Columns.plain("  " + run.drill() + ": " + run.means() + "."), MOST_HEADLINES, Sheet.PLAIN);
        if (run.faults().isEmpty() && !run.because().isEmpty()) {
            sheet.wrapped(Columns.plain("  " + run.because()), MOST_HEADLINES, Sheet.PLAIN);
        }
        sheet.blank();
        checks();
        sheet.blank();
        run.faults().stream().limit(MOST_FAULTS).forEach(this::fault);
        if (run.faults().size() > MOST_FAULTS) {
            sheet.line("              and " + (run.faults().size() - MOST_FAULTS) + " more", Sheet.PLAIN);
        }
        run.lessons().stream()
                .limit(MOST_LESSONS)
                .forEach(lesson -> sheet.wrapped("Fix next: " + Columns.plain(lesson), LESSON_LINES, Sheet.PLAIN));
        sheet.blank();
        sheet.command("Next", next);
        return sheet.text();
    }

    private void checks() {
        List<Check> expected = run.checks().stream()
                .filter(check ->
                        check.kind().equals("expectation") || check.verdict().equals("failed"))
                .toList();
        boolean foreseen = expected.stream().anyMatch(check -> check.predicted() != null);
        if (foreseen) {
            sheet.line("    " + Columns.fitted("", CHECK) + Columns.fitted("seen", SEEN) + "foreseen", Sheet.PLAIN);
        }
        expected.stream().limit(MOST_CHECKS).forEach(this::check);
        if (expected.size() > MOST_CHECKS) {
            sheet.line("    and " + (expected.size() - MOST_CHECKS) + " more", Sheet.PLAIN);
        }
    }

    private void check(Check check) {
        String seen = check.observedSeconds() == null
                ? check.observed()
                : Elapsed.text(Duration.ofMillis(Math.round(check.observedSeconds() * 1000)));
        sheet.line(
                "  " + mark(check.verdict()) + " "
                        + Columns.fitted(Columns.plain(check.text()), CHECK - 1) + " "
                        + Columns.fitted(Columns.plain(seen), SEEN - 1) + " "
                        + Optional.ofNullable(check.predicted())
                                .map(DrillSummary::foreseen)
                                .orElse(""),
                style(check.verdict()));
    }

    private static String foreseen(Foreseen it) {
        String chance = String.format(Locale.ROOT, "%.0f-%.0f %%", 100 * it.low(), 100 * it.high());
        return it.took() == null || it.took().highSeconds() == 0
                ? chance
                : chance + ", " + brief(it.took().lowSeconds(), it.took().highSeconds());
    }

    /** Both ends of a range in the unit of the longer one, such as "7-14 min". */
    private static String brief(double low, double high) {
        if (high < FEW_MINUTES) {
            return String.format(Locale.ROOT, "%.0f-%.0f s", low, high);
        }
        return high < FEW_HOURS
                ? String.format(Locale.ROOT, "%.0f-%.0f min", low / MINUTE, high / MINUTE)
                : String.format(Locale.ROOT, "%.0f-%.0f h", low / HOUR, high / HOUR);
    }

    private void fault(Fault fault) {
        sheet.fact("Broken", fault.fault() + " at " + fault.target(), ": " + fault.state());
    }

    private static String mark(String verdict) {
        return switch (verdict) {
            case "passed" -> "✓";
            case "failed" -> "✗";
            case "undo-failed" -> "!";
            default -> "?";
        };
    }

    private static String style(String verdict) {
        return switch (verdict) {
            case "passed" -> Sheet.GREEN;
            case "failed", "undo-failed" -> Sheet.RED;
            default -> Sheet.YELLOW;
        };
    }
}
