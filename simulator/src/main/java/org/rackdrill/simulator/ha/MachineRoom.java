package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.rackdrill.simulator.ha.Entry.Voice;
import org.rackdrill.simulator.ha.HaSettings.Scheduler;
import org.rackdrill.simulator.ha.Observation.View;

/**
 * Nodes with power, network, watchdogs and guests around the state machine. Every daemon has its own clock and gets one
 * round after the other, a second apart; how time passes between rounds is for the drivers to say.
 */
public final class MachineRoom {
    /** Seconds after which an open watchdog that was not fed resets its node. Source: watchdog-mux of Proxmox VE. */
    static final long WATCHDOG = 60;

    final Physics physics;
    final int nodes;
    final Guests guests;
    final Links links;
    /** The room's own, and changed in place: a cluster sees much more than anybody looks at. */
    final HaState state;

    Agenda agenda = new Agenda(List.of());
    long now;
    private final List<Entry> log = new ArrayList<>();
    /** For each node the times when its watchdogs were fed, of the cluster resource manager and of the agent. */
    final long[][] fed;

    private final long[][] clocks;
    private final boolean[] access;
    private final boolean[] updates;
    private final Plan[] plans;
    private final boolean[] restarting;
    private final int[] skipped = new int[2];

    /** What becomes of a node when its daemons have ended. */
    private enum Plan {
        STAY,
        SHUTDOWN,
        REBOOT
    }

    /** Makes a room whose nodes are off, with guests that run where they are said to. */
    public MachineRoom(HaSetup setup, Physics physics) {
        this.physics = physics;
        this.nodes = setup.nodes();
        this.links = new Links(physics);
        this.guests = new Guests(nodes, physics, links);
        this.state = HaState.of(setup);
        this.fed = new long[nodes][2];
        this.clocks = new long[nodes][2];
        this.access = new boolean[nodes];
        this.updates = new boolean[nodes];
        this.restarting = new boolean[nodes];
        this.plans = new Plan[nodes];
        for (int node = 0; node < nodes; node++) {
            fed[node] = new long[] {-1, -1};
            access[node] = true;
            updates[node] = true;
            plans[node] = Plan.STAY;
        }
        say(new Entry(0, Voice.HARDWARE, -1, Kind.BEGINS, -1, -1, -1, ""));
    }

    /** Marks a node as one that has power and network already, though none of its daemons runs yet. */
    public void alreadyOn(int node) {
        links.power[node] = true;
        links.network[node] = true;
    }

    /** Returns the state of the state machine as it is now. */
    public HaState state() {
        return state.copy();
    }

    /** Returns what was said so far. */
    public List<Entry> log() {
        return Collections.unmodifiableList(log);
    }

    /** Returns the time in seconds. */
    public long now() {
        return now;
    }

    /** Returns whether a node has power. */
    public boolean hasPower(int node) {
        return links.power[node];
    }

    /** Returns whether a node is on the side that has quorum. */
    public boolean hasQuorum(int node) {
        return links.quorate(node);
    }

    /** Returns the node that a guest runs on, or -1. A guest that is still booting runs. */
    public int runsOn(int service) {
        for (int node = 0; node < nodes; node++) {
            if (guests.on(node).get(service)) {
                return node;
            }
        }
        return -1;
    }

    /** Returns since when a guest has been of use, booted and all, or -1. */
    public long upSince(int service) {
        return guests.upSince(service, now);
    }

    void say(Entry entry) {
        log.add(entry);
    }

    private void sayNow(Voice voice, Kind kind, int node, String detail) {
        say(new Entry(now, voice, -1, kind, -1, node, -1, detail));
    }

    private void meet() {
        while (agenda.next() <= now) {
            inject(agenda.meet(), Voice.SCHEDULE);
        }
    }

    /**
     * Gives every daemon its round, in order of the nodes; what happens meanwhile comes between two of them. The time is
     * that of the last one afterwards.
     */
    void round() {
        meet();
        boolean crmSkips = skips(0, "crm");
        boolean lrmSkips = skips(1, "lrm");
        for (int node = 0; node < nodes; node++) {
            meet();
            if (!crmSkips && state.hasCrm(node)) {
                crmRound(node);
            }
            meet();
            if (!lrmSkips && state.hasLrm(node)) {
                lrmRound(node);
            }
            for (int other = 0; other < nodes; other++) {
                checkWatchdogs(other);
            }
        }
    }

    private boolean skips(int which, String name) {
        if (skipped[which] == 0) {
            return false;
        }
        skipped[which]--;
        sayNow(Voice.LOOP, Kind.ROUND_SKIPPED, -1, name);
        return true;
    }

    private void crmRound(int node) {
        long at = now;
        clocks[node][0] = at;
        boolean ends = apply(new Observation.CrmTurn(at, node, view(node)));
        tick(node, 0, at);
        if (ends) {
            say(new Entry(clocks[node][0], Voice.CRM, node, Kind.EXITED, -1, -1, -1, ""));
            Plan plan = plans[node];
            if (plan != Plan.STAY) {
                Voice voice = plan == Plan.REBOOT ? Voice.REBOOT : Voice.SHUTDOWN;
                plans[node] = Plan.STAY;
                inject(new Injection.Power(node, false), voice);
                if (plan == Plan.REBOOT) {
                    inject(new Injection.Power(node, true), voice);
                }
            }
        }
    }

    private void lrmRound(int node) {
        long at = now;
        clocks[node][1] = at;
        boolean ends = false;
        for (Guests.Outcome outcome : guests.ended(node, state, at)) {
            ends |= apply(new Observation.JobDone(at, node, outcome.service(), outcome.good()));
        }
        ends |= apply(new Observation.LrmTurn(at, node, view(node), guests.on(node)));
        if (state.hasLrm(node)) {
            ends |= apply(new Observation.LrmTurnEnds(at, node, view(node)));
        }
        tick(node, 1, at);
        if (ends) {
            say(new Entry(clocks[node][1], Voice.LRM, node, Kind.EXITED, -1, -1, -1, ""));
            if (restarting[node]) {
                restarting[node] = false;
                startLrm(node);
            } else if (plans[node] != Plan.STAY) {
                Voice voice = plans[node] == Plan.REBOOT ? Voice.REBOOT : Voice.SHUTDOWN;
                inject(new Injection.Crm(node, false), voice);
            }
        }
    }

    private void tick(int node, int daemon, long at) {
        clocks[node][daemon] = at + 1;
        now = Math.max(now, at + 1);
    }

    /** Returns everything about the room but times: alike rooms behave alike until a time matters. */
    Object shape() {
        List<Object> shape = new ArrayList<>(Timers.shape(state));
        shape.add(links.shape());
        shape.add(guests.shape());
        shape.add(List.of(plans.clone()));
        for (int node = 0; node < nodes; node++) {
            shape.add(List.of(access[node], updates[node], restarting[node], fed[node][0] < 0, fed[node][1] < 0));
        }
        shape.add(skipped[0]);
        shape.add(skipped[1]);
        return shape;
    }

    /** Visits all times that the room and its state machine depend on, and changes them. */
    void times(Timers.Change change) {
        Timers.of(state, change);
        for (long[] dogs : fed) {
            for (int i = 0; i < dogs.length; i++) {
                dogs[i] = dogs[i] < 0 ? dogs[i] : change.of(Timers.Scale.WATCHDOG, dogs[i]);
            }
        }
    }

    /** Lets all clocks show the time. */
    void setClocks(long time) {
        now = time;
        for (long[] clock : clocks) {
            clock[0] = time;
            clock[1] = time;
        }
    }

    View view(int node) {
        boolean quorate = links.quorate(node);
        BitSet members = quorate ? links.members(node) : new BitSet();
        boolean asked = state.settings().scheduler() == Scheduler.DYNAMIC;
        BitSet running = asked ? guests.all() : new BitSet();
        return new View(quorate, members, access[node], updates[node], running, asked ? used() : List.of());
    }

    private List<Load> used() {
        List<Load> used = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            Load sum = Load.NONE;
            for (int service : guests.on(node).stream().toArray()) {
                sum = sum.plus(state.use(service));
            }
            used.add(sum);
        }
        return used;
    }

    /** Lets the machine see something and does what it wants; returns whether the daemon has ended. */
    private boolean apply(Observation seen) {
        boolean ends = false;
        for (Action action : HaMachine.advance(state, seen)) {
            if (action instanceof Action.Say said) {
                say(said.entry());
            } else if (action instanceof Action.Watchdog dog) {
                fed[dog.node()][dog.crm() ? 0 : 1] = dog.feed() ? seen.at() : -1;
            } else if (action instanceof Action.Exit) {
                ends = true;
            } else {
                for (Guests.Outcome outcome : guests.act(action, state, seen.at())) {
                    apply(new Observation.JobDone(seen.at(), outcome.node(), outcome.service(), outcome.good()));
                }
            }
        }
        return ends;
    }

    private void checkWatchdogs(int node) {
        for (long time : fed[node]) {
            if (time >= 0 && now - time > WATCHDOG) {
                inject(new Injection.Power(node, false), Voice.WATCHDOG);
                sayNow(Voice.HARDWARE, Kind.WATCHDOG_RESET, node, "");
                return;
            }
        }
    }

    /** Does something to the cluster. */
    void inject(Injection injection, Voice voice) {
        sayNow(voice, Kind.INJECTED, -1, injection.toString());
        if (injection instanceof Injection.Power power) {
            if (power.on()) {
                powerOn(power.node());
            } else {
                powerOff(power.node());
            }
        } else if (injection instanceof Injection.Network network) {
            links.network[network.node()] = network.on();
        } else if (injection instanceof Injection.Partition partition) {
            links.split(partition);
        } else if (injection instanceof Injection.Shutdown shutdown) {
            plans[shutdown.node()] = shutdown.reboot() ? Plan.REBOOT : Plan.SHUTDOWN;
            stopLrm(shutdown.node(), true, shutdown.reboot());
        } else if (injection instanceof Injection.RestartAgent restart) {
            restarting[restart.node()] = state.hasLrm(restart.node());
            stopLrm(restart.node(), false, false);
        } else if (injection instanceof Injection.Crm crm) {
            crm(crm.node(), crm.start());
        } else if (injection instanceof Injection.Filesystem filesystem) {
            (filesystem.access() ? access : updates)[filesystem.node()] = filesystem.works();
        } else if (injection instanceof Injection.SkipRounds skip) {
            skipped[skip.crm() ? 0 : 1] += skip.rounds();
        } else if (injection instanceof Injection.Add add) {
            apply(new Observation.Edited(now, new Observation.Added(add.service(), add.config())));
            if (add.running()) {
                guests.found(add.config().node(), add.service(), now);
            }
        } else if (injection instanceof Injection.Change change) {
            apply(new Observation.Edited(now, change.edit()));
            if (change.edit() instanceof Observation.Carried carried) {
                guests.carried(carried.service(), carried.target(), now);
            }
        }
    }

    private void powerOn(int node) {
        if (state.hasCrm(node) || state.hasLrm(node)) {
            return;
        }
        links.power[node] = true;
        links.network[node] = true;
        plans[node] = Plan.STAY;
        startCrm(node);
        startLrm(node);
    }

    private void powerOff(int node) {
        if (!links.power[node]) {
            return;
        }
        for (boolean crm : List.of(true, false)) {
            int daemon = crm ? 0 : 1;
            if (crm ? state.hasCrm(node) : state.hasLrm(node)) {
                long at = clocks[node][daemon];
                say(new Entry(at, crm ? Voice.CRM : Voice.LRM, node, Kind.KILLED, -1, -1, -1, ""));
                apply(new Observation.Gone(at, node, crm));
            }
            fed[node][daemon] = -1;
        }
        links.power[node] = false;
        links.network[node] = false;
        restarting[node] = false;
        guests.nodeDied(node);
    }

    private void startCrm(int node) {
        apply(new Observation.CrmStarted(clocks[node][0], node));
        String change = "STARTUP>" + CrmState.WAIT_FOR_QUORUM;
        say(new Entry(clocks[node][0], Voice.CRM, node, Kind.DAEMON_STATE, -1, -1, -1, change));
    }

    private void startLrm(int node) {
        apply(new Observation.LrmStarted(clocks[node][1], node));
        String change = "STARTUP>" + LrmState.WAIT_FOR_AGENT_LOCK;
        say(new Entry(clocks[node][1], Voice.LRM, node, Kind.DAEMON_STATE, -1, -1, -1, change));
    }

    private void stopLrm(int node, boolean nodeStops, boolean reboot) {
        if (state.hasLrm(node)) {
            apply(new Observation.LrmStopRequested(clocks[node][1], node, view(node), nodeStops, reboot));
        }
    }

    private void crm(int node, boolean start) {
        if (!start && state.hasCrm(node)) {
            apply(new Observation.CrmStopRequested(clocks[node][0], node));
        } else if (start && !state.hasCrm(node) && links.power[node]) {
            startCrm(node);
        }
    }
}
