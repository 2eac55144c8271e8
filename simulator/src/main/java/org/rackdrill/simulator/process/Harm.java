package org.rackdrill.simulator.process;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.PoolPlan;

/**
 * Breaks things in a lab on purpose, and takes it back. Things are named by the numbers of {@link Names}. Whoever breaks
 * something takes it back once, and nothing that is not broken.
 */
public final class Harm {

    /** A pool that is as full as this takes no more writes. Our estimate; ZFS keeps a reserve of 1/32 to itself. */
    private static final double NO_ROOM = 0.99;

    /** What is written in a day, as a share of what is stored; as in {@link Controllers}. */
    private static final double CHANGES_A_DAY = 0.02;

    private static final double NOT = Double.NaN;

    private final Processes all;
    private final Stage stage;
    private final CompiledLab lab;
    private final Names names;
    private final Lines lines;
    private final History history;
    private final DataHarm data;
    private final double[] diskGoneAt;
    private final boolean[] rotten;
    private final double[] slowness;
    private final double[] fill;
    private final double[] memory;
    private final double[] skew;

    Harm(Processes all, Names names, Diary diary, Lines lines, History history) {
        this.all = all;
        this.names = names;
        this.lines = lines;
        this.history = history;
        stage = all.stage;
        lab = stage.lab;
        data = new DataHarm(all, diary, history);
        diskGoneAt = new double[lab.disks().length];
        rotten = new boolean[diskGoneAt.length];
        slowness = new double[diskGoneAt.length];
        fill = new double[lab.pools().length];
        memory = new double[lab.nodes().length];
        skew = new double[memory.length];
    }

    void begin() {
        lines.begin();
        data.begin();
        Arrays.fill(diskGoneAt, NOT);
        Arrays.fill(rotten, false);
        Arrays.fill(slowness, 0);
        Arrays.fill(fill, NOT);
        Arrays.fill(memory, 0);
        Arrays.fill(skew, 0);
    }

    /** Returns what can be done to data. */
    public DataHarm data() {
        return data;
    }

    /** Takes a node's power away at every power supply, or gives it back. */
    public void power(int node, boolean on) {
        for (int i = 0; i < lab.supplies().length; i++) {
            if (lab.supplyNode()[i] == node) {
                hold(lab.supplies()[i], !on);
            }
        }
        history.settle();
    }

    /** Makes a node answer nothing and stay on. */
    public void hang(int node) {
        all.intrusions.hang(node);
        history.settle();
    }

    /** Switches a node that hangs off and on. */
    public void reset(int node) {
        all.intrusions.reset(lab.nodes()[node].machine());
        history.settle();
    }

    /** Restarts a node or a box without warning. */
    public void restart(int machine) {
        all.machines.restart(machine);
        history.settle();
    }

    /** Restarts a node or a box, down for so many hours. */
    public void restart(int machine, double hours) {
        all.machines.update(machine, hours);
        history.settle();
    }

    /** Kills what runs in every guest of a service; whoever watches over it starts it again. */
    public void kill(int service) {
        for (int guest : names.guestsOfService(service)) {
            all.guests.crashes(guest, false, all.clusters);
        }
        history.settle();
    }

    /** Stops every guest of a service, until {@link #start}. */
    public void stop(int service) {
        for (int guest : names.guestsOfService(service)) {
            all.guests.breaks(guest, all.clusters);
        }
        history.settle();
    }

    /** Starts what was stopped. */
    public void start(int service) {
        for (int guest : names.guestsOfService(service)) {
            all.guests.mended(guest, all.clusters);
        }
        history.settle();
    }

    /** Lets nobody use a service although it runs, or lets them again. */
    public void refuse(int service, boolean refused) {
        for (int guest : names.guestsOfService(service)) {
            hold(lab.guests()[guest].lan(), refused);
            hold(lab.guests()[guest].atHome(), refused);
            hold(lab.guests()[guest].wired(), refused);
            hold(lab.guests()[guest].remote(), refused);
        }
        history.settle();
    }

    /** Takes an internet access away, or gives it back. */
    public void access(int wan, boolean up) {
        if (up) {
            all.network.accessReturns(wan);
        } else {
            all.network.accessFails(wan);
        }
        history.settle();
    }

    /** Takes a tunnel away, or gives it back. */
    public void tunnel(int vpn, boolean up) {
        hold(lab.vpns()[vpn], !up);
        history.settle();
    }

    /** Unplugs a cable, or plugs it in. */
    public void cable(Cables.Cable cable, boolean plugged) {
        int reasons = plugged ? -1 : 1;
        if (cable.node() >= 0) {
            all.network.cutPlug(cable.node(), cable.plug(), reasons);
        } else {
            all.network.cutLink(cable.link(), reasons);
        }
        history.settle();
    }

    /** Keeps two sets of nodes from hearing each other, or lets them. */
    public void wall(int[] these, int[] those, boolean there) {
        for (int a : these) {
            for (int b : those) {
                all.network.wall(a, b, there ? 1 : -1);
            }
        }
        history.settle();
    }

    void burden(Lines.Burden burden, boolean there) {
        if (there) {
            lines.add(burden);
        } else {
            lines.remove(burden);
        }
        history.settle();
    }

    /** Takes the public grid of a site away, or gives it back. */
    public void mains(int site, boolean on) {
        if (on) {
            all.power.gridReturns(site);
        } else {
            all.power.gridFails(site);
        }
        history.settle();
    }

    /** Takes the public grid of a site away for so many hours. */
    public void dip(int site, double hours) {
        all.power.gridFails(site);
        stage.after(hours, Event.STORM_PAST, site, 0);
        history.settle();
    }

    /** Leaves a share of what the battery of a UPS holds; 1 for all of it. */
    public void battery(int ups, double share) {
        all.power.weaken(ups, share);
        history.settle();
    }

    /** Keeps a UPS from being heard, or lets it. */
    public void mute(int ups, boolean muted) {
        all.power.mute(ups, muted);
    }

    /** Takes a disk away. */
    public void takeDisk(int disk) {
        diskGoneAt[disk] = stage.now;
        if (all.ceph.owns(disk)) {
            all.ceph.vanishes(disk);
        } else {
            all.storage.vanishes(disk);
            all.controllers.disksChanged(lab.disks()[disk].pool());
        }
        history.settle();
    }

    /** Puts the same disk back, which takes what it missed; nothing when another one is in its place. */
    public void putBackDisk(int disk) {
        double days = (stage.now - diskGoneAt[disk]) / Hours.PER_DAY;
        int pool = lab.disks()[disk].pool();
        if (all.ceph.owns(disk)) {
            all.ceph.diskMended(disk);
        } else {
            boolean wasLost = all.storage.lost(pool);
            all.storage.returns(disk, Math.min(1, days * CHANGES_A_DAY) * all.storage.resilverHours(pool));
            all.controllers.disksChanged(pool);
            if (wasLost && !all.storage.lost(pool)) {
                data.returns(pool, diskGoneAt[disk]);
            }
        }
        history.settle();
    }

    /** Makes every access of a disk take so much longer, in seconds; 0 for the usual. */
    public void slow(int disk, double seconds) {
        slowness[disk] = seconds;
    }

    /** Damages blocks of a disk without a word, or heals them. */
    public void rot(int disk, boolean there) {
        rotten[disk] = there;
    }

    /** Fills a pool to a share of its capacity, or gives back what it had with a {@code NaN}. */
    public void fill(int pool, double share) {
        boolean stood = full(pool);
        fill[pool] = share;
        boolean stands = full(pool);
        if (stands && !stood) {
            all.storage.suspend(pool);
        } else if (stood && !stands) {
            all.storage.resume(pool);
        }
        history.settle();
    }

    /** Lets no read or write of a pool return. */
    public void hangPool(int pool) {
        all.storage.suspend(pool);
        history.settle();
    }

    /** Ends that, by switching the pool's node off and on. */
    public void resetPool(int pool) {
        all.storage.resume(pool);
        all.machines.restart(lab.nodes()[all.storage.node(pool)].machine());
        history.settle();
    }

    /** Takes so much of a node's memory, as a share; when nothing is left the largest guest is killed once. */
    public void memory(int node, double share) {
        memory[node] = share;
        if (share >= 1) {
            killLargest(node);
        }
        history.settle();
    }

    private void killLargest(int node) {
        int largest = -1;
        for (int guest : all.guests.ofNode(node)) {
            boolean runs = all.guests.host(guest) == node && all.guests.runs(guest);
            if (runs && (largest < 0 || lab.guests()[guest].memoryBytes() > lab.guests()[largest].memoryBytes())) {
                largest = guest;
            }
        }
        if (largest >= 0) {
            all.guests.crashes(largest, false, all.clusters);
        }
    }

    /** Sets a node's clock wrong by so many seconds; 0 for right. */
    public void skew(int node, double seconds) {
        skew[node] = seconds;
    }

    /** Takes a whole site away: power and lines. */
    public void site(int site, boolean there) {
        hold(lab.standing()[site], !there);
        history.settle();
    }

    /** Destroys every disk of a site. */
    public void burn(int site) {
        for (int pool = 0; pool < lab.pools().length; pool++) {
            if (lab.nodes()[all.storage.node(pool)].site() == site) {
                all.storage.destroy(pool);
            }
        }
        history.settle();
    }

    private void hold(int leaf, boolean down) {
        if (down) {
            stage.points.hold(leaf, stage.cause, stage.now);
        } else {
            stage.points.release(leaf, stage.cause, stage.now);
        }
    }

    boolean rotten(int disk) {
        return rotten[disk];
    }

    double slowness(int disk) {
        return slowness[disk];
    }

    double filled(int pool) {
        return fill[pool];
    }

    /** Returns whether a pool takes no more writes; it can be read all the same. */
    boolean full(int pool) {
        return fill[pool] >= NO_ROOM;
    }

    double memoryTaken(int node) {
        return memory[node];
    }

    double skewOf(int node) {
        return skew[node];
    }

    /** Returns how many more disks of a pool may go, at its weakest group. */
    int disksToSpare(int pool) {
        PoolPlan plan = lab.pools()[pool];
        int[] missing = new int[plan.groups()];
        for (int i = 0; i < plan.disks().length; i++) {
            missing[plan.diskGroup()[i]] += diskGone(plan.disks()[i]) ? 1 : 0;
        }
        return plan.tolerance() - IntStream.of(missing).max().orElse(0);
    }

    boolean diskGone(int disk) {
        return all.ceph.owns(disk) ? all.ceph.broken(disk) : all.storage.failed(disk);
    }
}
