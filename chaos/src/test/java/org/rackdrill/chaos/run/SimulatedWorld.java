package org.rackdrill.chaos.run;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.rackdrill.chaos.check.Danger;
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

/**
 * The hosts as one process of a controller sees them. It watches what the process sends: every rule of the protocol that
 * can be seen from outside is checked here, with what a power cut would leave of the journal.
 */
final class SimulatedWorld implements World {
    /** The process is gone: no code of the runner may see this. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** What it costs to ask a probe. */
    enum Looks {
        /** Each look takes time, may be the last, and has luck of its own. */
        COST,
        /** Looks take no time, and are blind for whole minutes. */
        ARE_FREE,
        /** The same, and the world says until when they see nothing new. */
        ARE_FREE_AND_QUIET
    }

    private final Hosts hosts;
    private final Looks looks;
    private final Adversity adversity;
    private final RandomGenerator luck;
    private final Supplier<List<Entry>> lasting;
    private final BooleanSupplier killsNow;
    private final Runnable everyCall;
    private final int mostAtOnce;
    private final Set<String> earlierRuns;

    private final Map<String, Duration> armedAt = new HashMap<>();
    private final Map<String, Target> aims = new HashMap<>();
    private final Map<String, Answer> armed = new HashMap<>();
    private final Map<Probe, Truth> lastSeen = new HashMap<>();
    private final Set<String> injected = new HashSet<>();
    private final Set<String> undone = new HashSet<>();
    private final Set<String> endedEarly = new HashSet<>();
    private boolean stopSeen;
    private boolean anythingSent;
    private int asked;

    SimulatedWorld(
            Hosts hosts,
            Looks looks,
            Adversity adversity,
            RandomGenerator luck,
            int mostAtOnce,
            Set<String> earlierRuns,
            Supplier<List<Entry>> lasting,
            BooleanSupplier killsNow,
            Runnable everyCall) {
        this.hosts = hosts;
        this.looks = looks;
        this.adversity = adversity;
        this.luck = luck;
        this.mostAtOnce = mostAtOnce;
        this.earlierRuns = earlierRuns;
        this.lasting = lasting;
        this.killsNow = killsNow;
        this.everyCall = everyCall;
    }

    @Override
    public WorldKind kind() {
        return WorldKind.SANDBOX;
    }

    @Override
    public String labHash() {
        return "sha256:lab";
    }

    @Override
    public LocalDateTime date() {
        return LocalDateTime.of(2026, 1, 1, 12, 0).plus(hosts.now());
    }

    @Override
    public Duration now() {
        return hosts.now();
    }

    @Override
    public Duration headStart() {
        return adversity.headStart();
    }

    @Override
    public void waitUntil(Duration time) {
        Duration signal = signal();
        boolean wakes = hosts.now().compareTo(signal) < 0 && time.compareTo(signal) > 0;
        hosts.advanceTo(wakes ? signal : time);
    }

    @Override
    public boolean stopAsked() {
        stopSeen |= hosts.now().compareTo(signal()) >= 0;
        return stopSeen;
    }

    private Duration signal() {
        return Duration.ofMinutes(adversity.signalAt() == 0 ? 1_000_000 : adversity.signalAt());
    }

    @Override
    public Truth approval(Approval approval) {
        return Truth.TRUE;
    }

    @Override
    public Found find(Aim<?> aim) {
        return Found.none("nobody runs services here");
    }

    @Override
    public Examined examine(Hit hit) {
        aims.putIfAbsent(hit.key(), hit.target());
        Answer answer = send(hit, () -> Answer.DONE);
        Set<Danger> dangers = EnumSet.noneOf(Danger.class);
        boolean others = hosts.names().stream()
                .anyMatch(name -> !name.equals(hit.target().text()) && hosts.healthy(name));
        if (!others) {
            dangers.add(Danger.LAST_REDUNDANCY);
        }
        return new Examined(
                answer.done() ? "" : "it does not answer",
                dangers,
                List.of(),
                new Undo(hit.fault().undo(), hit.target(), Map.of("was", "good")),
                hit.needsArming() ? Duration.ofSeconds(20) : Duration.ofMinutes(5));
    }

    @Override
    public Answer arm(Hit hit, Undo undo, Duration lease) {
        check(hit);
        sameTarget(hit, undo);
        if (!intended(hit)) {
            hosts.violated("I1: " + hit.key() + " was armed without an intent that lasts");
        }
        armedAt.put(hit.key(), hosts.now());
        Answer answer = send(hit, () -> hosts.arm(hit.target().text(), hit, lease));
        armed.put(hit.key(), answer);
        return answer;
    }

    @Override
    public Answer inject(Hit hit) {
        check(hit);
        if (!intended(hit)) {
            hosts.violated("I1: " + hit.key() + " was injected without an intent that lasts");
        }
        if (hit.needsArming()
                && !armed.getOrDefault(hit.key(), Answer.refused("")).done()) {
            hosts.violated("I1: " + hit.key() + " was injected without an armed undo");
        }
        if (hit.needsArming() && !armedIsWritten(hit)) {
            hosts.violated("I1: " + hit.key() + " was injected before the journal knew that it is armed");
        }
        if (hit.needsArming()
                && hosts.now()
                                .minus(armedAt.getOrDefault(hit.key(), Duration.ZERO))
                                .compareTo(Trial.TERMS.lease())
                        >= 0) {
            hosts.violated(hit.key() + " was injected after its lease");
        }
        if (hosts.brokenHits().stream().anyMatch(other -> earlierRuns.contains(other.run()))) {
            hosts.violated(hit.key() + " was injected while an earlier run's fault was there");
        }
        if (stopSeen && hosts.now().compareTo(signal().plusSeconds(60)) > 0) {
            hosts.violated("after a signal " + hit.key() + " was injected");
        }
        Answer answer = send(hit, () -> {
            Answer done = hosts.inject(hit.target().text(), hit);
            if (hosts.isBroken(hit.target().text(), hit)) {
                injected.add(hit.key());
                limits(hit);
            }
            return done;
        });
        return answer;
    }

    /** What another controller or a crash breaks meanwhile is not this one's doing. */
    private void limits(Hit hit) {
        List<Hit> own = hosts.brokenHits().stream()
                .filter(other -> other.run().equals(hit.run()))
                .toList();
        if (own.size() > mostAtOnce) {
            hosts.violated("I2: " + own.size() + " faults at once");
        }
        if (own.stream().map(Hit::target).distinct().count() == hosts.names().size()) {
            hosts.violated("I3: " + hit.key() + " took the last redundancy");
        }
    }

    @Override
    public Answer extend(Hit hit, Duration lease) {
        check(hit);
        Duration sent = hosts.now();
        Answer answer = send(hit, () -> hosts.extend(hit.target().text(), hit, lease));
        if (answer.done()) {
            armedAt.put(hit.key(), sent);
        }
        return answer;
    }

    @Override
    public Answer undo(Hit hit, Undo undo) {
        check(hit);
        sameTarget(hit, undo);
        boolean first = !undone.contains(hit.key()) && injected.contains(hit.key());
        if (first && hit.needsArming() && hosts.endedLongAgo(hit.target().text(), hit)) {
            endedEarly.add(hit.key());
        }
        undone.add(hit.key());
        return send(hit, () -> hosts.undo(undo.target().text(), hit));
    }

    @Override
    public Observation prove(Hit hit, Undo undo) {
        check(hit);
        boolean[] broken = new boolean[1];
        Answer answer = send(hit, () -> {
            broken[0] = hosts.isBroken(hit.target().text(), hit);
            return Answer.DONE;
        });
        if (!answer.done()) {
            return new Observation(Truth.UNKNOWN, "", answer.why());
        }
        return new Observation(broken[0] ? Truth.FALSE : Truth.TRUE, "", "");
    }

    @Override
    public Answer disarm(Hit hit) {
        check(hit);
        boolean proven = lasting.get().stream()
                .anyMatch(entry -> entry instanceof Entry.Proved proved
                        && proved.hit().equals(hit.key())
                        && proved.seen().truth() == Truth.TRUE);
        if (!proven && adversity.diskFailsAt() == 0) {
            hosts.violated(hit.key() + " was disarmed before its undo was proven");
        }
        return send(hit, () -> hosts.disarm(hit.target().text(), hit));
    }

    @Override
    public Answer perform(String key, Operation<?> operation, Target target) {
        call();
        return hosts.message(target.text(), () -> Answer.DONE);
    }

    @Override
    public Observation observe(Probe probe) {
        asked++;
        if (looks == Looks.COST) {
            call();
            hosts.advance(Duration.ofMillis(20));
        }
        Truth truth = hosts.healthy(probe.of().text()) ? Truth.TRUE : Truth.FALSE;
        if (looks == Looks.COST ? luck.nextDouble() < adversity.blind() : blindFor(probe)) {
            truth = Truth.UNKNOWN;
        }
        lastSeen.put(probe, truth);
        return new Observation(truth, "", truth == Truth.UNKNOWN ? "blind" : "");
    }

    private boolean blindFor(Probe probe) {
        long minute = hosts.now().toMinutes();
        return new SplittableRandom(31 * minute + probe.hashCode()).nextDouble() < adversity.blind();
    }

    @Override
    public Duration quietUntil() {
        if (looks != Looks.ARE_FREE_AND_QUIET) {
            return now();
        }
        Duration minute = Duration.ofMinutes(hosts.now().toMinutes() + 1);
        Duration quiet = hosts.quietUntil();
        return adversity.blind() > 0 && minute.compareTo(quiet) < 0 ? minute : quiet;
    }

    /** Returns how often a probe was asked. */
    int asked() {
        return asked;
    }

    @Override
    public Observation look(Expectation expectation, Duration since) {
        call();
        return new Observation(Truth.TRUE, "", "");
    }

    /** What must be so when the run says that it has passed. */
    void passed(Plan plan) {
        for (Planned planned : plan.hits()) {
            Hit hit = planned.hit();
            if (!injected.contains(hit.key())) {
                hosts.violated("I5: passed, and " + hit.key() + " never happened");
            }
            if (endedEarly.contains(hit.key())) {
                hosts.violated("I5: passed, and " + hit.key() + " ended before its time");
            }
            if (hosts.isBroken(hit.target().text(), hit)) {
                hosts.violated("I5: passed, and " + hit.key() + " is still there");
            }
        }
        for (Probe probe : Watch.steady(plan.drill())) {
            if (lastSeen.get(probe) != Truth.TRUE) {
                hosts.violated("I5: passed, and " + probe.text() + " was " + lastSeen.get(probe));
            }
        }
        if (stopSeen) {
            hosts.violated("I5: passed after a signal");
        }
    }

    /** Whether the process has changed anything, or tried to. */
    boolean anythingSent() {
        return anythingSent;
    }

    private void check(Hit hit) {
        anythingSent = true;
        Target aim = aims.putIfAbsent(hit.key(), hit.target());
        if (aim != null && !aim.equals(hit.target())) {
            hosts.violated(hit.key() + " was aimed at " + aim.text() + " and is now at "
                    + hit.target().text());
        }
    }

    /** A wrong way back is hidden by the timer, which comes later and knows the right one. */
    private void sameTarget(Hit hit, Undo undo) {
        if (!undo.target().equals(hit.target())) {
            hosts.violated(hit.key() + " at " + hit.target().text() + " would be undone at "
                    + undo.target().text());
        }
    }

    private boolean intended(Hit hit) {
        return lasting.get().stream()
                .anyMatch(entry -> entry instanceof Entry.Intended intended
                        && intended.hit().key().equals(hit.key()));
    }

    private boolean armedIsWritten(Hit hit) {
        return lasting.get().stream()
                .anyMatch(entry -> entry instanceof Entry.Armed armed
                        && armed.hit().equals(hit.key())
                        && armed.answer().done());
    }

    private Answer send(Hit hit, Supplier<Answer> what) {
        call();
        Answer answer = hosts.message(hit.target().text(), what);
        if (killsNow.getAsBoolean()) {
            throw new Killed();
        }
        return answer;
    }

    /** The process may be killed before a message leaves, or after it did its work. */
    private void call() {
        everyCall.run();
        if (killsNow.getAsBoolean()) {
            throw new Killed();
        }
    }
}
