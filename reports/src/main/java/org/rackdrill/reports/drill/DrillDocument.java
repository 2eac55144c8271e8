package org.rackdrill.reports.drill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code drill.json} holds about one run, key for key; {@code docs/drill-report.md} and {@code drill.schema.json}
 * say what each means. Times are seconds of the journal's clock.
 */
public record DrillDocument(
        String format,
        String rackdrill,
        String run,
        String world,
        String date,
        String journal,
        String drill,
        String lab,
        String labHash,
        @Nullable Long seed,
        String why,
        String headline,
        String verdict,
        String status,
        String means,
        String because,
        int exitCode,
        @Nullable Double firstFaultSeconds,
        List<Check> checks,
        List<Fault> faults,
        List<Step> steps,
        List<Part> parts,
        List<Watched> watched,
        List<Guard> guardrails,
        @Nullable Prediction prediction,
        @Nullable Plan plan,
        List<String> lessons) {

    /** The format that this version writes. */
    public static final String FORMAT = "1.0";

    /** One check of the drill. */
    public record Check(
            String kind,
            String text,
            String verdict,
            @Nullable Double promisedSeconds,
            String observed,
            @Nullable Double observedSeconds,
            String why,
            @Nullable Foreseen predicted) {}

    /** What the simulator expected of a check. */
    public record Foreseen(
            int passed,
            int failed,
            int unknown,
            double low,
            double high,
            @Nullable Took took) {}

    /** Where most of the simulated times lie. */
    public record Took(double lowSeconds, double medianSeconds, double highSeconds) {}

    /** One fault at one target. */
    public record Fault(
            String hit,
            String step,
            String fault,
            String target,
            String undo,
            String state,
            boolean taken,
            @Nullable Double injectedSeconds,
            @Nullable Double undoneSeconds,
            @Nullable Double provedSeconds,
            boolean timerLeft) {}

    /** One step of the timeline. */
    public record Step(
            String name,
            List<String> targets,
            @Nullable Double startedSeconds,
            @Nullable Double endedSeconds,
            String failed) {}

    /** One part of the run. */
    public record Part(String name, double fromSeconds, double toSeconds) {}

    /** What one probe saw. */
    public record Watched(String probe, List<Piece> pieces) {}

    /** A time in which a probe saw the same. */
    public record Piece(double fromSeconds, double toSeconds, String seen) {}

    /** One guardrail. */
    public record Guard(String probe, double patienceSeconds, boolean fired) {}

    /** How the simulator was asked. */
    public record Prediction(String labHash, long seed, int runs, int steady) {}

    /** What the run was going to do. */
    public record Plan(
            String day,
            boolean exact,
            boolean ignoresCalendar,
            List<PlannedHit> hits,
            List<String> refusals,
            List<String> accepts,
            List<String> touches,
            @Nullable Integer faultsAtOnce) {}

    /** A fault that was planned. */
    public record PlannedHit(
            String step, String fault, String target, String undo, List<String> affects, List<String> dangers) {}
}
