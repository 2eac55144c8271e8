package org.rackdrill.simulator.process;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.BootPlan;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Fixed;
import org.rackdrill.simulator.compiled.GuestPlan;
import org.rackdrill.simulator.compiled.NodePlan;

/** Containers, virtual machines and programs: they run where their node, their storage and their cluster let them. */
final class Guests {

    /** The guest is nowhere: its cluster put it where nothing could start it. */
    static final int NOWHERE = -1;

    private final Stage stage;
    private final Machines machines;
    private final Storage storage;
    private final Network network;
    private final Mounts mounts;
    private final Boots boots;
    private final ColdStarts coldStarts;
    private final Slowness slowness;
    private final GuestPlan[] guests;
    private final NodePlan[] nodes;
    private final int[] host;

    /** Who reaches each guest, as its points say. */
    private final int[] reach;

    /** Those that are reached anew; every guest has one host. */
    private final int[] anew;

    private final boolean[] crashed;
    private final boolean[] starting;
    private final double[] bootHours;
    private final int[] stamp;
    private final int[][] guestsOfNode;
    private final int[][] guestsOfPool;

    /** The guests between whom and their storage the network stands. */
    private final int[] storedElsewhere;

    /** How long each guest waits for its turn on a node that has just come up, in hours. */
    private final double[] turn;

    Guests(
            Stage stage,
            Machines machines,
            Storage storage,
            Network network,
            Mounts mounts,
            Boots boots,
            ColdStarts coldStarts,
            Slowness slowness) {
        this.stage = stage;
        this.machines = machines;
        this.storage = storage;
        this.network = network;
        this.mounts = mounts;
        this.boots = boots;
        this.coldStarts = coldStarts;
        this.slowness = slowness;
        CompiledLab lab = stage.lab;
        guests = lab.guests();
        nodes = lab.nodes();
        host = new int[guests.length];
        reach = new int[guests.length];
        anew = new int[guests.length];
        crashed = new boolean[guests.length];
        starting = new boolean[guests.length];
        bootHours = new double[guests.length];
        stamp = new int[guests.length];
        guestsOfNode = Inverse.of(nodes.length, guests.length, this::nodesThatMatter);
        guestsOfPool = Inverse.of(lab.pools().length, guests.length, this::poolsThatMatter);
        storedElsewhere = IntStream.range(0, guests.length)
                .filter(this::isStoredElsewhere)
                .toArray();
        turn = Arrays.stream(guests)
                .mapToDouble(it -> it.step() * Fixed.START_STEP.hours())
                .toArray();
    }

    private boolean isStoredElsewhere(int guest) {
        GuestPlan it = guests[guest];
        int pool = it.dataPool()[it.home()];
        return it.sharedPool() >= 0 || (pool >= 0 && storage.node(pool) != it.home());
    }

    /** Nodes whose going up or down may start or stop a guest: where it may run, and what serves its storage there. */
    private int[] nodesThatMatter(int guest) {
        IntStream owners =
                Arrays.stream(poolsThatMatter(guest)).filter(pool -> pool >= 0).map(storage::node);
        return IntStream.concat(Arrays.stream(hosts(guests[guest])), owners)
                .distinct()
                .toArray();
    }

    /** Returns the nodes on which a guest may run. */
    static int[] hosts(GuestPlan guest) {
        return IntStream.concat(
                        IntStream.of(guest.home()),
                        IntStream.concat(Arrays.stream(guest.automatic()), Arrays.stream(guest.byHand())))
                .distinct()
                .toArray();
    }

    private int[] poolsThatMatter(int guest) {
        GuestPlan it = guests[guest];
        IntStream there = Arrays.stream(hosts(it))
                .flatMap(node -> IntStream.of(it.dataPool()[node], it.onNodePool() ? nodes[node].firstPool() : -1));
        return IntStream.concat(there, IntStream.of(it.sharedPool())).distinct().toArray();
    }

    void begin() {
        for (int i = 0; i < guests.length; i++) {
            host[i] = guests[i].home();
        }
        Arrays.fill(crashed, false);
        Arrays.fill(starting, false);
        Arrays.fill(stamp, 0);
        Arrays.fill(reach, -1);
        reachChanged();
    }

    int host(int guest) {
        return host[guest];
    }

    boolean runs(int guest) {
        return stage.up(guests[guest].run());
    }

    void nodeChanged(int node, Clusters clusters) {
        for (int guest : guestsOfNode[node]) {
            evaluate(guest, clusters);
        }
    }

    void poolChanged(int pool, Clusters clusters) {
        for (int guest : guestsOfPool[pool]) {
            evaluate(guest, clusters);
        }
    }

    void cephChanged(int cluster, Clusters clusters) {
        for (int i = 0; i < guests.length; i++) {
            if (guests[i].cephCluster() == cluster) {
                evaluate(i, clusters);
            }
        }
    }

    void networkChanged(Clusters clusters) {
        reachedAnew();
        for (int guest : storedElsewhere) {
            evaluate(guest, clusters);
        }
    }

    /** Guests on nodes that others reach anew, in the order of the guests, whatever the order of their hosts. */
    private void reachedAnew() {
        int count = 0;
        for (int i = 0; i < network.reachedAnewCount(); i++) {
            int node = network.reachedAnew(i);
            for (int guest : guestsOfNode[node]) {
                if (host[guest] == node) {
                    anew[count++] = guest;
                }
            }
        }
        Arrays.sort(anew, 0, count);
        for (int i = 0; i < count; i++) {
            reachChanged(anew[i]);
        }
    }

    private void reachChanged() {
        for (int i = 0; i < guests.length; i++) {
            reachChanged(i);
        }
    }

    private void reachChanged(int guest) {
        int now = host[guest] == NOWHERE ? Network.UNREACHED : network.reach(host[guest]);
        int changed = now ^ reach[guest];
        if (changed != 0) {
            reach[guest] = now;
            GuestPlan it = guests[guest];
            reachChanged(it.lan(), now, changed, Network.LAN);
            reachChanged(it.atHome(), now, changed, Network.HOME);
            reachChanged(it.wired(), now, changed, Network.WIRED);
            reachChanged(it.remote(), now, changed, Network.REMOTE);
        }
    }

    private void reachChanged(int point, int now, int changed, int by) {
        if ((changed & by) != 0) {
            stage.set(point, (now & by) != 0);
        }
    }

    /** Starts or stops a guest as its surroundings demand; on a node that has just come up it waits for its turn. */
    void evaluate(int guest, Clusters clusters) {
        evaluate(guest, clusters, turn[guest]);
    }

    void evaluate(int guest, Clusters clusters, double wait) {
        boolean placed = host[guest] != NOWHERE && machines.nodeUp(host[guest]);
        if (!placed) {
            coldStarts.off(guest);
            mounts.forget(guest);
        }
        boolean ready = placed && !crashed[guest] && !mounts.stale(guest) && readyOn(guest, host[guest]);
        if (runs(guest)) {
            if (!ready) {
                if (placed && !crashed[guest] && !mounts.stale(guest)) {
                    mounts.freezes(guest);
                }
                stop(guest);
            }
        } else if (starting[guest]) {
            if (!ready) {
                startsNoMore(guest);
            }
        } else if (ready && mounts.goesOn(guest)) {
            stage.set(guests[guest].run(), true);
        } else if (ready && clusters.mayStart(guest) && coldStarts.allows(guest)) {
            start(guest, wait);
        }
    }

    /** Returns whether a guest runs or would run if its storage let it, so that it holds on to what it has mounted. */
    boolean holdsMounts(int guest) {
        return host[guest] != NOWHERE && !crashed[guest] && machines.nodeUp(host[guest]);
    }

    private void start(int guest, double wait) {
        GuestPlan it = guests[guest];
        starting[guest] = true;
        stamp[guest]++;
        bootHours[guest] = stage.lasts(it.boot(), it.stream());
        if (boots.disks(guest, host[guest]) == BootPlan.NO_DISKS) {
            stage.after(wait + bootHours[guest], Event.GUEST_UP, guest, stamp[guest]);
        } else if (wait > 0) {
            stage.after(wait, Event.GUEST_STARTS, guest, stamp[guest]);
        } else {
            starts(guest, stamp[guest]);
        }
    }

    /** The guest's turn has come, and it takes its share of the disks. */
    void starts(int guest, int eventStamp) {
        if (starting[guest] && eventStamp == stamp[guest]) {
            boots.begins(guest, boots.disks(guest, host[guest]), bootHours[guest]);
        }
    }

    private void startsNoMore(int guest) {
        starting[guest] = false;
        stamp[guest]++;
        boots.ends(guest);
    }

    private void stop(int guest) {
        startsNoMore(guest);
        stage.set(guests[guest].run(), false);
    }

    void started(int guest, int eventStamp) {
        if (starting[guest] && eventStamp == stamp[guest]) {
            started(guest);
        }
    }

    /** The start is through. */
    void started(int guest) {
        starting[guest] = false;
        stage.set(guests[guest].run(), true);
    }

    /** Returns whether a node and the storage that the guest would have there are ready for it. */
    boolean readyOn(int guest, int node) {
        GuestPlan it = guests[guest];
        NodePlan on = nodes[node];
        return machines.nodeUp(node)
                && (!it.onNodePool() || on.firstPool() < 0 || storage.usable(on.firstPool()))
                && reaches(node, it.dataPool()[node])
                && reaches(node, it.sharedPool())
                && (it.cephCluster() < 0 || stage.up(stage.lab.clusters()[it.cephCluster()].ceph()));
    }

    private boolean reaches(int node, int pool) {
        if (pool < 0) {
            return true;
        }
        int owner = storage.node(pool);
        return storage.usable(pool) && (owner == node || (machines.nodeUp(owner) && network.between(node, owner)));
    }

    /** Returns whether the memory that is left on a node holds the guest too. */
    boolean fits(int guest, int node) {
        if (!stage.lab.memoryLimits()) {
            return true;
        }
        double taken = guests[guest].memoryBytes();
        for (int other : guestsOfNode[node]) {
            if (other != guest && host[other] == node) {
                taken += guests[other].memoryBytes();
            }
        }
        return taken <= nodes[node].memoryBytes();
    }

    /** Moves a guest; one that can move while it runs keeps running, or booting. */
    void move(int guest, int node, boolean live, Clusters clusters) {
        if (!live && runs(guest)) {
            stop(guest);
        }
        if (!live && starting[guest]) {
            startsNoMore(guest);
        }
        if (host[guest] != node && !(live && runs(guest))) {
            mounts.forget(guest);
        }
        // What hung starts anew elsewhere.
        crashed[guest] &= host[guest] == node;
        host[guest] = node;
        slowness.moved(guest, node);
        reachChanged(guest);
        evaluate(guest, clusters, 0);
    }

    void strand(int guest) {
        host[guest] = NOWHERE;
        stop(guest);
        reachChanged(guest);
    }

    /** Crashes; says whether it was there to crash. */
    boolean crashes(int guest, boolean untilMended, Clusters clusters) {
        if (!runs(guest)) {
            return false;
        }
        crashed[guest] = untilMended;
        mounts.forget(guest);
        stop(guest);
        evaluate(guest, clusters, clusters.crashNoticed(guest));
        return true;
    }

    /** Stays down until {@link #mended}, whether or not it runs now. */
    void breaks(int guest, Clusters clusters) {
        if (!crashes(guest, true, clusters)) {
            crashed[guest] = true;
            evaluate(guest, clusters);
        }
    }

    boolean crashed(int guest) {
        return crashed[guest];
    }

    void mended(int guest, Clusters clusters) {
        crashed[guest] = false;
        evaluate(guest, clusters, 0);
    }

    /** Blames guests that lack nothing but a pool on what holds the pool back now. */
    void waitFor(int pool) {
        for (int guest : guestsOfPool[pool]) {
            int node = host[guest];
            boolean could = node != NOWHERE && !crashed[guest] && machines.nodeUp(node);
            if (could && !runs(guest) && uses(guest, node, pool)) {
                stage.blame(guests[guest].run());
            }
        }
    }

    private boolean uses(int guest, int node, int pool) {
        GuestPlan it = guests[guest];
        return (it.onNodePool() && nodes[node].firstPool() == pool)
                || it.dataPool()[node] == pool
                || it.sharedPool() == pool;
    }

    int[] ofNode(int node) {
        return guestsOfNode[node];
    }
}
