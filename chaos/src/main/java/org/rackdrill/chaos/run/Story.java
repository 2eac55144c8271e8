package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;

/** What the records of a journal tell when they are read in order, and nothing that they do not say. */
final class Story {
    private final Map<Entry.Phase, Duration> phases = new LinkedHashMap<>();
    private final Map<String, Owed> owed = new LinkedHashMap<>();
    private final Map<String, FaultState> states = new LinkedHashMap<>();
    private final Set<String> timers = new LinkedHashSet<>();
    private final Map<String, Entry.Started> steps = new LinkedHashMap<>();
    private final Map<Probe, List<Entry.Seen>> looks = new HashMap<>();
    private final Set<Target> foreseen = new LinkedHashSet<>();
    private final List<Entry.Looked> worldLooks = new ArrayList<>();
    private Optional<Entry.Opened> opened = Optional.empty();
    private Optional<Entry.Failed> failed = Optional.empty();
    private Optional<Entry.Stopped> stopped = Optional.empty();
    private Optional<Duration> firstFault = Optional.empty();
    private boolean closed;
    private Duration end = Duration.ZERO;

    /**
     * A hit and its way back.
     *
     * @param lease after which its timer has fired when nobody extends it
     */
    record Owed(Hit hit, Undo undo, Duration settles, Duration lease) {}

    private Story() {}

    static Story of(List<Entry> entries) {
        Story story = new Story();
        entries.forEach(story::read);
        return story;
    }

    private void read(Entry entry) {
        end = entry.at();
        if (entry instanceof Entry.Opened first) {
            opened = Optional.of(first);
        } else if (entry instanceof Entry.Began began) {
            phases.put(began.phase(), began.at());
        } else if (entry instanceof Entry.Seen seen) {
            looks.computeIfAbsent(seen.probe(), first -> new ArrayList<>()).add(seen);
        } else if (entry instanceof Entry.Looked looked) {
            worldLooks.add(looked);
        } else if (entry instanceof Entry.Started started) {
            steps.put(started.step(), started);
        } else if (entry instanceof Entry.Failed step) {
            failed = failed.or(() -> Optional.of(step));
        } else if (entry instanceof Entry.Stopped cause) {
            stopped = stopped.or(() -> Optional.of(cause));
        } else if (entry instanceof Entry.Closed) {
            closed = true;
        } else {
            readHit(entry);
        }
    }

    private void readHit(Entry entry) {
        if (entry instanceof Entry.Intended intended) {
            owe(intended.hit(), intended.undo(), intended.settles(), FaultState.ARMED);
            foreseen.addAll(intended.affects());
        } else if (entry instanceof Entry.Taken taken) {
            owe(taken.hit(), taken.undo(), taken.settles(), FaultState.APPLIED);
        } else if (entry instanceof Entry.Armed armed && armed.answer().kind() == Answer.Kind.REFUSED) {
            states.put(armed.hit(), FaultState.PLANNED);
            timers.remove(armed.hit());
        } else if (entry instanceof Entry.Disarmed disarmed && disarmed.answer().done()) {
            timers.remove(disarmed.hit());
        } else if (entry instanceof Entry.Injected injected) {
            firstFault = firstFault.or(() -> Optional.of(injected.at()));
            move(injected.hit(), FaultState.APPLIED);
        } else if (entry instanceof Entry.Undone undone) {
            boolean refused = undone.answer().kind() == Answer.Kind.REFUSED;
            move(undone.hit(), refused ? FaultState.UNDO_FAILED : FaultState.UNDONE_UNVERIFIED);
        } else if (entry instanceof Entry.Proved proved) {
            proved(proved);
        }
    }

    private void owe(Hit hit, Undo undo, Duration settles, FaultState state) {
        owed.put(hit.key(), new Owed(hit, undo, settles, lease()));
        if (hit.needsArming()) {
            timers.add(hit.key());
        }
        // Whatever comes of it, nobody can take it back: there is nothing to prove.
        states.put(hit.key(), hit.irreversible() ? FaultState.IRREVERSIBLE : state);
    }

    private void move(String hit, FaultState state) {
        if (states.get(hit) != FaultState.IRREVERSIBLE) {
            states.put(hit, state);
        }
    }

    private void proved(Entry.Proved proved) {
        boolean undone = states.get(proved.hit()) != FaultState.APPLIED;
        if (proved.seen().truth() == Truth.TRUE) {
            move(proved.hit(), FaultState.UNDONE_VERIFIED);
        } else if (undone) {
            boolean there = proved.seen().truth() == Truth.FALSE;
            move(proved.hit(), there ? FaultState.UNDO_FAILED : FaultState.UNDONE_UNVERIFIED);
        }
    }

    /** Returns the first record, if it could be read. */
    Optional<Entry.Opened> opened() {
        return opened;
    }

    /** Returns the lease that the run gave its timers. */
    Duration lease() {
        return opened.map(first -> first.terms().lease()).orElse(Duration.ZERO);
    }

    Optional<Plan> plan() {
        return opened.flatMap(Entry.Opened::plan);
    }

    /** Returns the state of each hit. */
    Map<String, FaultState> states() {
        return states;
    }

    /** Returns every hit that was armed or taken over, in that order. */
    List<Hit> hits() {
        return owed.values().stream().map(Owed::hit).toList();
    }

    FaultState state(String hit) {
        return states.getOrDefault(hit, FaultState.APPLIED);
    }

    /** Returns the hits whose timer may still be at its target, whether the fault is there or not. */
    Set<String> timers() {
        return timers;
    }

    /** Returns whether a hit is known to be gone, with its timer. */
    boolean settled(String hit) {
        return states.get(hit) == FaultState.UNDONE_VERIFIED && !timers.contains(hit);
    }

    /** Returns the hits of which something may still be there, in the order in which they were armed. */
    List<Owed> open() {
        return owed.entrySet().stream()
                .filter(hit -> isOpen(state(hit.getKey())) || timers.contains(hit.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns whether a fault in this state may still be there and could be undone. */
    static boolean isOpen(FaultState state) {
        return switch (state) {
            case ARMED, APPLIED, UNDONE_UNVERIFIED, UNDO_FAILED -> true;
            case PLANNED, UNDONE_VERIFIED, IRREVERSIBLE -> false;
        };
    }

    Optional<Entry.Failed> failed() {
        return failed;
    }

    Optional<Entry.Stopped> stopped() {
        return stopped;
    }

    boolean closed() {
        return closed;
    }

    /** Returns when a part of the run began. */
    Optional<Duration> began(Entry.Phase phase) {
        return Optional.ofNullable(phases.get(phase));
    }

    /** Returns when the timeline ended, or the last record was written. */
    Duration timelineEnd() {
        return began(Entry.Phase.UNDOING).orElse(end);
    }

    Duration end() {
        return end;
    }

    /**
     * Returns from when a check counts: the start of the step, or without one the first fault; all of the timeline in a
     * drill that breaks nothing.
     */
    Optional<Duration> since(Optional<String> step) {
        if (step.isPresent()) {
            return Optional.ofNullable(steps.get(step.get())).map(Entry.Started::at);
        }
        // A drill that breaks nothing counts from its beginning.
        return breaksNothing() ? began(Entry.Phase.TIMELINE) : firstFault;
    }

    private boolean breaksNothing() {
        return plan().filter(plan -> plan.drill().timeline().stream().noneMatch(it -> it.act() instanceof Act.Break<?>))
                .isPresent();
    }

    /** Returns whether the record of a step's start could be read. */
    boolean started(String step) {
        return steps.containsKey(step);
    }

    /** Returns what a step worked on; nothing when it never started. */
    List<Target> targets(Optional<String> step) {
        return step.flatMap(name -> Optional.ofNullable(steps.get(name)))
                .map(Entry.Started::targets)
                .orElse(List.of());
    }

    /** Returns what may be affected: what steps worked on, the blast radius, and what was foreseen of each hit. */
    Set<Target> mayBeAffected() {
        Set<Target> targets = new LinkedHashSet<>();
        steps.values().forEach(step -> targets.addAll(step.targets()));
        plan().ifPresent(plan -> targets.addAll(plan.drill().blastRadius().touches()));
        targets.addAll(foreseen);
        return targets;
    }

    /** Returns what a probe saw in a part of the run; a look that saw nothing, or its answer, takes no longer than a call. */
    Series series(Probe probe, Duration from, Duration to) {
        return Series.of(
                        looks.getOrDefault(probe, List.of()).stream()
                                .filter(look -> look.at().compareTo(from) >= 0)
                                .toList(),
                        from,
                        to)
                .without(opened.map(first -> first.terms().call()).orElse(Duration.ZERO));
    }

    List<Entry.Looked> worldLooks() {
        return worldLooks;
    }
}
