package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.When;

/** The timeline of one run: which step is due, and how those that go on are doing. */
final class Course {
    private static final Duration NEVER = Going.NEVER;

    /** A look that begins later than this before a hit may still go on when the hit is due. */
    private static final Duration CLOSE = Duration.ofMillis(500);

    private final Plan plan;
    private final World world;
    private final Examinations examinations;
    private final Log log;
    private final Terms terms;
    private final Duration began;
    private final Targets targets;
    private final Guards guards;
    private final Map<String, Going> steps = new LinkedHashMap<>();
    private final List<OpenHit> hits = new ArrayList<>();
    private String failed = "";

    Course(Plan plan, World world, Examinations examinations, Log log, Terms terms) {
        this.plan = plan;
        this.world = world;
        this.examinations = examinations;
        this.log = log;
        this.terms = terms;
        this.began = world.now();
        this.targets = new Targets(plan.drill(), world);
        this.guards = new Guards(plan.drill());
        plan.drill().timeline().forEach(step -> steps.put(step.name(), new Going(step)));
    }

    /** Returns everything that was armed so far, in the order of arming. */
    List<OpenHit> hits() {
        return hits;
    }

    /** Returns why the timeline cannot go on, or an empty text. */
    String failed() {
        return failed;
    }

    /** Returns when the next step needs a call. */
    Duration due() {
        Duration due = NEVER;
        for (Going going : steps.values()) {
            Duration its = due(going);
            due = its.compareTo(due) < 0 ? its : due;
        }
        return due;
    }

    private Duration due(Going going) {
        if (!going.ended.equals(NEVER)) {
            return NEVER;
        }
        if (!going.started.equals(NEVER)) {
            return going.hits.isEmpty() || !going.next.isEmpty() ? going.lookAt : NEVER;
        }
        Duration starts = later(startsAt(going.step.when()), going.lookAt);
        boolean ahead = going.step.act() instanceof Act.Break<?>
                && !going.triedAhead
                && going.lookAt.isZero()
                && !starts.equals(NEVER);
        return ahead ? starts.minus(world.headStart()) : starts;
    }

    /** Returns whether a hit is ready and not yet due. */
    boolean isReady() {
        return isReadyFor(NEVER);
    }

    /**
     * Returns whether a look at anything could make a hit late: one that is ready is due soon, or some of those that
     * belong together are done and others are not.
     */
    boolean isAboutToHit() {
        boolean halfDone = steps.values().stream()
                .anyMatch(going -> !going.started.equals(NEVER) && going.ended.equals(NEVER) && !going.next.isEmpty());
        return halfDone || isReadyFor(world.now().plus(CLOSE));
    }

    private boolean isReadyFor(Duration time) {
        return steps.values().stream()
                .anyMatch(
                        going -> going.isReady() && startsAt(going.step.when()).compareTo(time) <= 0);
    }

    private Duration startsAt(When when) {
        if (when instanceof When.At at) {
            return began.plus(at.time());
        } else if (when instanceof When.After after) {
            return plus(going(after.step()).ended, after.delay());
        } else if (when instanceof When.During during) {
            return plus(going(during.step()).started, during.delay());
        }
        throw new IllegalStateException("a step that starts " + when);
    }

    private Going going(String step) {
        Going going = steps.get(step);
        if (going == null) {
            throw new IllegalStateException("the drill has no step " + step);
        }
        return going;
    }

    /** Does what is due for the first step in the order of the file. */
    void act() {
        Duration now = world.now();
        for (Going going : steps.values()) {
            if (due(going).compareTo(now) <= 0) {
                if (going.started.equals(NEVER) && startsAt(going.step.when()).compareTo(now) > 0) {
                    readyAhead(going);
                } else {
                    act(going, now);
                    examinations.forget();
                }
                return;
            }
        }
    }

    /** Notices which hits are over, and which went wrong. */
    void follow() {
        for (Going going : steps.values()) {
            boolean over = going.ended.equals(NEVER) && !going.hits.isEmpty() && going.next.isEmpty();
            for (OpenHit hit : going.hits) {
                over &= hit.over() && hit.trouble().isEmpty();
                if (!hit.trouble().isEmpty()) {
                    fail(going, hit.trouble());
                }
            }
            if (over) {
                end(going);
            }
        }
    }

    private void act(Going going, Duration now) {
        if (going.started.equals(NEVER)) {
            boolean ready = going.isReady();
            if (!ready && !approved(going, now)) {
                return;
            }
            going.started = now;
            boolean aimed = ready || going.step.act() instanceof Act.Gate || aim(going);
            boolean written = log.act(new Entry.Started(now, going.step.name(), going.targets.targets()));
            if (!aimed || !written) {
                return;
            }
            if (going.step.act() instanceof Act.Break<?> act) {
                if (ready) {
                    breakReady(going, act);
                    return;
                }
                going.next.addAll(hits(going, act));
            }
        }
        if (going.step.act() instanceof Act.Break<?> act) {
            breakNext(going, act);
        } else if (going.step.act() instanceof Act.Perform<?> act) {
            perform(going, act, now);
        } else if (going.step.act() instanceof Act.Gate act) {
            gate(going, act, now);
        }
    }

    private boolean approved(Going going, Duration now) {
        for (Approval approval : plan.drill().approvals()) {
            if (approval.before().filter(going.step.name()::equals).isPresent()) {
                Truth answer = world.approval(approval);
                if (answer == Truth.FALSE) {
                    fail(going, approval.by() + " said no");
                }
                if (answer != Truth.TRUE) {
                    going.lookAt = now.plus(terms.look());
                    return false;
                }
            }
        }
        return true;
    }

    private List<Hit> hits(Going going, Act.Break<?> act) {
        return Targets.hits(plan.run(), going.step.name(), act.fault(), going.targets.targets());
    }

    /**
     * Makes the first hit of a step ready before it is due. Whatever speaks against it now may be over by then, and is
     * said then if it is not.
     */
    private void readyAhead(Going going) {
        going.triedAhead = true;
        going.targets = targets.of(going.step);
        boolean agreed = plan.drill().approvals().stream()
                .filter(approval ->
                        approval.before().filter(going.step.name()::equals).isPresent())
                .allMatch(approval -> world.approval(approval) == Truth.TRUE);
        if (!agreed || !missed(going).isEmpty() || !(going.step.act() instanceof Act.Break<?> act)) {
            return;
        }
        List<Hit> all = hits(going, act);
        if (refusal(all.get(0)).isEmpty()) {
            going.next.addAll(all);
            going.ahead = Optional.of(examinations.of(all.get(0)));
            going.aheadAfter = examinations.changes();
            // The intent alone counts as done where nothing can be taken back.
            if (all.get(0).needsArming()) {
                open(going);
            }
        }
    }

    private boolean aim(Going going) {
        going.targets = targets.of(going.step);
        String missed = missed(going);
        if (!missed.isEmpty()) {
            fail(going, missed);
        }
        return missed.isEmpty();
    }

    /** Returns why the targets of a step are none to work on, or an empty text. */
    private String missed(Going going) {
        if (going.targets.targets().isEmpty()) {
            return going.targets.why();
        }
        List<Object> planned = new ArrayList<>();
        for (Planned hit : plan.hits()) {
            if (hit.hit().step().equals(going.step.name())) {
                planned.add(hit.hit().target());
            }
        }
        if (plan.exact() && going.step.act() instanceof Act.Break<?> && !planned.equals(going.targets.targets())) {
            return "it would hit " + going.targets.targets() + ", which is not what was planned";
        }
        return "";
    }

    /**
     * Breaks one target; whatever is more urgent than the others comes before them. Each is examined when the one before
     * it is hit already: that may have been the last redundancy.
     */
    private void breakNext(Going going, Act.Break<?> act) {
        String refused = refusal(going.next.element());
        if (refused.isEmpty()) {
            inject(going, act, open(going));
        } else {
            fail(going, refused);
        }
    }

    /** Breaks what was made ready ahead; what else was done since may have made it one too many. */
    private void breakReady(Going going, Act.Break<?> act) {
        boolean opened = !going.hits.isEmpty();
        Hit hit = opened ? going.hits.get(0).hit() : going.next.element();
        String refused = "";
        if (examinations.changes() != going.aheadAfter) {
            going.ahead = Optional.empty();
            refused = refusal(hit);
        }
        if (refused.isEmpty()) {
            inject(going, act, opened ? going.hits.get(0) : open(going));
        } else {
            fail(going, refused);
        }
    }

    private void inject(Going going, Act.Break<?> act, OpenHit open) {
        String trouble = open.inject(act.lasts().map(going.started::plus).orElse(OpenHit.untilTheEnd()));
        if (!trouble.isEmpty()) {
            fail(going, trouble);
        }
    }

    /** Writes down and arms the next hit of a step. */
    private OpenHit open(Going going) {
        Hit hit = going.next.remove();
        Examined examined = going.ahead.orElseGet(() -> examinations.of(hit));
        going.ahead = Optional.empty();
        OpenHit open = new OpenHit(hit, examined.undo(), examined.settles(), world, log, terms);
        hits.add(open);
        going.hits.add(open);
        String trouble = open.ready(examined.affects());
        if (!trouble.isEmpty()) {
            fail(going, trouble);
        }
        return open;
    }

    private String refusal(Hit hit) {
        long others = hits.stream()
                .filter(open -> open.present() && !open.hit().equals(hit))
                .count();
        String refused = guards.refusesAtOnce((int) others + 1);
        return refused.isEmpty() ? guards.refuses(hit, examinations.of(hit)) : refused;
    }

    private void perform(Going going, Act.Perform<?> act, Duration now) {
        going.lookAt = now.plus(terms.look());
        boolean done = true;
        int number = 1;
        for (var target : going.targets.targets()) {
            String key = plan.run() + "/" + going.step.name() + "/" + number++;
            Answer answer = world.perform(key, act.operation(), target);
            if (answer.kind() == Answer.Kind.REFUSED) {
                fail(going, act.operation().kind().word() + " of " + target.text() + ": " + answer.why());
                return;
            }
            done &= answer.done();
        }
        if (done) {
            end(going);
        } else if (act.within().isPresent()
                && now.compareTo(going.started.plus(act.within().get())) >= 0) {
            fail(going, act.operation().kind().word() + " was not finished in time");
        }
    }

    private void gate(Going going, Act.Gate act, Duration now) {
        going.lookAt = now.plus(terms.look());
        if (targetsOf(act.probe()).stream()
                .allMatch(probe -> world.observe(probe).truth() == Truth.TRUE)) {
            end(going);
        } else if (now.compareTo(going.started.plus(act.within())) >= 0) {
            fail(going, act.probe().text() + " was not seen to be true in time");
        }
    }

    private List<Probe> targetsOf(Probe probe) {
        return Chosen.step(probe.of())
                .map(step -> going(step).targets.targets().stream()
                        .map(target -> Chosen.at(probe, target))
                        .toList())
                .orElse(List.of(probe));
    }

    /** Returns the probes of what the steps have hit so far, for expectations that speak of "the target of" a step. */
    List<Probe> chosen() {
        List<Probe> probes = new ArrayList<>();
        for (Expectation expectation : plan.drill().expectations()) {
            Chosen.step(expectation)
                    .ifPresent(
                            step -> Chosen.each(expectation, going(step).targets.targets())
                                    .forEach(each -> Watch.probeOf(each).ifPresent(probes::add)));
        }
        return probes;
    }

    private void end(Going going) {
        going.ended = world.now();
        log.note(new Entry.Ended(going.ended, going.step.name()));
    }

    private void fail(Going going, String why) {
        if (failed.isEmpty()) {
            failed = "step " + going.step.name() + ": " + why;
            going.ended = world.now();
            log.note(new Entry.Failed(going.ended, going.step.name(), why));
        }
    }

    /** The time is over: a step that is not done by now has failed, but for faults, which are undone next. */
    void close() {
        for (Going going : steps.values()) {
            if (going.started.equals(NEVER)) {
                fail(going, "it never began");
            } else if (going.ended.equals(NEVER) && (going.hits.isEmpty() || !going.next.isEmpty())) {
                fail(going, "it was not done by the end of the drill");
            }
            going.hits.forEach(OpenHit::makeSureItIsThere);
        }
    }

    private static Duration plus(Duration time, Duration delay) {
        return time.equals(NEVER) ? NEVER : time.plus(delay);
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
