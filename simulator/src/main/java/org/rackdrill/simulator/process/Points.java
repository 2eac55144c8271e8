package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Structure;

/**
 * The points of a lab's structure in one history: up or down, since when, and by whose fault. A change spreads to the
 * gates above only as far as it changes them.
 *
 * <p>The blame for a gate goes to the first cause that was enough: whatever was happening when it went down. When that
 * cause is over and the gate stays down, the blame passes to the longest-standing cause among what still keeps it down.
 */
public final class Points {

    private final int[][] children;

    /** The gates above all points, one point after the other. */
    private final int[] parents;

    /** Where those of each point begin, with one place more for the end of the last. */
    private final int[] firstParent;

    private final boolean[] initial;
    private final int[] initialSpare;
    private final boolean[] up;

    /** How many more inputs of a gate are up than it needs; negative while it is down. */
    private final int[] spare;

    private final int[] blame;
    private final double[] since;
    private final boolean[] told;
    private final int[] toldBlame;

    /** Whether somebody watches a point and it is not on the way to him yet. */
    private final boolean[] tells;

    private final boolean[] watched;

    /** How many reasons from outside hold a leaf down, whatever its process says meanwhile. */
    private final int[] held;

    /** What a held leaf would be. */
    private final boolean[] meant;

    private final int[] queue;
    private int head;
    private int tail;

    Points(Structure structure) {
        int count = structure.count();
        children = new int[count][];
        firstParent = new int[count + 1];
        watched = new boolean[count];
        initial = new boolean[count];
        initialSpare = new int[count];
        up = new boolean[count];
        spare = new int[count];
        blame = new int[count];
        since = new double[count];
        told = new boolean[count];
        toldBlame = new int[count];
        tells = new boolean[count];
        held = new int[count];
        meant = new boolean[count];
        queue = new int[count + 1];
        for (int i = 0; i < count; i++) {
            children[i] = structure.children(i);
            firstParent[i + 1] = firstParent[i] + structure.parents(i).length;
            watched[i] = structure.watched(i);
            initialSpare[i] = -structure.required(i);
            for (int child : children[i]) {
                initialSpare[i] += initial[child] ? 1 : 0;
            }
            initial[i] = initialSpare[i] >= 0;
        }
        parents = new int[firstParent[count]];
        for (int i = 0; i < count; i++) {
            System.arraycopy(structure.parents(i), 0, parents, firstParent[i], structure.parents(i).length);
        }
    }

    void reset() {
        System.arraycopy(initial, 0, up, 0, up.length);
        System.arraycopy(initial, 0, told, 0, told.length);
        System.arraycopy(initialSpare, 0, spare, 0, spare.length);
        Arrays.fill(since, 0);
        head = 0;
        tail = 0;
        System.arraycopy(watched, 0, tells, 0, tells.length);
        Arrays.fill(held, 0);
    }

    public boolean up(int point) {
        return up[point];
    }

    /** Returns the cause that a point that is down is blamed on. */
    public int blame(int point) {
        return blame[point];
    }

    /** Returns when the point last changed. */
    public double since(int point) {
        return since[point];
    }

    /** Sets a leaf. */
    void set(int leaf, boolean value, int cause, double now) {
        if (held[leaf] > 0) {
            meant[leaf] = value;
        } else if (up[leaf] != value) {
            change(leaf, value, cause, now);
        }
    }

    /** Holds a leaf down from outside, until as many calls of {@link #release}. */
    void hold(int leaf, int cause, double now) {
        if (held[leaf]++ == 0) {
            meant[leaf] = up[leaf];
            if (up[leaf]) {
                change(leaf, false, cause, now);
            }
        }
    }

    /** Lets go of a leaf, which then is what its process says. */
    void release(int leaf, int cause, double now) {
        if (--held[leaf] == 0) {
            set(leaf, meant[leaf], cause, now);
        }
    }

    /** Blames a leaf that is down on another cause from now on, and what is down for the same reason above it. */
    void blame(int leaf, int cause) {
        int former = blame[leaf];
        if (up[leaf] || former == cause) {
            return;
        }
        blame[leaf] = cause;
        tell(leaf);
        passBlameAbove(leaf, former);
    }

    private void change(int point, boolean value, int cause, double now) {
        int formerBlame = blame[point];
        up[point] = value;
        since[point] = now;
        if (!value) {
            blame[point] = cause;
        }
        tell(point);
        int more = value ? 1 : -1;
        int end = firstParent[point + 1];
        for (int i = firstParent[point]; i < end; i++) {
            int gate = parents[i];
            int left = spare[gate] + more;
            spare[gate] = left;
            boolean stands = left >= 0;
            if (stands != up[gate]) {
                change(gate, stands, cause, now);
            } else if (!stands && value && blame[gate] == formerBlame) {
                passBlame(gate);
            }
        }
    }

    /** The cause that a gate is blamed on has let go of one input; looks for who holds it down now. */
    private void passBlame(int gate) {
        int former = blame[gate];
        int longest = -1;
        for (int child : children[gate]) {
            if (up[child]) {
                continue;
            }
            if (blame[child] == former) {
                return;
            }
            if (longest < 0 || since[child] < since[longest]) {
                longest = child;
            }
        }
        if (longest < 0) {
            return;
        }
        blame[gate] = blame[longest];
        tell(gate);
        passBlameAbove(gate, former);
    }

    private void passBlameAbove(int point, int former) {
        for (int i = firstParent[point]; i < firstParent[point + 1]; i++) {
            if (!up[parents[i]] && blame[parents[i]] == former) {
                passBlame(parents[i]);
            }
        }
    }

    private void tell(int point) {
        if (tells[point]) {
            tells[point] = false;
            queue[tail] = point;
            tail = tail + 1 == queue.length ? 0 : tail + 1;
        }
    }

    /** Takes the next watched point that differs from what its watcher was told last, or -1. */
    int nextChange() {
        while (head != tail) {
            int point = queue[head];
            head = head + 1 == queue.length ? 0 : head + 1;
            tells[point] = true;
            if (up[point] != told[point] || (!up[point] && blame[point] != toldBlame[point])) {
                told[point] = up[point];
                toldBlame[point] = blame[point];
                return point;
            }
        }
        return -1;
    }
}
