package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Drill;

/**
 * Looks at probes in rounds, one probe at a time, and writes down what changes. Where nobody looked for long, because the
 * process or its host stood still, it writes down that nothing is known.
 *
 * <p>Rounds in which a world that is quiet would say nothing new are passed over, as if they had been made.
 */
final class Watch {
    /** Longer than any drill, and short enough to be counted in nanoseconds. */
    private static final Duration LONG = Duration.ofDays(10_000);

    private final World world;
    private final Log log;
    private final Terms terms;
    private final List<Watched> probes = new ArrayList<>();
    private final List<Guardrail> guardrails;

    /** A round takes as long as its calls, and those of the hits in between. */
    private Duration longestGap = Duration.ZERO;

    private int next;
    private Duration roundAt;
    private String fired = "";

    /** When the last round was that was passed over. */
    private Duration passedAt = Duration.ZERO;
    /** Rounds before this see nothing new; zero when nobody can tell. */
    private Duration quietUntil = Duration.ZERO;

    private Duration roundBegan = Duration.ZERO;
    private boolean disturbed;

    /** One probe, and what it saw last. */
    private static final class Watched {
        private final Probe probe;
        private @Nullable Observation last;
        private Duration lookedAt = Duration.ZERO;
        private @Nullable Duration badSince;

        Watched(Probe probe) {
            this.probe = probe;
        }

        boolean isTrue() {
            return last != null && last.truth() == Truth.TRUE;
        }
    }

    Watch(List<Probe> probes, List<Guardrail> guardrails, World world, Log log, Terms terms) {
        this.guardrails = guardrails;
        this.world = world;
        this.log = log;
        this.terms = terms;
        this.roundAt = world.now();
        also(probes);
    }

    /** Looks at further probes from now on, and at once: what is not looked at is not known. */
    void also(List<Probe> more) {
        int before = probes.size();
        for (Probe probe : more) {
            if (probes.stream().noneMatch(watched -> watched.probe.equals(probe))) {
                probes.add(new Watched(probe));
            }
        }
        if (probes.size() > before) {
            roundNow();
        }
        longestGap = terms.look().multipliedBy(2).plus(terms.call().multipliedBy(probes.size() + 4L));
    }

    /** Returns every probe that a drill needs from the beginning, in the order of the drill. */
    static List<Probe> probes(Drill drill) {
        Set<Probe> probes = new LinkedHashSet<>();
        drill.steady().forEach(steady -> probes.add(steady.probe()));
        drill.guardrails().forEach(guardrail -> probes.add(guardrail.probe()));
        drill.expectations().forEach(expectation -> probeOf(expectation).ifPresent(probes::add));
        probes.removeIf(probe -> Chosen.step(probe.of()).isPresent());
        return List.copyOf(probes);
    }

    /** Returns the probes of the steady state. */
    static List<Probe> steady(Drill drill) {
        return drill.steady().stream().map(Steady::probe).distinct().toList();
    }

    /** Returns the probe that shows whether an expectation is met; none: only the world can tell. */
    static Optional<Probe> probeOf(Expectation expectation) {
        if (expectation instanceof Expectation.Recovers recovers) {
            return Optional.of(new Probe.Up(recovers.of()));
        } else if (expectation instanceof Expectation.Down down) {
            return Optional.of(new Probe.Up(down.of()));
        } else if (expectation instanceof Expectation.Alarm alarm) {
            return Optional.of(new Probe.NoAlarm(alarm.about()));
        } else if (expectation instanceof Expectation.RedundancyBack back) {
            return Optional.of(new Probe.Redundant(back.of()));
        } else if (expectation instanceof Expectation.Always always) {
            return Optional.of(always.probe());
        } else if (expectation instanceof Expectation.Eventually eventually) {
            return Optional.of(eventually.probe());
        }
        return Optional.empty();
    }

    /** Returns when the next look is due that may see something new. */
    Duration due() {
        return dueBy(quietUntil);
    }

    /** Returns when the next look is due that may see something new, or that is not before a time. */
    Duration dueBy(Duration time) {
        return roundAt.plusNanos(
                rounds(earlier(time, quietUntil)) * terms.look().toNanos());
    }

    /** Returns how many rounds before a time are passed over. */
    private long rounds(Duration time) {
        if (next > 0 || time.compareTo(roundAt) <= 0) {
            return 0;
        }
        long between = terms.look().toNanos();
        return (time.minus(roundAt).toNanos() + between - 1) / between;
    }

    /** Begins a round now, whenever the next one was due. */
    void roundNow() {
        passBefore(world.now());
        next = 0;
        roundAt = world.now();
        quietUntil = Duration.ZERO;
    }

    /** What comes next is done to the world, ahead of a look that is due now: it may answer otherwise from then on. */
    void beforeAHit() {
        passBefore(world.now());
        disturb();
    }

    /** The same, for what comes after a look that is due now. */
    void beforeAStep() {
        passBefore(world.now().plusNanos(1));
        disturb();
    }

    private void disturb() {
        disturbed = true;
        quietUntil = Duration.ZERO;
    }

    private void passBefore(Duration time) {
        long rounds = rounds(earlier(time, quietUntil));
        if (rounds > 0) {
            passedAt = roundAt.plusNanos((rounds - 1) * terms.look().toNanos());
            roundAt = passedAt.plus(terms.look());
        }
    }

    /** Makes one look; true when it ended a round. */
    boolean look() {
        if (next == 0) {
            passBefore(world.now());
            roundBegan = world.now();
            disturbed = false;
        }
        Duration began = roundAt;
        if (next < probes.size()) {
            look(probes.get(next++));
        }
        if (next < probes.size()) {
            return false;
        }
        next = 0;
        Duration now = world.now();
        Duration following = began.plus(terms.look());
        roundAt = following.compareTo(now) > 0 ? following : now.plus(terms.again());
        // What was asked at different times, or before something was done, says nothing of one moment.
        quietUntil = disturbed || !now.equals(roundBegan) ? Duration.ZERO : quiet();
        return true;
    }

    /** A guardrail that runs out of patience fires in the round in which it does, whether something is new or not. */
    private Duration quiet() {
        Duration quiet = earlier(world.quietUntil(), world.now().plus(LONG));
        for (Watched watched : probes) {
            for (Guardrail guardrail : guardrails) {
                if (watched.badSince != null && guardrail.probe().equals(watched.probe)) {
                    quiet = earlier(quiet, watched.badSince.plus(guardrail.patience()));
                }
            }
        }
        return quiet;
    }

    private static Duration earlier(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Returns whether each probe was true when it was last asked. */
    boolean allTrue() {
        return probes.stream().allMatch(Watched::isTrue);
    }

    /** Returns the same for some of them. */
    boolean allTrue(List<Probe> some) {
        return probes.stream().filter(it -> some.contains(it.probe)).allMatch(Watched::isTrue);
    }

    /** Returns which guardrail has fired and what it saw; empty when none has. */
    String fired() {
        return fired;
    }

    private void look(Watched watched) {
        Observation seen = world.observe(watched.probe);
        Duration now = world.now();
        Observation before = watched.last;
        if (before != null) {
            Duration lookedAt = watched.lookedAt.compareTo(passedAt) > 0 ? watched.lookedAt : passedAt;
            if (now.minus(lookedAt).compareTo(longestGap) > 0) {
                before = new Observation(Truth.UNKNOWN, "", "nobody looked until " + now);
                log.note(new Entry.Seen(lookedAt.plus(terms.look()), watched.probe, before));
            }
        }
        watched.lookedAt = now;
        if (before == null || before.truth() != seen.truth()) {
            log.note(new Entry.Seen(now, watched.probe, seen));
        }
        watched.last = seen;
        guard(watched, seen, now);
    }

    private void guard(Watched watched, Observation seen, Duration now) {
        if (seen.truth() == Truth.TRUE) {
            watched.badSince = null;
            return;
        }
        Duration since = watched.badSince == null ? now : watched.badSince;
        watched.badSince = since;
        for (Guardrail guardrail : guardrails) {
            if (fired.isEmpty()
                    && guardrail.probe().equals(watched.probe)
                    && now.minus(since).compareTo(guardrail.patience()) >= 0) {
                fired = "guardrail " + watched.probe.text() + " saw " + said(seen);
            }
        }
    }

    /** Returns an observation as people say it. */
    static String said(Observation seen) {
        List<String> parts = new ArrayList<>();
        parts.add(seen.truth().name().toLowerCase(java.util.Locale.ROOT));
        if (!seen.value().isEmpty()) {
            parts.add(seen.value());
        }
        if (!seen.why().isEmpty()) {
            parts.add(seen.why());
        }
        return String.join(", ", parts);
    }
}
