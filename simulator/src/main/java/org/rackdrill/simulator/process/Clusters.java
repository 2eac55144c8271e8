package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.ClusterPlan;
import org.rackdrill.simulator.compiled.GuestPlan;
import org.rackdrill.simulator.compiled.NodePlan;
import org.rackdrill.simulator.timeline.Loss;
import org.rackdrill.simulator.timeline.Script;

/**
 * Majority and failover: who is quorate, who resets itself, where guests start again and when they come home. The times
 * are those of each manager's {@link org.rackdrill.simulator.timeline.Timeline}.
 */
final class Clusters {

    /** How long a guest stays where a rehearsal put it. Our estimate. */
    private static final double REHEARSAL_HOURS = 1;

    private final Stage stage;
    private final Machines machines;
    private final Guests guests;
    private final Ceph ceph;
    private final Operator operator;
    private final Failovers failovers;
    private final Protections protections;
    private final Votes votes;
    private final Takeovers takeovers;
    private final ClusterPlan[] clusters;
    private final NodePlan[] nodes;
    private final GuestPlan[] plans;
    private final boolean[] quorate;
    private final boolean[] resumed;
    private final boolean[] maintenance;
    private final boolean[] pending;
    private final int[] stamp;
    private final int[][] clustersOfNode;
    private final Ranks ranks;

    Clusters(
            Stage stage,
            Machines machines,
            Network network,
            Guests guests,
            Ceph ceph,
            Operator operator,
            Failovers failovers,
            Protections protections) {
        this.stage = stage;
        this.machines = machines;
        this.guests = guests;
        this.ceph = ceph;
        this.operator = operator;
        this.failovers = failovers;
        this.protections = protections;
        votes = new Votes(machines, network);
        takeovers = new Takeovers(stage);
        clusters = stage.lab.clusters();
        nodes = stage.lab.nodes();
        plans = stage.lab.guests();
        quorate = new boolean[nodes.length];
        resumed = new boolean[nodes.length];
        maintenance = new boolean[nodes.length];
        pending = new boolean[nodes.length];
        stamp = new int[nodes.length];
        clustersOfNode = Inverse.of(nodes.length, clusters.length, this::voters);
        ranks = new Ranks(stage, guests);
    }

    private int[] voters(int cluster) {
        int[] voters = Arrays.copyOf(clusters[cluster].members(), clusters[cluster].members().length + 1);
        voters[voters.length - 1] = clusters[cluster].tieBreaker();
        return voters;
    }

    void begin() {
        Arrays.fill(quorate, true);
        Arrays.fill(resumed, true);
        Arrays.fill(maintenance, false);
        Arrays.fill(pending, false);
        Arrays.fill(stamp, 0);
        takeovers.begin();
    }

    /** Returns whether a guest may start where it is now; one that runs is not stopped for lack of quorum. */
    boolean mayStart(int guest) {
        GuestPlan it = plans[guest];
        if (it.cluster() < 0) {
            return true;
        }
        int node = guests.host(guest);
        return it.failover() == Service.Failover.AUTOMATIC ? resumed[node] : quorate[node];
    }

    void nodeChanged(int node) {
        for (int cluster : clustersOfNode[node]) {
            evaluate(cluster);
        }
    }

    /** Nodes may reach others than before. Ceph also looks at the clock. */
    void networkChanged(boolean links) {
        for (int i = 0; i < clusters.length; i++) {
            if (clusters[i].ceph() >= 0 || (links && votes.relinked(clusters[i]))) {
                evaluate(i);
            }
        }
    }

    private void evaluate(int number) {
        ClusterPlan cluster = clusters[number];
        long after = votes.majority(cluster);
        takeovers.change(number, after);
        for (int i = 0; i < cluster.members().length; i++) {
            int node = cluster.members()[i];
            boolean now = (after >>> i & 1) != 0;
            if (now != quorate[node]) {
                quorate[node] = now;
                if (now) {
                    regained(number, node);
                } else {
                    lost(number, node);
                }
            } else if (!now && !machines.nodeUp(node)) {
                takeovers.stops(node);
            }
        }
        takeovers.settle(number);
        if (cluster.ceph() >= 0) {
            ceph.membersChanged(number, quorate, maintenance);
        }
    }

    private void lost(int number, int node) {
        resumed[node] = false;
        stamp[node]++;
        boolean alive = machines.nodeUp(node);
        takeovers.loses(number, node, loss(node, alive));
        if (maintenance[node]) {
            return;
        }
        boolean resets = alive ? armed(node) : takeovers.device(number);
        if (resets && clusters[number].fencing()) {
            stage.after(takeovers.resets(number, node), Event.WATCHDOG, node, stamp[node]);
        }
        double stops = alive ? takeovers.stopsWithoutMajority(number) : Double.POSITIVE_INFINITY;
        stage.after(stops, Event.NO_MAJORITY, node, stamp[node]);
        if (takeovers.nobodyLeft()) {
            pending[node] = true;
        } else {
            stage.after(takeovers.recovers(number, node), Event.RECOVER, node, stamp[node]);
        }
    }

    private Loss loss(int node, boolean alive) {
        if (maintenance[node]) {
            return Loss.MAINTAINED;
        }
        if (alive) {
            return Loss.CUT;
        }
        return machines.stoppedInOrder(nodes[node].machine()) ? Loss.SHUT_DOWN : Loss.DEAD;
    }

    private void regained(int number, int node) {
        maintenance[node] = false;
        pending[node] = false;
        stamp[node]++;
        Script script = takeovers.back(number, node);
        double resumes = takeovers.hours(number, script.resumes());
        stage.after(resumes, Event.RESUME, node, stamp[node]);
        stage.after(takeovers.hours(number, script.recovers()), Event.RECOVER, node, stamp[node]);
        if (stage.lab.failback()) {
            stage.after(takeovers.hours(number, script.returns()), Event.FAILBACK, node, stamp[node]);
        }
        for (int other : clusters[number].members()) {
            if (pending[other] && !quorate[other]) {
                pending[other] = false;
                double recovers =
                        takeovers.hours(number, takeovers.back(number, other).recovers());
                stage.after(Math.max(resumes, recovers), Event.RECOVER, other, stamp[other]);
            }
        }
        guests.nodeChanged(node, this);
    }

    /** A node without any managed guest has no watchdog running. */
    boolean armed(int node) {
        for (int guest : guests.ofNode(node)) {
            if (guests.host(guest) == node && managed(guest)) {
                return true;
            }
        }
        return false;
    }

    boolean managed(int guest) {
        return plans[guest].cluster() >= 0 && plans[guest].failover() == Service.Failover.AUTOMATIC;
    }

    /** A member is reset, by itself or by the others; says whether one that hangs would be too. */
    boolean watchdog(int node, int eventStamp) {
        if (eventStamp != stamp[node] || quorate[node]) {
            return false;
        }
        machines.restart(nodes[node].machine());
        return true;
    }

    /** A member that nobody resets has had no majority for too long, and stops its guests. */
    void noMajority(int node, int eventStamp) {
        if (eventStamp == stamp[node] && !quorate[node]) {
            for (int guest : guests.ofNode(node)) {
                if (guests.host(guest) == node && managed(guest)) {
                    guests.crashes(guest, false, this);
                }
            }
        }
    }

    /** Returns hours until somebody finds that a guest has died. */
    double crashNoticed(int guest) {
        return managed(guest) ? takeovers.crashNoticed(plans[guest].cluster()) : 0;
    }

    void resume(int node, int eventStamp) {
        if (eventStamp != stamp[node] || !quorate[node]) {
            return;
        }
        resumed[node] = true;
        guests.nodeChanged(node, this);
        for (int number : clustersOfNode[node]) {
            for (int other : clusters[number].members()) {
                if (pending[other] && !quorate[other]) {
                    recover(other, stamp[other]);
                }
            }
        }
    }

    /** Starts a lost node's managed guests elsewhere, the most important first. */
    void recover(int node, int eventStamp) {
        if (eventStamp != stamp[node] || resumed[node]) {
            return;
        }
        if (!anyQuorate(node)) {
            pending[node] = true;
            return;
        }
        boolean all = true;
        for (int guest : ranks.on(node)) {
            boolean waits = quorate[node] && plans[guest].automatic().length == 1;
            if (guests.host(guest) == node && managed(guest) && !waits) {
                all &= recoverGuest(guest, node);
            }
        }
        // The manager goes on looking for room until there is some.
        pending[node] = !all && !quorate[node];
    }

    private boolean anyQuorate(int node) {
        for (int number : clustersOfNode[node]) {
            for (int member : clusters[number].members()) {
                if (quorate[member]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Says whether the guest has left the lost node. */
    private boolean recoverGuest(int guest, int from) {
        if (plans[guest].automatic().length == 1) {
            guests.strand(guest);
            operator.hears(plans[guest].stranded());
            return true;
        }
        for (int target : plans[guest].automatic()) {
            if (target != from && takes(guest, target)) {
                if (!protections.answers(stage.lab.guards().failover()[guest])) {
                    return false;
                }
                if (guests.runs(guest) && clusters[plans[guest].cluster()].fencing()) {
                    throw new IllegalStateException(plans[guest].name() + " would run on two nodes at once");
                }
                failovers.failsOver(guest, target);
                guests.move(guest, target, false, this);
                return true;
            }
        }
        return false;
    }

    /** The failover of a guest was mended; one that waits for it starts elsewhere now. */
    void failoverMended(int guest) {
        int at = guests.host(guest);
        if (at != Guests.NOWHERE && pending[at] && !quorate[at]) {
            recover(at, stamp[at]);
        }
    }

    /** Starts every managed guest elsewhere on purpose, and has it come home. */
    void rehearse() {
        for (int guest : ranks.all()) {
            int home = plans[guest].home();
            if (managed(guest) && guests.host(guest) == home && guests.runs(guest) && moveAway(guest)) {
                stage.after(REHEARSAL_HOURS, Event.BRING_HOME, guest, 0);
            }
        }
    }

    boolean takes(int guest, int node) {
        return resumed[node] && !maintenance[node] && guests.readyOn(guest, node) && guests.fits(guest, node);
    }

    /** A person puts a stranded guest back on its own node. */
    void unstrand(int guest) {
        guests.move(guest, plans[guest].home(), false, this);
    }

    void failback(int node, int eventStamp) {
        if (eventStamp != stamp[node] || !quorate[node]) {
            return;
        }
        for (int guest : ranks.on(node)) {
            if (plans[guest].home() == node && managed(guest)) {
                bringHome(guest);
            }
        }
    }

    /** Moves a guest to its own node when that can take it; a virtual machine keeps running on the way. */
    void bringHome(int guest) {
        int home = plans[guest].home();
        int at = guests.host(guest);
        boolean allowed = plans[guest].cluster() < 0 || quorate[home];
        if (at != home && at != Guests.NOWHERE && allowed && guests.readyOn(guest, home) && guests.fits(guest, home)) {
            guests.move(guest, home, movesLive(guest), this);
        }
    }

    /** Announces that a node will be down on purpose, and moves away what can move. */
    void maintain(int node) {
        maintenance[node] = nodes[node].cluster() >= 0;
        if (!maintenance[node]) {
            return;
        }
        for (int guest : ranks.on(node)) {
            if (guests.host(guest) == node && managed(guest) && guests.runs(guest)) {
                moveAway(guest);
            }
        }
    }

    /** Moves a guest that runs to another node; says whether one took it. */
    boolean moveAway(int guest) {
        for (int target : plans[guest].automatic()) {
            if (target != guests.host(guest) && takes(guest, target)) {
                guests.move(guest, target, movesLive(guest), this);
                return true;
            }
        }
        return false;
    }

    boolean quorate(int node) {
        return quorate[node];
    }

    int master(int cluster) {
        return clusters[cluster].members()[takeovers.master(cluster)];
    }

    /** Returns whether a watchdog resets a node whose daemons no longer run. */
    boolean watched(int node) {
        boolean fencing = false;
        for (int number : clustersOfNode[node]) {
            fencing |= clusters[number].fencing() && !takeovers.device(number);
        }
        return fencing && armed(node);
    }

    /** Takes guests again, and has its own come home. */
    void endMaintenance(int node) {
        maintenance[node] = false;
        stage.after(0, Event.FAILBACK, node, stamp[node]);
    }

    /** A virtual machine takes its memory along; a container starts anew. */
    boolean movesLive(int guest) {
        return plans[guest].kind() == Service.Kind.VM || !stage.lab.migrationRestarts();
    }
}
