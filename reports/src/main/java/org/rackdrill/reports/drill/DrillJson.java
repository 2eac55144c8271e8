package org.rackdrill.reports.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Planned;
import org.rackdrill.chaos.run.Prediction;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.reports.json.RecordWriter;

/** A run as JSON, for programs: what the page shows, in numbers. */
public final class DrillJson {
    private DrillJson() {}

    /**
     * Returns the bytes of {@code drill.json}; equal runs give equal bytes.
     *
     * @param rackdrill the version of the program
     * @param journal the file that the run was read from
     */
    public static byte[] write(Replay run, String rackdrill, String journal) {
        return RecordWriter.bytes(document(run, rackdrill, journal));
    }

    /** Returns the JSON Schema of {@code drill.json}. */
    public static String schema() {
        try (InputStream in = DrillJson.class.getResourceAsStream("drill.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("drill.schema.json is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what {@link #write} writes. */
    public static DrillDocument document(Replay run, String rackdrill, String journal) {
        Account account = Account.of(run);
        Outcome outcome = run.outcome();
        Optional<Drill> drill = account.drill();
        return new DrillDocument(
                DrillDocument.FORMAT,
                rackdrill,
                run.opened().map(first -> first.run()).orElse(""),
                account.world().map(world -> world.word()).orElse("unknown"),
                run.opened().map(first -> first.date().toString()).orElse(""),
                journal,
                drill.map(Drill::name).orElse(""),
                drill.map(Drill::lab).orElse(""),
                run.plan().map(Plan::labHash).orElse(""),
                drill.flatMap(Drill::seed).orElse(null),
                drill.map(Drill::why).orElse(""),
                Headline.of(account),
                word(outcome.verdict()),
                word(outcome.status()),
                outcome.status().means(),
                outcome.why(),
                outcome.exitCode(),
                seconds(account.firstFault()),
                Checklist.of(account).stream().map(DrillJson::check).toList(),
                run.hits().stream().map(DrillJson::fault).toList(),
                run.steps().stream().map(DrillJson::step).toList(),
                run.parts().stream().map(DrillJson::part).toList(),
                run.watched().stream().map(DrillJson::watched).toList(),
                guards(account),
                run.plan().flatMap(Plan::prediction).map(DrillJson::prediction).orElse(null),
                run.plan().map(DrillJson::plan).orElse(null),
                Lessons.of(account));
    }

    private static DrillDocument.Check check(Checklist.Item item) {
        return new DrillDocument.Check(
                item.kind(),
                item.text(),
                item.judgement().map(it -> word(it.verdict())).orElse("never-judged"),
                seconds(item.promised()),
                item.judgement().map(Judgement::measured).orElse(""),
                seconds(item.judgement().flatMap(Judgement::took)),
                item.judgement().map(Judgement::why).orElse(""),
                item.foreseen().map(DrillJson::foreseen).orElse(null));
    }

    private static DrillDocument.Foreseen foreseen(Prediction.Foreseen it) {
        return new DrillDocument.Foreseen(
                it.passed(),
                it.failed(),
                it.unknown(),
                it.low(),
                it.high(),
                it.took()
                        .map(range -> new DrillDocument.Took(
                                inSeconds(range.low()), inSeconds(range.median()), inSeconds(range.high())))
                        .orElse(null));
    }

    private static DrillDocument.Fault fault(Replay.Harm harm) {
        Hit hit = harm.hit();
        return new DrillDocument.Fault(
                hit.key(),
                hit.step(),
                hit.fault().kind().word(),
                hit.target().text(),
                word(hit.fault().undo()),
                word(harm.state()),
                harm.taken(),
                seconds(harm.injected()),
                seconds(harm.undone()),
                seconds(harm.proved()),
                harm.timerLeft());
    }

    private static DrillDocument.Step step(Replay.Stage step) {
        return new DrillDocument.Step(
                step.name(), texts(step.targets()), seconds(step.started()), seconds(step.ended()), step.failed());
    }

    private static DrillDocument.Part part(Replay.Part part) {
        return new DrillDocument.Part(word(part.phase()), inSeconds(part.from()), inSeconds(part.to()));
    }

    private static DrillDocument.Watched watched(Replay.Watched watched) {
        return new DrillDocument.Watched(
                watched.probe().text(),
                watched.pieces().stream()
                        .map(it -> new DrillDocument.Piece(inSeconds(it.from()), inSeconds(it.to()), word(it.truth())))
                        .toList());
    }

    private static List<DrillDocument.Guard> guards(Account account) {
        List<DrillDocument.Guard> guards = new ArrayList<>();
        account.drill()
                .ifPresent(drill -> drill.guardrails()
                        .forEach(it -> guards.add(new DrillDocument.Guard(
                                it.probe().text(), inSeconds(it.patience()), Guarded.fired(account, it)))));
        return guards;
    }

    private static DrillDocument.Prediction prediction(Prediction it) {
        return new DrillDocument.Prediction(it.labHash(), it.seed(), it.runs(), it.steady());
    }

    private static DrillDocument.Plan plan(Plan plan) {
        Drill drill = plan.drill();
        return new DrillDocument.Plan(
                plan.day().toString(),
                plan.exact(),
                plan.ignoresCalendar(),
                plan.hits().stream().map(DrillJson::planned).toList(),
                plan.refusals(),
                drill.accepts().stream().map(Danger::word).toList(),
                texts(drill.blastRadius().touches()),
                drill.blastRadius().faultsAtOnce().orElse(null));
    }

    private static DrillDocument.PlannedHit planned(Planned planned) {
        Hit hit = planned.hit();
        return new DrillDocument.PlannedHit(
                hit.step(),
                hit.fault().kind().word(),
                hit.target().text(),
                word(hit.fault().undo()),
                texts(planned.examined().affects()),
                planned.examined().dangers().stream().map(Danger::word).toList());
    }

    private static List<String> texts(List<Target> targets) {
        return targets.stream().map(Target::text).toList();
    }

    /** Such as {@code undo-failed}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Double seconds(Optional<Duration> time) {
        return time.map(DrillJson::inSeconds).orElse(null);
    }

    private static double inSeconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
