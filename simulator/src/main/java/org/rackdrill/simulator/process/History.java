package org.rackdrill.simulator.process;

import java.util.Locale;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.Structure.Watch;
import org.rackdrill.simulator.compiled.Unanswerable;
import org.rackdrill.simulator.kernel.Luck;

/**
 * One simulated history of a lab: one clock, one list of what is to come, one truth. The object is used again for the
 * next history, so that nothing is allocated while events happen. It belongs to one thread.
 */
public final class History {

    /** No lab that somebody has makes so much happen; a history that does would never end in a person's time. */
    private static final long MOST_EVENTS = 10_000_000;

    private final CompiledLab lab;
    private final Chronicle chronicle;
    private final Stage stage;
    private final Processes all;
    private final Blows blows;
    private final Mending mending;
    private long events;

    /** Prepares a place for histories of a lab. */
    public History(CompiledLab lab, Chronicle chronicle) {
        this.lab = lab;
        this.chronicle = chronicle;
        stage = new Stage(lab);
        all = new Processes(stage, chronicle);
        blows = new Blows(all);
        mending = new Mending(all);
    }

    /**
     * Lets one history happen.
     *
     * @param number of the history: the same seed and number give the same luck in every lab
     * @param factors one for each parameter
     * @param horizon in hours
     * @param absent the cause that never strikes, or {@link Stage#NOBODY}
     */
    public void run(long seed, long number, double[] factors, double horizon, int absent) {
        run(seed, number, factors, horizon, absent, Extra.NOTHING);
    }

    /**
     * Lets one history happen, with one strike more than luck deals.
     *
     * @param number of the history: the same seed and number give the same luck in every lab
     * @param factors one for each parameter
     * @param horizon in hours
     * @param absent the cause that never strikes by luck, or {@link Stage#NOBODY}
     */
    public void run(long seed, long number, double[] factors, double horizon, int absent, Extra extra) {
        begin(seed, number, factors, horizon, absent);
        if (extra.strikes()) {
            stage.at(extra.atHours(), Event.STRIKE, extra.mode(), 0);
        }
        while (stage.future.next(horizon)) {
            step();
        }
        stage.now = horizon;
        all.circumstances.end();
        all.failures.end();
        all.components.end();
        chronicle.ends(this);
    }

    /** Sets everything to the start, before the first event. */
    void begin(long seed, long number, double[] factors, double horizon, int absent) {
        events = 0;
        stage.begin(seed, number, factors, horizon, absent);
        blows.begin();
        chronicle.begins(horizon);
        all.begin();
        looks(number);
        settle();
    }

    /** Lets the event happen that was taken off the list last. */
    void step() {
        if (++events > MOST_EVENTS) {
            throw new Unanswerable(String.format(
                    Locale.ROOT,
                    "More than %,d things happen in one history of %.3g years, the last by %s: look for a time to"
                            + " failure that is far too short, or ask for a shorter horizon.",
                    MOST_EVENTS,
                    stage.horizon / Hours.PER_YEAR,
                    lab.causes().count() == 0
                            ? "nothing known"
                            : lab.causes().get(stage.cause).label()));
        }
        stage.now = stage.future.time();
        stage.cause = stage.future.cause();
        happen(Event.of(stage.future.kind()), stage.future.subject(), stage.future.stamp());
        settle();
    }

    /** Returns its processes, for whoever interferes with them. */
    Processes processes() {
        return all;
    }

    /** Once a year, at a moment of no importance, somebody looks how old the copies are. */
    private void looks(long number) {
        if (lab.data().length == 0) {
            return;
        }
        double phase = Luck.fraction(number);
        for (double time = phase * Hours.PER_YEAR; time < stage.horizon; time += Hours.PER_YEAR) {
            stage.at(time, Event.LOOK, 0, 0);
        }
    }

    private void happen(Event event, int subject, int stamp) {
        switch (event) {
            case FAIL -> blows.fails(subject, stamp);
            case STRIKE -> blows.strikesOnceMore(subject);
            case COMPONENT_FAILS -> blows.strikes(all.components.fails(subject, stamp));
            case TICK -> blows.strikes(all.components.tick());
            case COMPONENT_MENDED -> all.components.mended(subject);
            case ALARM -> all.operator.alarm(subject);
            case NOTICED -> mending.noticed(subject, stamp);
            case PART_HERE -> all.operator.partHere(subject);
            case RESTOCKED -> all.operator.restocked(subject);
            case MENDED -> mending.mended(subject);
            case BOOTED -> all.machines.booted(subject, stamp);
            case HALTED -> halted(subject, stamp);
            case BATTERY_LOW -> all.power.batteryLow(subject, stamp);
            case BATTERY_EMPTY -> all.power.batteryEmpty(subject, stamp);
            case BATTERY_DIES -> blows.strikes(all.batteries.dies(subject, stamp));
            case BATTERY_FOUND -> all.batteries.found(subject, stamp);
            case OUTLETS_OFF -> all.power.outletsOff(subject, stamp);
            case OUTLETS_ON -> all.power.outletsOn(subject, stamp);
            case TRIPS -> blows.strikes(all.breakers.overheats(subject, stamp));
            case CHARGED -> all.breakers.look(subject, stamp);
            case STORM_PAST -> all.power.gridReturns(subject);
            case LINE_MENDED -> all.network.accessReturns(subject);
            case TUNNEL_UP -> mending.mended(subject);
            case GUEST_UP -> all.guests.started(subject, stamp);
            case GUEST_STARTS -> all.guests.starts(subject, stamp);
            case STARTS_THROUGH -> all.boots.through(subject, stamp, all.guests);
            case RECOVER -> all.clusters.recover(subject, stamp);
            case WATCHDOG -> {
                if (all.clusters.watchdog(subject, stamp)) {
                    all.intrusions.reset(lab.nodes()[subject].machine());
                }
            }
            case NO_MAJORITY -> all.clusters.noMajority(subject, stamp);
            case FENCED -> all.intrusions.fenced(subject, stamp);
            case RESUME -> all.clusters.resume(subject, stamp);
            case FAILBACK -> all.clusters.failback(subject, stamp);
            case BRING_HOME -> all.clusters.bringHome(subject);
            case PATCH -> all.upkeep.patch(subject);
            case UPDATE -> all.upkeep.update(subject);
            case RESILVERED -> {
                all.storage.resilvered(subject, stamp);
                all.controllers.disksChanged(lab.disks()[subject].pool());
            }
            case CAUGHT_UP -> all.controllers.caughtUp(subject, stamp);
            case CEPH_REFILLED -> all.ceph.refilled(subject, stamp);
            case CEPH_CAUGHT_UP -> all.ceph.caughtUp(subject, stamp);
            case CEPH_GRACE_OVER -> all.ceph.graceOver(subject);
            case CEPH_RESTORES -> {
                int place = lab.pools().length + subject;
                all.copies.restored(place);
                stage.after(all.copies.restoreHours(place), Event.CEPH_RESTORED, subject, 0);
            }
            case CEPH_RESTORED -> all.ceph.restored(subject);
            case ASSESS -> assess(subject);
            case POOL_BACK -> {
                all.storage.back(subject);
                all.controllers.disksChanged(subject);
                all.moves.poolReturned(all.storage.node(subject));
            }
            case FINDS_NOTHING -> all.intact.findsNothing(subject, stamp);
            case MISSED -> all.deletions.missed(subject);
            case SEEN -> all.attacks.seen(subject);
            case DATA_BACK -> mending.dataBack(subject);
            case SCRUB_BEGINS -> all.slowness.scrubBegins(subject);
            case SCRUB_ENDS -> all.slowness.scrubEnds(subject);
            case SLOW_HOUR -> all.slowness.hour(subject, stamp);
            case DRILL -> all.drills.drill(subject);
            case CHANGE -> all.changes.change();
            case FALSE_ALARM -> all.falseAlarms.alarm();
            case LOOK -> look();
        }
    }

    private void halted(int machine, int stamp) {
        boolean inTime = all.machines.draws(machine);
        if (all.machines.halted(machine, stamp)) {
            if (inTime) {
                chronicle.stopped(machine, all.power.chargeBehind(machine), stage.now);
            }
            all.power.stopped(machine);
            all.breakers.loadChanged(machine);
        }
    }

    private void assess(int place) {
        all.copies.assess(place);
        for (int i = 0; i < lab.data().length; i++) {
            if (all.copies.primaryGone(i) && all.copies.concerns(i, place)) {
                chronicle.lost(i, all.copies.ageOfBest(i), stage.now);
            }
        }
    }

    private void look() {
        for (int i = 0; i < lab.data().length; i++) {
            chronicle.copies(i, all.copies.ageOfBest(i), all.copies.restoreHoursOf(i));
        }
    }

    /** Lets every change reach whom it concerns, until nothing changes any more. */
    void settle() {
        while (true) {
            int point = stage.points.nextChange();
            if (point >= 0) {
                tell(lab.structure().watch(point), lab.structure().watcher(point), point);
            } else if (all.network.stale()) {
                all.network.refresh();
                all.guests.networkChanged(all.clusters);
                all.clusters.networkChanged(all.network.linksChanged());
                if (all.network.linksChanged()) {
                    all.copyLinks.changed();
                }
            } else if (!all.unlocking.fetchesKeys()) {
                all.boots.plan();
                return;
            }
        }
    }

    private void tell(Watch watch, int number, int point) {
        boolean up = stage.up(point);
        switch (watch) {
            case POWER -> {
                all.hardStops.powerChanged(number);
                all.power.loadChanged(number);
                all.breakers.loadChanged(number);
            }
            case MACHINE -> machineChanged(number, up);
            case MAINS -> {
                all.power.mainsChanged(number);
                blows.strikes(all.breakers.mainsChanged(number));
            }
            case WAN, VPN -> all.network.changed();
            case MONITORING -> {
                if (up) {
                    all.operator.monitoringReturned();
                }
            }
            case STORAGE -> {
                all.guests.poolChanged(number, all.clusters);
                all.ceph.poolChanged(number);
            }
            case CEPH -> all.guests.cephChanged(number, all.clusters);
            case START -> all.guests.evaluate(number, all.clusters);
            case COPY -> all.copies.pathChanged(number);
            case SERVICE -> {
                all.circumstances.service(number, up, stage.points.blame(point));
                chronicle.service(number, up, stage.points.blame(point), stage.now);
                all.components.surroundingsChanged();
            }
            case AUDIENCE -> chronicle.audience(number, up, stage.now);
            case NOBODY -> throw new IllegalStateException("nobody watches point " + point);
        }
    }

    private void machineChanged(int number, boolean up) {
        Machine machine = lab.machines()[number];
        chronicle.machine(number, up, stage.now);
        if (machine.node() < 0) {
            all.network.changed();
            return;
        }
        if (up) {
            all.unlocking.booted(machine.node());
            all.intrusions.booted(machine.node());
            all.mounts.storageReturned(machine.node(), all.guests, all.clusters);
        }
        all.clusters.nodeChanged(machine.node());
        all.guests.nodeChanged(machine.node(), all.clusters);
        if (up) {
            all.moves.nodeReturned(machine.node());
        }
    }

    /** Returns whether a cause struck in the history that ran last. */
    public boolean struck(int cause) {
        return blows.struck(cause) || all.slowness.struck(cause);
    }

    /** Returns what luck dealt in the history that ran last. */
    public Surprises surprises() {
        return stage.surprises;
    }

    /** Returns how many events happened in the last history. */
    public long events() {
        return events;
    }

    /** Returns how often the operator had to act in the last history. */
    public int interventions() {
        return all.operator.interventions;
    }

    /** Returns how many alarms of the last history were about nothing. */
    public int falseAlarms() {
        return all.operator.falseAlarms;
    }

    /** Returns the hours of work in the last history. */
    public double handsOnHours() {
        return all.operator.handsOnHours;
    }

    /** Returns the nights of the last history, between two moments, in which an alarm woke the all.operator. */
    public int nightAlarmsBetween(double from, double to) {
        return all.operator.nightsWoken(from, to);
    }

    /** Returns for how many hours of the last history a protection would not have worked. */
    public double unprotectedHours(int protection) {
        return all.protections.brokenHours(protection);
    }

    /** Returns the time now, in hours from the start. */
    public double now() {
        return stage.now;
    }

    /** Returns how often a dataset was lost with all its copies in the last history. */
    public int lost(int dataset) {
        return all.copies.lost[dataset];
    }

    /** Returns how often blocks of a pool were damaged in the last history. */
    public int damaged(int pool) {
        return all.storage.damaged[pool];
    }

    /** Returns how often a pool was lost in the last history. */
    public int poolLosses(int pool) {
        return all.storage.losses[pool];
    }
}
