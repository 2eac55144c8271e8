package org.rackdrill.simulator.ha;

import java.util.List;
import org.rackdrill.simulator.ha.HaSettings.ShutdownPolicy;
import org.rackdrill.simulator.ha.Lrm.Job;
import org.rackdrill.simulator.ha.Observation.LrmStopRequested;

/** What an agent does when it is asked to end. */
final class LrmShutdown {
    private LrmShutdown() {}

    static void requested(Turn turn, LrmStopRequested stop) {
        Lrm lrm = turn.lrm();
        if (lrm.stopping) {
            return;
        }
        ShutdownPolicy policy = turn.state.settings.shutdown();
        String what = stop.reboot() ? "reboot" : "shutdown";
        if (stop.nodeStops()) {
            turn.say(Kind.SHUTDOWN_POLICY, policy.name());
        }
        if (!stop.nodeStops()) {
            turn.say(Kind.SHUTDOWN_PLAN, "restart freeze");
            lrm.mode = LrmMode.RESTART;
        } else if (policy == ShutdownPolicy.MIGRATE) {
            turn.say(Kind.SHUTDOWN_PLAN, what + " maintenance");
            lrm.mode = LrmMode.MAINTENANCE;
        } else {
            stop(turn, lrm, what, policy, stop.reboot());
        }
        lrm.stopping = true;
        lrm.stoppingSince = turn.now;
        LrmTurns.report(turn, stop.view());
    }

    private static void stop(Turn turn, Lrm lrm, String what, ShutdownPolicy policy, boolean reboot) {
        boolean freeze = policy == ShutdownPolicy.FREEZE || (policy == ShutdownPolicy.CONDITIONAL && reboot);
        if (turn.state.maintenance[turn.node]) {
            turn.say(Kind.SHUTDOWN_PLAN, what + " keeps maintenance");
        } else if (freeze) {
            turn.say(Kind.SHUTDOWN_PLAN, what + " freeze");
            lrm.mode = LrmMode.RESTART;
        } else {
            turn.say(Kind.SHUTDOWN_PLAN, "shutdown stop");
            lrm.mode = LrmMode.SHUTDOWN;
        }
        LrmJobs jobs = new LrmJobs(turn);
        for (int service : List.copyOf(turn.state.status.keySet())) {
            ServiceStatus status = turn.state.status.get(service);
            if (status != null && status.node() == turn.node) {
                jobs.queue(new Job(service, -1, ServiceState.REQUEST_STOP, -1, -1, false, false));
            }
        }
    }
}
