package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.run.Entry.Cause;
import org.rackdrill.chaos.run.Entry.Phase;

/** One run while it goes on: its parts in their order, and one loop that does whatever is most urgent. */
final class Session {
    private final World world;
    private final Log log;
    private final Terms terms;
    private final Examinations examinations;
    private boolean stopped;

    Session(World world, Log log, Terms terms) {
        this(world, log, terms, new Examinations(world));
    }

    /** Runs what was planned just now, with what the world said then. */
    Session(World world, Log log, Terms terms, Examinations examinations) {
        this.world = world;
        this.log = log;
        this.terms = terms;
        this.examinations = examinations;
    }

    /** Undoes what earlier runs left; returns what is not proven to be gone, or an empty text. */
    String reconcile(LeftBehind left) {
        if (left.owed().isEmpty()) {
            return "";
        }
        log.undo(new Entry.Began(world.now(), Phase.RECONCILING));
        List<OpenHit> hits = new ArrayList<>();
        for (Story.Owed owed : left.owed()) {
            OpenHit hit = new OpenHit(owed.hit(), owed.undo(), owed.settles(), world, log, terms);
            hit.takeOver(owed.lease());
            hits.add(hit);
        }
        // What was broken last is undone first.
        Collections.reverse(hits);
        drive(hits);
        examinations.forget();
        List<String> why = new ArrayList<>();
        hits.stream()
                .filter(OpenHit::left)
                .forEach(hit -> why.add("an earlier run left " + hit.hit().text() + " of run "
                        + hit.hit().run()));
        why.addAll(left.unclear());
        if (!why.isEmpty()) {
            stop(Cause.LEFT_BEHIND, String.join("; ", why));
        }
        return String.join("; ", why);
    }

    /** Runs a plan after everything that earlier runs left is gone. */
    void run(Plan plan) {
        List<String> refusals = new Planner(world, examinations).refusals(plan);
        if (!refusals.isEmpty()) {
            stop(Cause.REFUSAL, String.join("; ", refusals));
        }
        if (!stopped) {
            approve(plan.drill());
        }
        if (!stopped) {
            before(plan.drill());
        }
        if (!stopped && log.act(new Entry.Began(world.now(), Phase.TIMELINE))) {
            Course course = new Course(plan, world, examinations, log, terms);
            guarded(plan.drill(), course);
            undo(course);
            after(plan.drill());
        }
    }

    /** A bug of ours, or of a world, must not leave anything broken. The journal of such a run has no end. */
    private void guarded(Drill drill, Course course) {
        try {
            timeline(drill, course);
        } catch (RuntimeException e) {
            stop(Cause.BUG, e.toString());
            try {
                undo(course);
            } catch (RuntimeException later) {
                if (later != e) {
                    e.addSuppressed(later);
                }
            }
            throw e;
        }
    }

    private void approve(Drill drill) {
        for (Approval approval : drill.approvals()) {
            if (approval.before().isPresent()) {
                continue;
            }
            Truth answer = world.approval(approval);
            while (answer == Truth.UNKNOWN && !world.stopAsked()) {
                world.waitUntil(world.now().plus(terms.look()));
                answer = world.approval(approval);
            }
            if (answer != Truth.TRUE) {
                stop(Cause.REFUSAL, approval.by() + " did not say yes");
                return;
            }
        }
    }

    private void before(Drill drill) {
        log.note(new Entry.Began(world.now(), Phase.BEFORE));
        // Every probe is asked once, so that each is known when the timeline begins; the steady ones decide.
        Watch watch = new Watch(Watch.probes(drill), List.of(), world, log, terms);
        boolean round = false;
        while (!round) {
            round = watch.look();
        }
        if (!watch.allTrue(Watch.steady(drill))) {
            stop(Cause.NOT_STEADY, "the steady state was not seen");
        }
    }

    /** Leases come first, then what was seen, then what is due: a guardrail must be heard before the next fault. */
    private void timeline(Drill drill, Course course) {
        Watch watch = new Watch(Watch.probes(drill), drill.guardrails(), world, log, terms);
        Duration end = world.now().plus(drill.lasts());
        boolean lastRound = false;
        while (!stopped) {
            Duration now = world.now();
            OpenHit hit = mostUrgent(course.hits());
            Duration look = !lastRound && course.isAboutToHit() ? end : watch.due();
            if (hit != null && hit.due().compareTo(now) <= 0) {
                watch.beforeAHit();
                hit.act();
                examinations.forget();
            } else if (look.compareTo(now) <= 0) {
                if (watch.look() && lastRound) {
                    break;
                }
            } else if (!lastRound && now.compareTo(end) >= 0) {
                lastRound = true;
                watch.roundNow();
            } else if (!lastRound && course.due().compareTo(now) <= 0) {
                watch.beforeAStep();
                course.act();
                watch.also(course.chosen());
                if (course.isReady()) {
                    // Guardrails are heard once more before it breaks.
                    watch.roundNow();
                }
            } else {
                world.waitUntil(earliest(end, look, course.due(), hit));
            }
            notice(course, watch);
        }
        if (!stopped) {
            course.close();
            notice(course, watch);
        }
        if (!stopped) {
            lookAround(drill);
        }
    }

    private void notice(Course course, Watch watch) {
        course.follow();
        if (!watch.fired().isEmpty()) {
            stop(Cause.GUARDRAIL, watch.fired());
        } else if (!course.failed().isEmpty()) {
            stop(Cause.STEP, course.failed());
        } else if (world.stopAsked()) {
            stop(Cause.SIGNAL, "somebody asked the run to end");
        } else if (log.failure().isPresent()) {
            stop(Cause.JOURNAL, log.failure().get());
        }
    }

    /** Asks the world what no probe can see, or was too blind to see. */
    private void lookAround(Drill drill) {
        Story story = Story.of(log.lasting());
        drill.expectations().forEach(expectation -> look(expectation, story));
    }

    private void look(Expectation expectation, Story story) {
        Optional<Duration> since = story.since(expectation.since());
        since.ifPresent(from -> Chosen.each(expectation, story).stream()
                .filter(each -> Watch.probeOf(each).isEmpty() || Judge.asksBack(each, story))
                .forEach(each -> log.note(new Entry.Looked(world.now(), each, world.look(each, from)))));
    }

    private void undo(Course course) {
        log.undo(new Entry.Began(world.now(), Phase.UNDOING));
        List<OpenHit> hits = new ArrayList<>(course.hits());
        Collections.reverse(hits);
        hits.forEach(hit -> hit.undoNow(stopped ? "the drill was stopped" : "the drill is over"));
        drive(hits);
    }

    private void after(Drill drill) {
        log.note(new Entry.Began(world.now(), Phase.AFTER));
        Watch watch = new Watch(Watch.steady(drill), List.of(), world, log, terms);
        Duration patience = world.now().plus(world.stopAsked() ? Duration.ZERO : terms.recovery());
        boolean over = false;
        while (!over) {
            Duration due = watch.dueBy(patience);
            if (due.compareTo(world.now()) > 0) {
                world.waitUntil(due);
            }
            boolean round = watch.look();
            over = round && (watch.allTrue() || world.now().compareTo(patience) >= 0);
        }
    }

    /** A bug at one hit must not keep the others from being undone: it is thrown when they are. */
    private void drive(List<OpenHit> hits) {
        RuntimeException bug = null;
        for (OpenHit hit = mostUrgent(hits); hit != null; hit = mostUrgent(hits)) {
            try {
                // A stop that is asked for ends a wait, and nothing is due any earlier for that.
                while (hit.due().compareTo(world.now()) > 0) {
                    world.waitUntil(hit.due());
                }
                hit.act();
            } catch (RuntimeException e) {
                hit.stumble();
                bug = bug == null ? e : bug;
            }
        }
        if (bug != null) {
            throw bug;
        }
    }

    private void stop(Cause cause, String why) {
        if (!stopped) {
            stopped = true;
            log.undo(new Entry.Stopped(world.now(), cause, why));
        }
    }

    private static @Nullable OpenHit mostUrgent(List<OpenHit> hits) {
        OpenHit urgent = null;
        for (OpenHit hit : hits) {
            if (!hit.over() && (urgent == null || hit.due().compareTo(urgent.due()) < 0)) {
                urgent = hit;
            }
        }
        return urgent;
    }

    private static Duration earliest(Duration end, Duration look, Duration step, @Nullable OpenHit hit) {
        Duration first = look.compareTo(step) < 0 ? look : step;
        first = first.compareTo(end) < 0 ? first : end;
        return hit != null && hit.due().compareTo(first) < 0 ? hit.due() : first;
    }
}
