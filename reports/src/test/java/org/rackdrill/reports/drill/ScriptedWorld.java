package org.rackdrill.reports.drill;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Examined;
import org.rackdrill.chaos.run.Found;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.World;

/** A world in which all is well but for what a script says, in times after the first fault. */
final class ScriptedWorld implements World {
    private static final Duration CALL = Duration.ofMillis(40);

    private final WorldKind kind;
    private final List<Trouble> troubles = new ArrayList<>();
    private final Map<String, Truth> proofs = new HashMap<>();
    private final Map<String, Answer> injections = new HashMap<>();
    private final Map<String, Observation> looks = new HashMap<>();
    private final Map<String, Duration> operations = new HashMap<>();
    private final Set<String> undone = new HashSet<>();
    private boolean keepsTimers;
    private Optional<Duration> firstFault = Optional.empty();
    private Duration signalAt = Duration.ofDays(10_000);
    private Duration deadAt = Duration.ofDays(10_000);
    private Duration now = Duration.ofSeconds(12);

    /** The process is killed by this. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** What a probe sees from one time after the first fault to another. */
    private record Trouble(String probe, Duration from, Duration to, Truth truth, String value) {}

    ScriptedWorld(WorldKind kind) {
        this.kind = kind;
    }

    /** Lets a probe see something, from and to so many seconds after the first fault. */
    ScriptedWorld sees(String probe, Truth truth, long from, long to) {
        troubles.add(new Trouble(probe, Duration.ofSeconds(from), Duration.ofSeconds(to), truth, ""));
        return this;
    }

    /** Lets a proof of a step's hits see this, for ever. */
    ScriptedWorld proves(String step, Truth truth) {
        proofs.put(step, truth);
        return this;
    }

    /** Lets breaking a step's targets end like this. */
    ScriptedWorld injects(String step, Answer answer) {
        injections.put(step, answer);
        return this;
    }

    /** Lets the last look at an expectation see this. */
    ScriptedWorld looks(String expectation, Truth truth, String value, String why) {
        looks.put(expectation, new Observation(truth, value, why));
        return this;
    }

    /** Lets no timer be removed. */
    ScriptedWorld keepsTimers() {
        keepsTimers = true;
        return this;
    }

    /** Asks the run to end, so many seconds after the world's beginning. */
    ScriptedWorld signalAt(long seconds) {
        signalAt = Duration.ofSeconds(seconds);
        return this;
    }

    /** Kills the process, so many seconds after the world's beginning. */
    ScriptedWorld deadAt(long seconds) {
        deadAt = Duration.ofSeconds(seconds);
        return this;
    }

    @Override
    public WorldKind kind() {
        return kind;
    }

    @Override
    public String labHash() {
        return "sha256:5f2c0e9a71";
    }

    @Override
    public LocalDateTime date() {
        return LocalDateTime.of(2026, 11, 26, 14, 0).plus(now);
    }

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public void waitUntil(Duration time) {
        boolean wakes = now.compareTo(signalAt) < 0 && time.compareTo(signalAt) > 0;
        Duration until = wakes ? signalAt : time;
        now = until.compareTo(now) > 0 ? until : now;
        live();
    }

    @Override
    public boolean stopAsked() {
        return now.compareTo(signalAt) >= 0;
    }

    @Override
    public Truth approval(Approval approval) {
        return Truth.TRUE;
    }

    @Override
    public Found find(Aim<?> aim) {
        return Found.of(List.of(new Target.Node("node1")));
    }

    @Override
    public Examined examine(Hit hit) {
        Undo undo = new Undo(hit.fault().undo(), hit.target(), Map.of());
        return new Examined(
                "", EnumSet.noneOf(org.rackdrill.chaos.check.Danger.class), List.of(), undo, Duration.ofSeconds(20));
    }

    @Override
    public Answer arm(Hit hit, Undo undo, Duration lease) {
        call(4);
        return Answer.DONE;
    }

    @Override
    public Answer inject(Hit hit) {
        call(2);
        firstFault = firstFault.or(() -> Optional.of(now));
        return injections.getOrDefault(hit.step(), Answer.DONE);
    }

    @Override
    public Answer extend(Hit hit, Duration lease) {
        call(1);
        return Answer.DONE;
    }

    @Override
    public Answer undo(Hit hit, Undo undo) {
        call(10);
        undone.add(hit.key());
        return Answer.DONE;
    }

    @Override
    public Observation prove(Hit hit, Undo undo) {
        call(100);
        Truth truth = undone.contains(hit.key()) ? proofs.getOrDefault(hit.step(), Truth.TRUE) : Truth.FALSE;
        return new Observation(truth, "", truth == Truth.UNKNOWN ? "the host does not answer" : "");
    }

    @Override
    public Answer disarm(Hit hit) {
        call(1);
        return keepsTimers ? Answer.unknown("no answer within 10 s") : Answer.DONE;
    }

    @Override
    public Answer perform(String key, Operation<?> operation, Target target) {
        call(1);
        Duration ends = operations.computeIfAbsent(key, first -> now.plusSeconds(400));
        return now.compareTo(ends) >= 0 ? Answer.DONE : new Answer(Answer.Kind.RUNNING, "");
    }

    @Override
    public Observation observe(Probe probe) {
        for (Trouble trouble : troubles) {
            if (trouble.probe().equals(probe.text()) && firstFault.isPresent()) {
                Duration since = now.minus(firstFault.get());
                if (since.compareTo(trouble.from()) >= 0 && since.compareTo(trouble.to()) < 0) {
                    return new Observation(
                            trouble.truth(), "", trouble.truth() == Truth.UNKNOWN ? "no answer within 10 s" : "");
                }
            } else if (trouble.probe().equals(probe.text()) && trouble.from().isNegative()) {
                return new Observation(trouble.truth(), "", "");
            }
        }
        return new Observation(Truth.TRUE, "", "");
    }

    @Override
    public Observation look(Expectation expectation, Duration since) {
        call(5);
        return looks.getOrDefault(expectation.text(), new Observation(Truth.TRUE, "", ""));
    }

    private void call(int times) {
        now = now.plus(CALL.multipliedBy(times));
        live();
    }

    private void live() {
        if (now.compareTo(deadAt) >= 0) {
            throw new Killed();
        }
    }
}
