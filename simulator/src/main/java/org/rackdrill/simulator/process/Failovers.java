package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.GuestPlan;

/**
 * What starting elsewhere loses: the writes since the last sync to where it starts. A planned move loses nothing, since
 * it syncs once more on its way.
 */
final class Failovers {

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final Stage stage;
    private final Chronicle chronicle;
    private final Guests guests;
    private final Copies copies;
    private final Protections protections;
    private final GuestPlan[] plans;
    private final int[] datasetOfService;
    private final double[] phase;

    /** Since when the data at home are no longer the ones in use. */
    private final double[] leftHome;

    Failovers(Stage stage, Chronicle chronicle, Guests guests, Copies copies, Protections protections) {
        this.stage = stage;
        this.chronicle = chronicle;
        this.guests = guests;
        this.copies = copies;
        this.protections = protections;
        CompiledLab lab = stage.lab;
        plans = lab.guests();
        phase = new double[plans.length];
        leftHome = new double[plans.length];
        datasetOfService = new int[lab.services().length];
        Arrays.fill(datasetOfService, -1);
        for (int i = 0; i < lab.data().length; i++) {
            datasetOfService[lab.data()[i].service()] = i;
        }
    }

    void begin() {
        Arrays.fill(leftHome, NEVER);
        for (int i = 0; i < plans.length; i++) {
            if (plans[i].syncHours() > 0) {
                phase[i] = stage.luck.of(plans[i].syncStream()).nextDouble() * plans[i].syncHours();
            }
        }
    }

    /** A guest is about to start elsewhere than where it ran. */
    void failsOver(int guest, int target) {
        double stopped = guests.runs(guest) ? stage.now : stage.points.since(plans[guest].run());
        double lost = Math.max(sinceSync(guest, stopped), sinceCopy(guest, target, stopped));
        if (guests.host(guest) == plans[guest].home()) {
            leftHome[guest] = sharesData(guest, target) ? NEVER : stopped;
        }
        chronicle.failover(plans[guest].service(), Math.max(0, lost), stage.now);
    }

    /** Hours since the cluster's own replication last ran, by its schedule. */
    private double sinceSync(int guest, double time) {
        double every = plans[guest].syncHours();
        return every > 0 ? (time - phase[guest] + every) % every : 0;
    }

    /** Hours by which the data at the target are behind. */
    private double sinceCopy(int guest, int target, double time) {
        if (sharesData(guest, target)) {
            boolean returns = target == plans[guest].home() && leftHome[guest] > NEVER;
            return returns ? time - leftHome[guest] : 0;
        }
        int copy = copyAt(guest, target);
        return copy >= 0 && copies.newestOf(copy) > NEVER ? time - copies.newestOf(copy) : 0;
    }

    private int copyAt(int guest, int target) {
        int dataset = datasetOfService[plans[guest].service()];
        for (int copy : stage.lab.data()[dataset].copies()) {
            if (stage.lab.copies()[copy].targetNode() == target) {
                return copy;
            }
        }
        return -1;
    }

    /** Returns whether the copy that a guest would start from at the target can be used, now that it is needed. */
    boolean restorable(int guest, int target) {
        int copy = sharesData(guest, target) ? -1 : copyAt(guest, target);
        return copy < 0 || protections.answers(stage.lab.guards().restore()[copy]);
    }

    /** Returns whether a guest finds at the target the very data that it has at home, or has none. */
    private boolean sharesData(int guest, int target) {
        int dataset = datasetOfService[plans[guest].service()];
        return dataset < 0 || stage.lab.data()[dataset].pool() == plans[guest].dataPool()[target];
    }
}
