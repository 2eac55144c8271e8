package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 */
final class Watch {
    private final World world;
    private final Log log;
    private final Terms terms;
    private final List<Probe> probes;
    private final List<Guardrail> guardrails;

    private final Map<Probe, Observation> last = new HashMap<>();
    private final Map<Probe, Duration> lookedAt = new HashMap<>();
    private final Map<Probe, Duration> badSince = new HashMap<>();
    private int next;
    private Duration roundAt;
    private String fired = "";

    Watch(List<Probe> probes, List<Guardrail> guardrails, World world, Log log, Terms terms) {
        this.probes = new ArrayList<>(probes);
        this.guardrails = guardrails;
        this.world = world;
        this.log = log;
        this.terms = terms;
        this.roundAt = world.now();
    }

    /** Looks at further probes from now on, and at once: what is not looked at is not known. */
    void also(List<Probe> more) {
        List<Probe> unknown =
                more.stream().filter(probe -> !probes.contains(probe)).toList();
        if (!unknown.isEmpty()) {
            probes.addAll(unknown);
            roundNow();
        }
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

    /** Returns when the next look is due. */
    Duration due() {
        return roundAt;
    }

    /** Begins a round now, whenever the next one was due. */
    void roundNow() {
        next = 0;
        roundAt = world.now();
    }

    /** Makes one look; true when it ended a round. */
    boolean look() {
        Duration began = roundAt;
        if (next < probes.size()) {
            look(probes.get(next++));
        }
        if (next < probes.size()) {
            return false;
        }
        next = 0;
        Duration following = began.plus(terms.look());
        roundAt = following.compareTo(world.now()) > 0 ? following : world.now().plus(terms.again());
        return true;
    }

    /** Returns whether each probe was true when it was last asked. */
    boolean allTrue() {
        return probes.stream().allMatch(probe -> last.containsKey(probe) && truth(probe) == Truth.TRUE);
    }

    /** Returns which guardrail has fired and what it saw; empty when none has. */
    String fired() {
        return fired;
    }

    private Truth truth(Probe probe) {
        Observation seen = last.get(probe);
        return seen == null ? Truth.UNKNOWN : seen.truth();
    }

    private void look(Probe probe) {
        Observation seen = world.observe(probe);
        Duration now = world.now();
        Duration before = lookedAt.get(probe);
        if (before != null && now.minus(before).compareTo(longestGap()) > 0) {
            Observation gap = new Observation(Truth.UNKNOWN, "", "nobody looked until " + now);
            log.note(new Entry.Seen(before.plus(terms.look()), probe, gap));
            last.put(probe, gap);
        }
        lookedAt.put(probe, now);
        if (!last.containsKey(probe) || truth(probe) != seen.truth()) {
            log.note(new Entry.Seen(now, probe, seen));
        }
        last.put(probe, seen);
        guard(probe, seen, now);
    }

    /** A round takes as long as its calls, and those of the hits in between. */
    private Duration longestGap() {
        return terms.look().multipliedBy(2).plus(terms.call().multipliedBy(probes.size() + 4L));
    }

    private void guard(Probe probe, Observation seen, Duration now) {
        if (seen.truth() == Truth.TRUE) {
            badSince.remove(probe);
            return;
        }
        Duration since = badSince.computeIfAbsent(probe, first -> now);
        for (Guardrail guardrail : guardrails) {
            if (fired.isEmpty()
                    && guardrail.probe().equals(probe)
                    && now.minus(since).compareTo(guardrail.patience()) >= 0) {
                fired = "guardrail " + probe.text() + " saw " + said(seen);
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
