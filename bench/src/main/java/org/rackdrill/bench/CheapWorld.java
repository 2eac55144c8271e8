package org.rackdrill.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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

/**
 * A world whose calls cost nothing, so that what is measured is the runner: what is hit is down for three minutes, and
 * everything else works for ever.
 */
final class CheapWorld implements World {
    private static final Observation GOOD = new Observation(Truth.TRUE, "", "");
    private static final Observation BAD = new Observation(Truth.FALSE, "", "");
    private static final Duration OUTAGE = Duration.ofMinutes(3);
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final boolean saysQuiet;
    private Duration now = Duration.ZERO;
    private Duration backAt = Duration.ZERO;
    private Target down = new Target.Node("none");

    /** Makes one; it may say until when its probes see nothing new, or not. */
    CheapWorld(boolean saysQuiet) {
        this.saysQuiet = saysQuiet;
    }

    @Override
    public WorldKind kind() {
        return WorldKind.SIM;
    }

    @Override
    public String labHash() {
        return "sha256:bench";
    }

    @Override
    public LocalDateTime date() {
        return LocalDateTime.of(2026, 1, 1, 12, 0);
    }

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public void waitUntil(Duration time) {
        now = time;
    }

    @Override
    public boolean stopAsked() {
        return false;
    }

    @Override
    public Truth approval(Approval approval) {
        return Truth.TRUE;
    }

    @Override
    public Found find(Aim<?> aim) {
        return Found.none("everything is aimed at by name");
    }

    @Override
    public Examined examine(Hit hit) {
        Undo undo = new Undo(hit.fault().undo(), hit.target(), Map.of());
        return new Examined("", Set.of(), List.of(), undo, Duration.ZERO);
    }

    @Override
    public Answer arm(Hit hit, Undo undo, Duration lease) {
        return Answer.DONE;
    }

    @Override
    public Answer inject(Hit hit) {
        down = hit.target();
        backAt = now.plus(OUTAGE);
        return Answer.DONE;
    }

    @Override
    public Answer extend(Hit hit, Duration lease) {
        return Answer.DONE;
    }

    @Override
    public Answer undo(Hit hit, Undo undo) {
        return Answer.DONE;
    }

    @Override
    public Observation prove(Hit hit, Undo undo) {
        return GOOD;
    }

    @Override
    public Answer disarm(Hit hit) {
        return Answer.DONE;
    }

    @Override
    public Answer perform(String key, Operation<?> operation, Target target) {
        return Answer.DONE;
    }

    @Override
    public Observation observe(Probe probe) {
        return now.compareTo(backAt) < 0 && probe.of().equals(down) ? BAD : GOOD;
    }

    @Override
    public Duration quietUntil() {
        if (!saysQuiet) {
            return now;
        }
        return now.compareTo(backAt) < 0 ? backAt : FOR_EVER;
    }

    @Override
    public Observation look(Expectation expectation, Duration since) {
        return GOOD;
    }
}
