package org.rackdrill.cli.calibrating;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rackdrill.chaos.calibration.Calibrated;
import org.rackdrill.chaos.calibration.Calibrated.Learned;
import org.rackdrill.chaos.calibration.Coverage;
import org.rackdrill.chaos.calibration.Found;
import org.rackdrill.chaos.calibration.Moved;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.terminal.Printable;

/** What a calibration found, and how well it foretells what was kept out of it, in lines for people. */
public final class CalibrationText {
    private CalibrationText() {}

    /** Returns the sentence that says it all. */
    public static String headline(String lab, Calibrated found) {
        String from = Amount.of(found.durations(), "measured duration") + " of " + Amount.of(found.runs(), "run");
        long values = found.learned().stream().filter(Learned::written).count();
        return values == 0
                ? "Nothing in " + lab + " is known better after " + from + "."
                : Amount.of(values, "value") + " of " + lab + (values == 1 ? " is" : " are") + " known better after "
                        + from + ".";
    }

    /** Returns what was learned, value by value, and what no value explains. */
    public static List<String> lines(Calibrated found) {
        List<String> lines = new ArrayList<>();
        for (Learned it : found.learned()) {
            String place = String.join(", ", it.paths());
            lines.add("");
            lines.add((place.isEmpty() ? "a value without a place in the file" : place) + "  " + moved(it.moved())
                    + ", from " + Amount.of(it.measurements(), "measurement"));
            lines.add("    was  " + it.before());
            lines.add(it.written() ? "    now  " + it.now() : "    stays: it is no duration, and others share it");
        }
        if (!found.unexplained().isEmpty()) {
            lines.add("");
            lines.add("No value explains:");
            found.unexplained()
                    .forEach(it -> lines.add("  " + it.run() + ": " + it.name() + " took " + time(it.took())
                            + "; 99 of 100 would lie between " + time(it.low()) + " and " + time(it.high())));
        }
        return lines;
    }

    /** Returns what other tools tell of the lab, value by value, and what says nothing of it. */
    public static List<String> lines(Found found) {
        List<String> lines = new ArrayList<>();
        for (Moved it : found.moved()) {
            String factor = it.factor().map(CalibrationText::moved).orElse("measured");
            lines.add("");
            lines.add(Printable.line(String.join(", ", it.paths()) + "  " + factor + ", from " + it.from()));
            lines.add("    was  " + it.before());
            lines.add("    now  " + it.now());
        }
        if (!found.left().isEmpty()) {
            lines.add("");
            lines.add("Nothing was learned from:");
            found.left()
                    .forEach((file, reasons) ->
                            reasons.forEach(why -> lines.add(Printable.line("  " + file + ": " + why + "."))));
        }
        return lines;
    }

    /** Returns the sentence that says what other tools tell. */
    public static String headline(String lab, Found found, int measurements) {
        int values = found.moved().size();
        String from = Amount.of(measurements, "measurement") + " of other tools";
        return values == 0
                ? "Nothing in " + lab + " is known better after " + from + "."
                : Amount.of(values, "value") + " of " + lab + (values == 1 ? " is" : " are") + " known better after "
                        + from + ".";
    }

    private static String moved(double factor) {
        return Math.abs(factor - 1) < 0.005 ? "as it was" : String.format(Locale.ROOT, "x%.2f", factor);
    }

    /** Returns how well the lab, as calibrated, foretells measurements that were kept out. */
    public static List<String> lines(Coverage kept) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (kept.compared().isEmpty()) {
            lines.add("Nothing that was kept out took any time.");
            return lines;
        }
        int all = kept.compared().size();
        lines.add(String.format(
                Locale.ROOT,
                "%d of %s that were kept out lie in their 95 %% intervals: %.0f %%.",
                kept.inside(),
                Amount.of(all, "duration"),
                100.0 * kept.inside() / all));
        lines.add(String.format(
                Locale.ROOT,
                "Half of the intervals are no wider than %s; half of the durations are no longer than %s: %.2f.",
                time(kept.medianWidth()),
                time(kept.medianTook()),
                share(kept)));
        kept.missed().forEach(it -> lines.add(line(it)));
        if (!kept.notSeen().isEmpty()) {
            lines.add("Foreseen, and not seen to take any time, so that it is no duration:");
            kept.notSeen().forEach(it -> lines.add(line(it)));
        }
        return lines;
    }

    private static String line(Coverage.Compared it) {
        return "  " + it.run() + ": " + it.name() + " took " + time(it.took())
                + it.foreseen()
                        .map(range -> "; foreseen " + time(range.low()) + " to " + time(range.high()))
                        .orElse("; hardly any simulated run could measure it");
    }

    /** Returns the median width of the intervals as a share of the median duration. */
    public static double share(Coverage kept) {
        return (double) kept.medianWidth().toNanos()
                / Math.max(1, kept.medianTook().toNanos());
    }

    private static String time(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
