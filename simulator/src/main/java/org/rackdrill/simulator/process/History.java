package org.rackdrill.simulator.process;

import java.util.Arrays;
import java.util.Locale;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.Mode;
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
    private final Failures failures;
    private final Operator operator;
    private final Machines machines;
    private final Power power;
    private final Network network;
    private final Storage storage;
    private final Guests guests;
    private final Copies copies;
    private final Failovers failovers;
    private final Clusters clusters;
    private final Moves moves;
    private final Components components;
    private final Upkeep upkeep;
    private final boolean[] struck;
    private long events;

    /** Prepares a place for histories of a lab. */
    public History(CompiledLab lab, Chronicle chronicle) {
        this.lab = lab;
        this.chronicle = chronicle;
        stage = new Stage(lab);
        failures = new Failures(stage);
        operator = new Operator(stage);
        machines = new Machines(stage);
        power = new Power(stage, machines);
        network = new Network(stage);
        storage = new Storage(stage, operator, failures);
        guests = new Guests(stage, machines, storage, network);
        copies = new Copies(stage, network, storage);
        failovers = new Failovers(stage, chronicle, guests, copies);
        clusters = new Clusters(stage, machines, network, guests, operator, failovers);
        moves = new Moves(stage, guests, storage, operator);
        components = new Components(stage);
        upkeep = new Upkeep(stage, machines, clusters, operator);
        struck = new boolean[lab.causes().count()];
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
        events = 0;
        stage.begin(seed, number, factors, horizon, absent);
        Arrays.fill(struck, false);
        chronicle.begins(horizon);
        machines.begin();
        power.begin();
        network.begin();
        operator.begin();
        storage.begin();
        guests.begin();
        clusters.begin();
        copies.begin();
        failovers.begin();
        failures.begin();
        components.begin();
        upkeep.begin();
        looks(number);
        settle();
        while (stage.future.next(horizon)) {
            if (++events > MOST_EVENTS) {
                throw new Unanswerable(String.format(
                        Locale.ROOT,
                        "More than %,d things happen in one history of %.3g years, the last by %s: look for a time to"
                                + " failure that is far too short, or ask for a shorter horizon.",
                        MOST_EVENTS,
                        horizon / Hours.PER_YEAR,
                        lab.causes().count() == 0
                                ? "nothing known"
                                : lab.causes().get(stage.cause).label()));
            }
            stage.now = stage.future.time();
            stage.cause = stage.future.cause();
            happen(Event.of(stage.future.kind()), stage.future.subject(), stage.future.stamp());
            settle();
        }
        stage.now = horizon;
        chronicle.ends(this);
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
            case FAIL -> fails(subject, stamp);
            case ALARM -> operator.alarm(subject);
            case NOTICED -> noticed(subject, stamp);
            case PART_HERE -> operator.partHere(subject);
            case RESTOCKED -> operator.restocked(subject);
            case MENDED -> mended(subject);
            case BOOTED -> machines.booted(subject, stamp);
            case HALTED -> halted(subject, stamp);
            case BATTERY_LOW -> power.batteryLow(subject, stamp);
            case BATTERY_EMPTY -> power.batteryEmpty(subject, stamp);
            case TUNNEL_UP -> mended(subject);
            case GUEST_UP -> guests.started(subject, stamp);
            case RECOVER -> clusters.recover(subject, stamp);
            case WATCHDOG -> clusters.watchdog(subject, stamp);
            case RESUME -> clusters.resume(subject, stamp);
            case FAILBACK -> clusters.failback(subject, stamp);
            case BRING_HOME -> clusters.bringHome(subject);
            case PATCH -> upkeep.patch(subject);
            case UPDATE -> upkeep.update(subject);
            case RESILVERED -> storage.resilvered(subject, stamp);
            case ASSESS -> copies.assess(subject);
            case POOL_BACK -> {
                storage.back(subject);
                moves.poolReturned(storage.node(subject));
            }
            case LOOK -> look();
        }
    }

    private void fails(int number, int stamp) {
        Mode mode = lab.modes()[number];
        stage.cause = mode.cause();
        struck[mode.cause()] = true;
        int subject = mode.subject();
        boolean waits = failures.waitsForOperator(mode);
        switch (mode.owner()) {
            case MAINS -> power.gridFails(subject);
            case UPS -> power.fails(subject);
            case MACHINE -> {
                machineFails(number, mode, waits);
                return;
            }
            case SUPPLY -> stage.set(lab.supplies()[subject], false);
            case WAN -> network.accessFails(subject);
            case VPN -> {
                stage.set(lab.vpns()[subject], false);
                if (!waits) {
                    stage.after(stage.sample(lab.vpnRestarts()[subject], mode.stream()), Event.TUNNEL_UP, number, 0);
                }
            }
            case DISK -> {
                storage.diskFails(subject, number);
                return;
            }
            case GUEST -> {
                guestFails(number, mode, waits);
                return;
            }
            case COMPONENT -> {
                components.fails(subject, number, stamp);
                return;
            }
            case DISASTER -> disaster(subject);
            case POOL, STRANDED, MOVE -> throw new IllegalStateException(mode.owner() + " has no clock");
        }
        if (waits) {
            operator.hears(number);
        } else if (mode.repair().by() == Mode.Repair.By.ITSELF) {
            stage.after(stage.sample(mode.repair().lasts(), mode.stream()), Event.MENDED, number, 0);
        }
    }

    private void machineFails(int number, Mode mode, boolean waits) {
        if (!waits) {
            machines.restart(mode.subject());
            failures.next(number);
        } else if (machines.breaks(mode.subject(), mode)) {
            operator.hears(number);
        } else {
            failures.next(number);
        }
    }

    private void guestFails(int number, Mode mode, boolean waits) {
        if (guests.crashes(mode.subject(), waits, clusters) && waits) {
            operator.hears(number);
        } else {
            failures.next(number);
        }
    }

    private void disaster(int site) {
        stage.set(lab.standing()[site], false);
        for (int i = 0; i < lab.pools().length; i++) {
            if (lab.nodes()[storage.node(i)].site() == site) {
                storage.destroy(i);
            }
        }
    }

    private void noticed(int number, int stamp) {
        if (!operator.isNews(number, stamp)) {
            return;
        }
        operator.noticed(number);
        moves.noticed(lab.modes()[number]);
    }

    private void mended(int number) {
        Mode mode = lab.modes()[number];
        int subject = mode.subject();
        switch (mode.owner()) {
            case MAINS -> power.gridReturns(subject);
            case UPS -> power.mended(subject);
            case MACHINE -> machines.mended(subject);
            case SUPPLY -> stage.set(lab.supplies()[subject], true);
            case WAN -> network.accessReturns(subject);
            case VPN -> stage.set(lab.vpns()[subject], true);
            case DISK -> {
                storage.diskMended(subject);
                return;
            }
            case GUEST -> guests.mended(subject, clusters);
            case COMPONENT -> {
                components.mended(subject);
                return;
            }
            case DISASTER -> rebuilt(subject);
            case POOL -> stage.after(copies.restoreHours(subject), Event.POOL_BACK, subject, 0);
            case STRANDED -> clusters.unstrand(subject);
            case MOVE -> {
                clusters.moveByHand(subject);
                return;
            }
        }
        failures.next(number);
    }

    private void rebuilt(int site) {
        stage.set(lab.standing()[site], true);
        for (int i = 0; i < lab.pools().length; i++) {
            if (lab.nodes()[storage.node(i)].site() == site) {
                stage.after(copies.restoreHours(i), Event.POOL_BACK, i, 0);
            }
        }
    }

    private void halted(int machine, int stamp) {
        if (machines.halted(machine, stamp)) {
            power.loadChanged(machine);
        }
    }

    private void look() {
        for (int i = 0; i < lab.data().length; i++) {
            chronicle.copies(i, copies.ageOfBest(i), copies.restoreHoursOf(i));
        }
    }

    /** Lets every change reach whom it concerns, until nothing changes any more. */
    private void settle() {
        while (true) {
            int point = stage.points.nextChange();
            if (point >= 0) {
                tell(lab.structure().watch(point), lab.structure().watcher(point), point);
            } else if (network.stale()) {
                network.refresh();
                guests.networkChanged(clusters);
                clusters.networkChanged();
                copies.networkChanged();
            } else {
                return;
            }
        }
    }

    private void tell(Watch watch, int number, int point) {
        boolean up = stage.up(point);
        switch (watch) {
            case POWER -> {
                machines.powerChanged(number);
                power.loadChanged(number);
            }
            case MACHINE -> machineChanged(number, up);
            case MAINS -> power.mainsChanged(number);
            case WAN, VPN -> network.changed();
            case MONITORING -> {
                if (up) {
                    operator.monitoringReturned();
                }
            }
            case STORAGE -> guests.poolChanged(number, clusters);
            case COPY -> copies.pathChanged(number);
            case SERVICE -> {
                chronicle.service(number, up, stage.points.blame(point), stage.now);
                components.surroundingsChanged();
            }
            case NOBODY -> throw new IllegalStateException("nobody watches point " + point);
        }
    }

    private void machineChanged(int number, boolean up) {
        Machine machine = lab.machines()[number];
        if (machine.node() < 0) {
            network.changed();
            return;
        }
        clusters.nodeChanged(machine.node());
        guests.nodeChanged(machine.node(), clusters);
        if (up) {
            moves.nodeReturned(machine.node());
        }
    }

    /** Returns whether a cause struck in the history that ran last. */
    public boolean struck(int cause) {
        return struck[cause];
    }

    /** Returns how many events happened in the last history. */
    public long events() {
        return events;
    }

    /** Returns how often the operator had to act in the last history. */
    public int interventions() {
        return operator.interventions;
    }

    /** Returns the hours of work in the last history. */
    public double handsOnHours() {
        return operator.handsOnHours;
    }

    /** Returns the nights of the last history, between two moments, in which an alarm woke the operator. */
    public int nightAlarmsBetween(double from, double to) {
        return operator.nightsWoken(from, to);
    }

    /** Returns the time now, in hours from the start. */
    public double now() {
        return stage.now;
    }

    /** Returns how often a dataset was lost with all its copies in the last history. */
    public int lost(int dataset) {
        return copies.lost[dataset];
    }

    /** Returns how often blocks of a pool were damaged in the last history. */
    public int damaged(int pool) {
        return storage.damaged[pool];
    }

    /** Returns how often a pool was lost in the last history. */
    public int poolLosses(int pool) {
        return storage.losses[pool];
    }
}
