package org.rackdrill.chaos.run;

import java.time.Duration;
import java.time.LocalDateTime;
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

/** A world that hands everything on, for planted bugs to change a part of. */
class Relay implements World {
    final World world;

    Relay(World world) {
        this.world = world;
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
        return world.examine(hit);
    }

    @Override
    public Answer arm(Hit hit, Undo undo, Duration lease) {
        return world.arm(hit, undo, lease);
    }

    @Override
    public Answer inject(Hit hit) {
        return world.inject(hit);
    }

    @Override
    public Answer extend(Hit hit, Duration lease) {
        return world.extend(hit, lease);
    }

    @Override
    public Answer undo(Hit hit, Undo undo) {
        return world.undo(hit, undo);
    }

    @Override
    public Observation prove(Hit hit, Undo undo) {
        return world.prove(hit, undo);
    }

    @Override
    public Answer disarm(Hit hit) {
        return world.disarm(hit);
    }

    @Override
    public Answer perform(String key, Operation<?> operation, Target target) {
        return world.perform(key, operation, target);
    }

    @Override
    public Observation observe(Probe probe) {
        return world.observe(probe);
    }

    @Override
    public Truth busy(Calendar.Busy what) {
        return world.busy(what);
    }

    @Override
    public Duration quietUntil() {
        return world.quietUntil();
    }

    @Override
    public Observation look(Expectation expectation, Duration since) {
        return world.look(expectation, since);
    }
}
