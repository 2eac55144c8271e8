package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.journal.Damage;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Entry.Phase;

/**
 * Judges a run from its journal and nothing else, so that the same journal gives the same outcome at any time. What the
 * journal does not show was not seen.
 */
public final class Judge {
    private final Story story;
    private final List<Judgement> judgements = new ArrayList<>();
    private Status worst = Status.PASSED;
    private String why = "";

    private Judge(Story story) {
        this.story = story;
    }

    /**
     * Judges the journal of an earlier run.
     *
     * @throws Unreadable when this version cannot understand it
     */
    public static Outcome replay(Recovered journal) throws Unreadable {
        return judge(Entries.of(journal), journal.damage());
    }

    static Outcome judge(List<Entry> entries, Optional<Damage> damage) {
        Story story = Story.of(entries);
        Judge judge = new Judge(story);
        judge.end();
        judge.faults();
        damage.ifPresent(what -> judge.found(Status.JOURNAL_DAMAGED, what.toString()));
        story.plan().ifPresent(plan -> judge.checks(plan.drill()));
        return new Outcome(judge.worst, judge.why, judge.judgements, story.states());
    }

    private void found(Status status, String because) {
        if (status.compareTo(worst) > 0) {
            worst = status;
            why = because;
        }
    }

    private void end() {
        if (!story.closed()) {
            found(Status.KILLED, "the journal has no end");
        }
        story.failed().ifPresent(step -> found(Status.STEP_FAILED, "step " + step.step() + ": " + step.why()));
        story.stopped().ifPresent(stop -> {
            switch (stop.cause()) {
                case LEFT_BEHIND -> found(Status.UNDO_UNVERIFIED, stop.why());
                case REFUSAL -> found(Status.REFUSED, stop.why());
                case NOT_STEADY -> {}
                case STEP -> found(Status.STEP_FAILED, stop.why());
                case GUARDRAIL -> found(Status.GUARDRAIL, stop.why());
                case SIGNAL -> found(Status.INTERRUPTED, stop.why());
                case BUG -> found(Status.KILLED, stop.why());
                case JOURNAL -> found(Status.JOURNAL_FAILED, stop.why());
            }
        });
    }

    private void faults() {
        for (Map.Entry<String, FaultState> fault : story.states().entrySet()) {
            switch (fault.getValue()) {
                case UNDO_FAILED -> found(Status.UNDO_FAILED, fault.getKey());
                case UNDONE_UNVERIFIED -> found(Status.UNDO_UNVERIFIED, fault.getKey());
                case ARMED, APPLIED -> found(Status.LEFT_OPEN, fault.getKey());
                case PLANNED, UNDONE_VERIFIED, IRREVERSIBLE -> {}
            }
        }
        story.timers().forEach(hit -> found(Status.TIMER_LEFT, hit));
    }

    private void checks(Drill drill) {
        boolean before = drill.steady().stream().map(this::steadyBefore).reduce(true, Boolean::logicalAnd);
        if (!before || story.began(Phase.TIMELINE).isEmpty()) {
            if (worst.compareTo(Status.TIMER_LEFT) <= 0) {
                found(Status.NOT_SEEN, "the timeline never began");
            }
            return;
        }
        drill.steady().forEach(this::steadyDuring);
        for (Expectation expectation : drill.expectations()) {
            List<Expectation> each = Chosen.each(expectation, story);
            each.forEach(it -> judged(expectation(it)));
            if (each.isEmpty()) {
                judged(Judgement.timeless(
                        expectation.text(), Verdict.UNKNOWN, "", "what it is about was never chosen"));
            }
        }
        drill.steady().forEach(this::steadyAfter);
        if (judgements.isEmpty()) {
            found(Status.NOT_SEEN, "the drill has nothing that could be seen");
        }
    }

    private void judged(Judgement judgement) {
        judgements.add(judgement);
        String because = judgement.check() + ": " + judgement.why();
        if (judgement.verdict() == Verdict.UNKNOWN) {
            found(Status.NOT_SEEN, because);
        } else if (judgement.verdict() != Verdict.PASSED) {
            found(Status.DEVIATED, because);
        }
    }

    private boolean steadyBefore(Steady steady) {
        Optional<Duration> from = story.began(Phase.BEFORE);
        String check = "before: " + steady.probe().text();
        if (from.isEmpty()) {
            return false;
        }
        Duration to = story.began(Phase.TIMELINE).orElse(story.end());
        Truth truth = story.series(steady.probe(), from.get(), to).last();
        judgements.add(
                Judgement.timeless(check, Checks.verdict(truth), "", truth == Truth.TRUE ? "" : "it was not seen"));
        if (truth == Truth.FALSE) {
            found(Status.NOT_STEADY, check + " was false");
        } else if (truth == Truth.UNKNOWN) {
            found(Status.NOT_SEEN_STEADY, check + " could not be seen");
        }
        return truth == Truth.TRUE;
    }

    private void steadyDuring(Steady steady) {
        if (steady.tolerates().isPresent()) {
            Series series = story.series(steady.probe(), seenFrom(), story.timelineEnd())
                    .since(start());
            String check = "during: " + steady.probe().text();
            judged(Checks.notLonger(check, series, steady.tolerates().get()));
        }
    }

    private void steadyAfter(Steady steady) {
        Optional<Duration> from = story.began(Phase.AFTER);
        String check = "after: " + steady.probe().text();
        Truth truth = from.isEmpty()
                ? Truth.UNKNOWN
                : story.series(steady.probe(), from.get(), story.end()).last();
        judgements.add(Judgement.timeless(
                check, Checks.verdict(truth), "", truth == Truth.TRUE ? "" : "it did not come back"));
        if (truth == Truth.FALSE) {
            found(Status.NOT_RECOVERED, check + " was false");
        } else if (truth == Truth.UNKNOWN) {
            found(Status.NOT_SEEN, check + " could not be seen");
        }
    }

    /** Returns whether something is to be asked afterwards, because its probe could not see it all the time. */
    static boolean asksBack(Expectation expectation, Story story) {
        return expectation instanceof Expectation.Always always
                && always.probe() instanceof Probe.RunsOnce
                && new Judge(story).expectation(expectation).verdict() == Verdict.UNKNOWN;
    }

    private Judgement expectation(Expectation expectation) {
        Optional<Duration> since = story.since(expectation.since());
        if (since.isEmpty()) {
            return Judgement.timeless(expectation.text(), Verdict.UNKNOWN, "", "what it counts from never happened");
        }
        return Watch.probeOf(expectation)
                .map(probe -> Checks.of(
                        expectation,
                        story.series(probe, seenFrom(), story.timelineEnd()).since(since.get()),
                        since.get()))
                .filter(seen ->
                        seen.verdict() != Verdict.UNKNOWN || look(expectation).isEmpty())
                .orElseGet(() -> looked(expectation));
    }

    private Optional<Entry.Looked> look(Expectation expectation) {
        return story.worldLooks().stream()
                .filter(look -> look.expectation().equals(expectation))
                .findFirst();
    }

    private Judgement looked(Expectation expectation) {
        return look(expectation)
                .map(look -> Judgement.timeless(
                        expectation.text(),
                        Checks.verdict(look.seen().truth()),
                        look.seen().value(),
                        why(look.seen())))
                .orElseGet(() -> Judgement.timeless(
                        expectation.text(), Verdict.UNKNOWN, "", "the run ended before the last look"));
    }

    /** What was seen just before the timeline holds when it begins. */
    private Duration seenFrom() {
        return story.began(Phase.BEFORE).orElse(start());
    }

    /** Returns what was wrong, which for what was measured is the value itself. */
    private static String why(Observation seen) {
        if (seen.truth() == Truth.TRUE) {
            return "";
        }
        return seen.why().isEmpty() && !seen.value().isEmpty() ? seen.value() : Watch.said(seen);
    }

    private Duration start() {
        return story.began(Phase.TIMELINE).orElse(Duration.ZERO);
    }
}
