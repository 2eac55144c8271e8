package org.rackdrill.reports;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Planned;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Prediction;
import org.rackdrill.reports.page.Elapsed;

/** What a drill would do, in a terminal: nothing of it has been done. */
public final class DrillPlan {
    private static final int WIDTH = 80;
    private static final int MOST_LINES = 4;

    private final Sheet sheet;

    private DrillPlan(boolean colour) {
        this.sheet = new Sheet(WIDTH, colour);
    }

    /** Returns what a dry run found out, and what is to be expected. */
    public static String text(Planner.DryRun dry, boolean colour) {
        return new DrillPlan(colour).of(dry);
    }

    private String of(Planner.DryRun dry) {
        Plan plan = dry.plan();
        Drill drill = plan.drill();
        sheet.wrapped(Columns.plain(drill.name() + ", in " + plan.world().word()), MOST_LINES, Sheet.BOLD);
        sheet.wrapped(Columns.plain(drill.why() + "."), MOST_LINES, Sheet.PLAIN);
        sheet.blank();
        drill.timeline().forEach(step -> sheet.fact(when(step), step.name() + ": " + act(step)));
        sheet.fact("end", "after " + Elapsed.text(drill.lasts()) + " everything is undone, and proven to be");
        sheet.blank();
        plan.hits().forEach(this::hit);
        if (!drill.accepts().isEmpty()) {
            sheet.fact("Accepted", drill.accepts().stream().map(Danger::word).collect(Collectors.joining(", ")));
        }
        sheet.blank();
        dry.looks().forEach(look -> look(look.probe().text(), look.seen()));
        sheet.blank();
        plan.prediction().ifPresent(this::prediction);
        plan.refusals().forEach(refusal -> sheet.wrapped("Refused: " + Columns.plain(refusal), MOST_LINES, Sheet.RED));
        sheet.line(
                plan.refusals().isEmpty() ? "Nothing was done." : "It would be refused. Nothing was done.", Sheet.BOLD);
        return sheet.text();
    }

    private void look(String probe, Observation seen) {
        boolean good = seen.truth() == Truth.TRUE;
        String mark = good ? "  ✓ " : seen.truth() == Truth.FALSE ? "  ✗ " : "  ? ";
        String why = seen.truth() == Truth.UNKNOWN ? seen.why() : seen.value();
        sheet.line(mark + Columns.plain(probe) + " now", good ? Sheet.GREEN : Sheet.YELLOW);
        if (!good && !why.isEmpty()) {
            sheet.wrapped(Columns.plain(why), MOST_LINES, Sheet.YELLOW);
        }
    }

    private void hit(Planned planned) {
        sheet.fact("Breaks", planned.hit().text(), "");
        sheet.fact("  undo", planned.hit().fault().undo().means());
        List<String> affects = planned.examined().affects().stream()
                .map(Target::text)
                .distinct()
                .toList();
        sheet.fact(
                "  also down",
                affects.isEmpty() ? "nothing else, if all redundancy works" : String.join(", ", affects));
    }

    private void prediction(Prediction prediction) {
        sheet.line(
                "Foreseen in " + prediction.steady() + " of " + prediction.runs() + " simulated runs, seed "
                        + prediction.seed() + " (the others were not healthy before):",
                Sheet.PLAIN);
        prediction.checks().stream()
                .filter(it -> !it.check().startsWith("before: ") && !it.check().startsWith("after: "))
                .forEach(it -> sheet.line(
                        "  " + Columns.fitted(Columns.plain(it.check()), WIDTH - 24)
                                + String.format(Locale.ROOT, " %.0f to %.0f %%", 100 * it.low(), 100 * it.high())
                                + fewer(it, prediction.steady()),
                        it.low() > 0.5 ? Sheet.GREEN : Sheet.RED));
        sheet.blank();
    }

    /** Who is hit may differ between runs, and with it what is asked. */
    private static String fewer(Prediction.Foreseen it, int steady) {
        int asked = it.passed() + it.failed() + it.unknown();
        return asked < steady ? " of " + asked : "";
    }

    private static String when(Step step) {
        if (step.when() instanceof When.At at) {
            return "at " + Elapsed.text(at.time());
        } else if (step.when() instanceof When.After after) {
            return "after " + after.step();
        }
        return "during " + ((When.During) step.when()).step();
    }

    private static String act(Step step) {
        if (step.act() instanceof Act.Break<?> it) {
            return it.fault().kind().word() + " at " + it.aim().text()
                    + it.lasts().map(time -> " for " + Elapsed.text(time)).orElse("");
        } else if (step.act() instanceof Act.Perform<?> it) {
            return it.operation().kind().word() + " of " + it.aim().text();
        }
        return "wait until " + ((Act.Gate) step.act()).probe().text();
    }
}
