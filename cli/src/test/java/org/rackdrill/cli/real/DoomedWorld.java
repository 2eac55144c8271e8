package org.rackdrill.cli.real;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.Calendar;
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

/** A real world whose controller dies or stops at one point of the protocol, on either side of a call. */
record DoomedWorld(World world, Doom doom) implements World {

    private <T> T around(String call, Supplier<T> it) {
        doom.pass("before " + call);
        T answer = it.get();
        doom.pass("after " + call);
        return answer;
    }

    @Override
    public WorldKind kind() {
        return world.kind();
    }

    @Override
    public String labHash() {
        return world.labHash();
    }

    @Override
    public LocalDateTime date() {
        return world.date();
    }

    @Override
    public Truth busy(Calendar.Busy what) {
        return world.busy(what);
    }

    @Override
    public Duration now() {
        return world.now();
    }

    @Override
    public Duration headStart() {
        return world.headStart();
    }

    @Override
    public void waitUntil(Duration time) {
        world.waitUntil(time);
    }

    @Override
    public boolean stopAsked() {
        return world.stopAsked();
    }

    @Override
    public Truth approval(Approval approval) {
        return world.approval(approval);
    }

    @Override
    public Found find(Aim<?> aim) {
        return world.find(aim);
    }

    @Override
    public Examined examine(Hit hit) {
        return around("examine", () -> world.examine(hit));
    }

    @Override
    public Answer arm(Hit hit, Undo undo, Duration lease) {
        return around("arm", () -> world.arm(hit, undo, lease));
    }

    @Override
    public Answer inject(Hit hit) {
        return around("inject", () -> world.inject(hit));
    }

    @Override
    public Answer extend(Hit hit, Duration lease) {
        return around("extend", () -> world.extend(hit, lease));
    }

    @Override
    public Answer undo(Hit hit, Undo undo) {
        return around("undo", () -> world.undo(hit, undo));
    }

    @Override
    public Observation prove(Hit hit, Undo undo) {
        return around("prove", () -> world.prove(hit, undo));
    }

    @Override
    public Answer disarm(Hit hit) {
        return around("disarm", () -> world.disarm(hit));
    }

    @Override
    public Answer perform(String key, Operation<?> operation, Target target) {
        return world.perform(key, operation, target);
    }

    @Override
    public Observation observe(Probe probe) {
        return around("observe", () -> world.observe(probe));
    }

    @Override
    public Observation look(Expectation expectation, Duration since) {
        return world.look(expectation, since);
    }
}
