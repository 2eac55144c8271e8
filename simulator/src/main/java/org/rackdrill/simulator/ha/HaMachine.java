package org.rackdrill.simulator.ha;

import java.util.List;
import org.rackdrill.simulator.ha.Entry.Voice;
import org.rackdrill.simulator.ha.Observation.Added;
import org.rackdrill.simulator.ha.Observation.Asked;
import org.rackdrill.simulator.ha.Observation.Carried;
import org.rackdrill.simulator.ha.Observation.CrmStarted;
import org.rackdrill.simulator.ha.Observation.CrmStopRequested;
import org.rackdrill.simulator.ha.Observation.CrmTurn;
import org.rackdrill.simulator.ha.Observation.Deleted;
import org.rackdrill.simulator.ha.Observation.Edit;
import org.rackdrill.simulator.ha.Observation.Edited;
import org.rackdrill.simulator.ha.Observation.Gone;
import org.rackdrill.simulator.ha.Observation.JobDone;
import org.rackdrill.simulator.ha.Observation.Limited;
import org.rackdrill.simulator.ha.Observation.Locked;
import org.rackdrill.simulator.ha.Observation.LrmStarted;
import org.rackdrill.simulator.ha.Observation.LrmStopRequested;
import org.rackdrill.simulator.ha.Observation.LrmTurn;
import org.rackdrill.simulator.ha.Observation.LrmTurnEnds;
import org.rackdrill.simulator.ha.Observation.NodeStarted;
import org.rackdrill.simulator.ha.Observation.Updated;
import org.rackdrill.simulator.ha.Observation.Used;
import org.rackdrill.simulator.ha.Observation.Wanted;

/**
 * The HA manager: what every daemon of a cluster does next, as a function of the state and of what one of them sees.
 * Rounds in lock-step, studies and drills all run this one.
 */
public final class HaMachine {
    /**
     * What an observation leads to.
     *
     * @param state the state after it
     * @param actions what is to be done, in order
     */
    public record Step(HaState state, List<Action> actions) {}

    private HaMachine() {}

    /** Returns what follows from an observation. The state that is given stays as it is. */
    public static Step step(HaState state, Observation seen) {
        HaState next = state.copy();
        return new Step(next, advance(next, seen));
    }

    /** Changes a state that nobody else holds into what follows from an observation; returns what is to be done, in order. */
    static List<Action> advance(HaState state, Observation seen) {
        boolean crm = seen instanceof CrmTurn
                || seen instanceof CrmStarted
                || seen instanceof CrmStopRequested
                || (seen instanceof Gone gone && gone.crm());
        Turn turn = new Turn(state, seen.at(), nodeOf(seen), crm ? Voice.CRM : Voice.LRM);
        if (seen instanceof CrmTurn crmTurn) {
            new CrmTurns(turn, crmTurn.view()).round();
        } else if (seen instanceof LrmTurn lrmTurn) {
            new LrmTurns(turn, lrmTurn.view()).begin(lrmTurn.running());
        } else if (seen instanceof LrmTurnEnds ends) {
            new LrmTurns(turn, ends.view()).end();
        } else if (seen instanceof JobDone done) {
            new LrmJobs(turn).done(done.service(), done.good());
        } else if (seen instanceof LrmStopRequested stop) {
            LrmShutdown.requested(turn, stop);
        } else if (seen instanceof CrmStopRequested) {
            turn.crm().stopping = true;
            turn.say(Kind.STOP_RECEIVED);
        } else if (seen instanceof Edited edited) {
            edit(turn.state, edited.edit());
        } else {
            daemons(turn, seen);
        }
        return turn.actions;
    }

    private static int nodeOf(Observation seen) {
        if (seen instanceof CrmTurn turn) {
            return turn.node();
        } else if (seen instanceof LrmTurn turn) {
            return turn.node();
        } else if (seen instanceof LrmTurnEnds turn) {
            return turn.node();
        } else if (seen instanceof JobDone done) {
            return done.node();
        } else if (seen instanceof NodeStarted started) {
            return started.node();
        } else if (seen instanceof CrmStarted started) {
            return started.node();
        } else if (seen instanceof LrmStarted started) {
            return started.node();
        } else if (seen instanceof CrmStopRequested stop) {
            return stop.node();
        } else if (seen instanceof LrmStopRequested stop) {
            return stop.node();
        } else if (seen instanceof Gone gone) {
            return gone.node();
        }
        return -1;
    }

    private static void daemons(Turn turn, Observation seen) {
        if (seen instanceof Gone gone) {
            if (gone.crm()) {
                turn.state.crms.remove(turn.node);
            } else {
                turn.state.lrms.remove(turn.node);
            }
            return;
        }
        if (!(seen instanceof LrmStarted)) {
            turn.state.crms.put(turn.node, new Crm());
        }
        if (!(seen instanceof CrmStarted)) {
            turn.state.lrms.put(turn.node, new Lrm());
        }
    }

    private static void edit(HaState state, Edit edit) {
        if (edit instanceof Asked asked) {
            state.orders.add(asked.order());
        } else if (edit instanceof Added added) {
            state.configured.put(added.service(), added.config());
        } else if (edit instanceof Deleted deleted) {
            state.configured.remove(deleted.service());
        } else if (edit instanceof Wanted wanted) {
            state.configured.computeIfPresent(wanted.service(), (s, config) -> config.wanted(wanted.requested()));
        } else if (edit instanceof Locked locked) {
            state.configured.computeIfPresent(locked.service(), (s, config) -> config.locked(locked.lock()));
        } else if (edit instanceof Carried carried) {
            state.configured.computeIfPresent(carried.service(), (s, config) -> config.at(carried.target()));
        } else if (edit instanceof Limited limited) {
            state.most.put(limited.service(), limited.most());
        } else if (edit instanceof Used used) {
            state.use.put(used.service(), used.use());
        } else if (edit instanceof Updated updated) {
            state.versions[updated.node()] = updated.version();
        }
    }
}
