package org.rackdrill.simulator.ha;

import java.util.TreeMap;
import org.rackdrill.simulator.ha.HaSettings.Scheduler;

/** What the cluster resource manager of one node keeps in memory; lost when it ends. */
final class Crm {
    CrmState state = CrmState.WAIT_FOR_QUORUM;
    boolean stopping;
    boolean watchdog;
    int idleRounds;
    Mind mind = new Mind();

    Crm copy() {
        Crm copy = new Crm();
        copy.state = state;
        copy.stopping = stopping;
        copy.watchdog = watchdog;
        copy.idleRounds = idleRounds;
        copy.mind = mind.copy();
        return copy;
    }

    /** What a master knows from its own rounds; the next master begins with nothing. */
    static final class Mind {
        final TreeMap<Integer, Long> lastOnline = new TreeMap<>();
        int groupRounds = GroupMigration.FIRST_ROUNDS;
        int heldRounds;
        Scheduler scheduler = Scheduler.BASIC;

        Mind copy() {
            Mind copy = new Mind();
            copy.lastOnline.putAll(lastOnline);
            copy.groupRounds = groupRounds;
            copy.heldRounds = heldRounds;
            copy.scheduler = scheduler;
            return copy;
        }
    }
}
