package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.simulator.ha.Entry.Voice;

/** One daemon's turn: a state of its own to work on, and what it wants done. */
final class Turn {
    final HaState state;
    final long now;
    final int node;
    final List<Action> actions = new ArrayList<>();
    private final Voice voice;

    Turn(HaState state, long now, int node, Voice voice) {
        this.state = state;
        this.now = now;
        this.node = node;
        this.voice = voice;
    }

    void say(Kind kind) {
        say(kind, -1, -1, -1, "");
    }

    void say(Kind kind, String detail) {
        say(kind, -1, -1, -1, detail);
    }

    void sayOf(int service, Kind kind) {
        say(kind, service, -1, -1, "");
    }

    void sayOf(int service, Kind kind, String detail) {
        say(kind, service, -1, -1, detail);
    }

    void say(Kind kind, int service, int about, int target, String detail) {
        actions.add(new Action.Say(new Entry(now, voice, node, kind, service, about, target, detail)));
    }

    /**
     * Takes or renews a lock of the shared filesystem.
     *
     * @param lock the node whose agent it belongs to, or -1 for the master's
     * @return whether this node holds it now
     */
    boolean lease(int lock, boolean quorate) {
        if (!quorate) {
            return false;
        }
        Lease lease = state.leases.get(lock);
        if (lease != null && !lease.lapsed(now)) {
            if (lease.holder() != node) {
                return false;
            }
        } else {
            say(Kind.LOCK_TAKEN, -1, lock, -1, "");
        }
        state.leases.put(lock, new Lease(node, now));
        return true;
    }

    void release(int lock, boolean quorate) {
        Lease lease = state.leases.get(lock);
        if (quorate && lease != null && lease.holder() == node) {
            state.leases.remove(lock);
        }
    }

    Crm crm() {
        Crm crm = state.crms.get(node);
        if (crm == null) {
            throw new IllegalStateException("no cluster resource manager runs on node " + node);
        }
        return crm;
    }

    Lrm lrm() {
        Lrm lrm = state.lrms.get(node);
        if (lrm == null) {
            throw new IllegalStateException("no agent runs on node " + node);
        }
        return lrm;
    }

    long mint() {
        state.lastUid++;
        return state.lastUid;
    }
}
