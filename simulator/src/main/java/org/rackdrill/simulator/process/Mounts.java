package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.GuestPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.MountPlan;
import org.rackdrill.simulator.compiled.PoolPlan;

/**
 * Storage that goes away under running guests. For a moment they freeze and go on; when the machine behind it restarts,
 * some of their network drives do not work again until somebody mounts them anew.
 */
final class Mounts {

    /**
     * How long a guest waits for its disk before its programs have given up: what VMware's tools set in Linux guests. Our
     * estimate for all others.
     */
    private static final double FREEZE_HOURS = Hours.ofSeconds(180);

    private static final double NOT = Double.NEGATIVE_INFINITY;

    private final Stage stage;
    private final Operator operator;
    private final ColdStarts coldStarts;
    private final MountPlan[] plans;
    private final GuestPlan[] guests;
    private final PoolPlan[] pools;
    private final double patience;
    private final boolean[] stale;
    private final double[] frozenAt;
    private final int[][] guestsOfStorage;

    Mounts(Stage stage, Operator operator, ColdStarts coldStarts) {
        this.stage = stage;
        this.operator = operator;
        this.coldStarts = coldStarts;
        plans = stage.lab.storageNetwork().mounts();
        guests = stage.lab.guests();
        pools = stage.lab.pools();
        patience = stage.lab.storageNetwork().freezes() ? FREEZE_HOURS : NOT;
        stale = new boolean[guests.length];
        frozenAt = new double[guests.length];
        guestsOfStorage = Inverse.of(stage.lab.nodes().length, guests.length, this::machines);
    }

    /** The machines that a guest may mount from, wherever it runs. */
    private int[] machines(int guest) {
        GuestPlan it = guests[guest];
        int[] from = Arrays.copyOf(it.dataPool(), it.dataPool().length + plans[guest].served().length + 1);
        System.arraycopy(plans[guest].served(), 0, from, it.dataPool().length, plans[guest].served().length);
        from[from.length - 1] = it.sharedPool();
        return Arrays.stream(from)
                .filter(pool -> pool >= 0)
                .map(pool -> pools[pool].node())
                .distinct()
                .toArray();
    }

    void begin() {
        Arrays.fill(stale, false);
        Arrays.fill(frozenAt, NOT);
    }

    boolean stale(int guest) {
        return stale[guest];
    }

    /** Its storage is away, and the guest waits. */
    void freezes(int guest) {
        frozenAt[guest] = stage.now;
    }

    /** Its storage is back; says whether the guest goes on where it was. */
    boolean goesOn(int guest) {
        boolean inTime = stage.now - frozenAt[guest] <= patience;
        frozenAt[guest] = NOT;
        return inTime;
    }

    /** It stopped, or runs elsewhere: nothing of what it had mounted is left. */
    void forget(int guest) {
        stale[guest] = false;
        frozenAt[guest] = NOT;
    }

    /** A machine is up again that serves storage; who was running or waiting may hold on to what is gone. */
    void storageReturned(int node, Guests all, Clusters clusters) {
        for (int guest : guestsOfStorage[node]) {
            coldStarts.off(guest);
            double chance = plans[guest].recovers() * stage.factors[plans[guest].recoversParameter()];
            boolean recovers = stage.luck.of(plans[guest].stream()).chance(chance);
            if (!recovers && mountsFrom(guest, all.host(guest), node) && all.holdsMounts(guest)) {
                stale[guest] = true;
                all.evaluate(guest, clusters);
                operator.hears(plans[guest].stale());
            }
        }
    }

    private boolean mountsFrom(int guest, int host, int node) {
        if (host == Guests.NOWHERE || host == node) {
            return false;
        }
        int data = guests[guest].dataPool()[host];
        int shared = guests[guest].sharedPool();
        boolean mounts = (data >= 0 && pools[data].node() == node) || (shared >= 0 && pools[shared].node() == node);
        for (int pool : plans[guest].served()) {
            mounts |= pools[pool].node() == node;
        }
        return mounts;
    }

    void mended(int guest, Guests all, Clusters clusters) {
        if (stale[guest]) {
            stale[guest] = false;
            all.evaluate(guest, clusters, 0);
        }
    }
}
