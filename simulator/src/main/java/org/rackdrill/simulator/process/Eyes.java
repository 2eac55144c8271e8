package org.rackdrill.simulator.process;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.ClusterPlan;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.GuestPlan;

/**
 * What can be seen of a lab at this moment. Things are named by the numbers of {@link Names}. What nobody could look at,
 * such as the clock of a node that is down, is empty.
 */
public final class Eyes {

    /** Reads that follow each other until a page is there, each waiting for its disk. Our estimate. */
    private static final double READS_A_PAGE = 20;

    private final Processes all;
    private final Stage stage;
    private final CompiledLab lab;
    private final Names names;
    private final Harm harm;
    private final Lines lines;
    private final DataEyes data;

    Eyes(Lab source, Processes all, Names names, Harm harm, Lines lines) {
        this.all = all;
        this.names = names;
        this.harm = harm;
        this.lines = lines;
        stage = all.stage;
        lab = stage.lab;
        data = new DataEyes(source, all, harm);
    }

    /** Returns what can be seen of disks, pools, data and copies. */
    public DataEyes data() {
        return data;
    }

    /** Returns whether a node or box runs. */
    public boolean machineUp(int machine) {
        return all.machines.up(machine);
    }

    /** Returns whether a node runs. */
    public boolean nodeUp(int node) {
        return machineUp(lab.nodes()[node].machine());
    }

    /** Returns whether a node runs and others reach it. */
    public boolean reached(int node) {
        return nodeUp(node) && all.network.reach(node) != Network.UNREACHED;
    }

    /** Returns whether everybody can use a service who should. */
    public boolean serviceUp(int service) {
        return stage.up(lab.services()[service].available());
    }

    /** Returns whether any guest of a service runs. */
    public boolean serviceRuns(int service) {
        return IntStream.of(names.guestsOfService(service)).anyMatch(all.guests::runs);
    }

    /** Returns whether something passes a cable. */
    public boolean cableUp(Cables.Cable cable) {
        if (cable.node() >= 0) {
            int box = lab.network().nodeBoxes()[cable.node()][cable.plug()];
            return !all.network.isCut(cable.node(), cable.plug())
                    && nodeUp(cable.node())
                    && machineUp(lab.network().boxMachine()[box]);
        }
        int[] ends = lab.network().links()[cable.link()];
        return !all.network.isCut(cable.link())
                && machineUp(lab.network().boxMachine()[ends[0]])
                && machineUp(lab.network().boxMachine()[ends[1]]);
    }

    /** Returns whether an internet access works. */
    public boolean wanUp(int wan) {
        return stage.up(names.wanPoint(wan));
    }

    /** Returns whether a tunnel works. */
    public boolean vpnUp(int vpn) {
        return stage.up(names.vpnPoint(vpn));
    }

    /** Returns whether a UPS works and gives power. */
    public boolean upsUp(int ups) {
        return all.power.guards(ups)
                && stage.up(lab.ups()[ups].output())
                && stage.up(lab.standing()[lab.ups()[ups].site()]);
    }

    /** Returns whether a UPS works and its load hangs on the mains. */
    public boolean onMains(int ups) {
        return all.power.onMains(ups);
    }

    /** Returns whether a UPS says that the mains of a site are off, so that somebody hears it. */
    public boolean outageHeard(int site) {
        return IntStream.range(0, lab.ups().length)
                .anyMatch(ups -> lab.ups()[ups].site() == site && !stage.up(lab.ups()[ups].mains()) && !muted(ups));
    }

    /** Returns whether nobody hears a UPS. */
    public boolean muted(int ups) {
        return all.power.muted(ups);
    }

    /** Returns whether a battery is known to be dead or worn. */
    public boolean batteryReported(int ups) {
        return all.batteries.known(ups);
    }

    /** Returns the charge of a UPS, as a share of what its battery holds. */
    public double charge(int ups) {
        return all.batteries.charge(ups);
    }

    /** Returns how the charge of a UPS changes, as a share in an hour; 0 when it does not. */
    public double chargePerHour(int ups) {
        double perHour = all.batteries.chargePerHour(ups);
        return perHour > 0 && charge(ups) >= 1 ? 0 : perHour;
    }

    /**
     * Returns the least time in which a service answers, in seconds, as far as faults on purpose make it slower; infinite
     * when it does not answer everybody who should get an answer.
     */
    public double answersAfter(int service) {
        if (!serviceUp(service)) {
            return Double.POSITIVE_INFINITY;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int guest : names.guestsOfService(service)) {
            int host = all.guests.host(guest);
            if (all.guests.runs(guest) && host != Guests.NOWHERE) {
                best = Math.min(best, lines.laterFrom(host) + READS_A_PAGE * slowness(guest, host));
            }
        }
        return names.guestsOfService(service).length == 0 ? 0 : best;
    }

    private double slowness(int guest, int host) {
        int pool = poolOf(guest, host);
        double slowest = 0;
        for (int disk : pool < 0 ? new int[0] : lab.pools()[pool].disks()) {
            slowest = Math.max(slowest, harm.slowness(disk));
        }
        return slowest;
    }

    private int poolOf(int guest, int host) {
        GuestPlan plan = lab.guests()[guest];
        return plan.dataPool()[host] >= 0
                ? plan.dataPool()[host]
                : plan.onNodePool() ? lab.nodes()[host].firstPool() : plan.sharedPool();
    }

    /** Returns the pool that a service works on where it is now, whether it runs or not. */
    public OptionalInt worksOn(int service) {
        return IntStream.of(names.guestsOfService(service))
                .filter(guest -> all.guests.host(guest) != Guests.NOWHERE)
                .map(guest -> poolOf(guest, all.guests.host(guest)))
                .filter(pool -> pool >= 0)
                .findFirst();
    }

    /** Returns whether a service runs on a node. */
    public boolean runsOn(int service, int node) {
        return IntStream.of(names.guestsOfService(service))
                .anyMatch(guest -> all.guests.host(guest) == node && all.guests.runs(guest));
    }

    /** Returns the nodes on which the guests of a service are, running or not. */
    public int[] hosts(int service) {
        return IntStream.of(names.guestsOfService(service))
                .map(all.guests::host)
                .filter(node -> node != Guests.NOWHERE)
                .distinct()
                .toArray();
    }

    /** Returns whether some members of a cluster have a majority. */
    public boolean quorate(int cluster) {
        return IntStream.of(lab.clusters()[cluster].members()).anyMatch(all.clusters::quorate);
    }

    /** Returns whether one more vote may be lost. */
    public boolean spareVote(int cluster) {
        ClusterPlan plan = lab.clusters()[cluster];
        long votes = IntStream.of(plan.members()).filter(all.clusters::quorate).count();
        return votes + (tieBreakerVotes(plan) ? 1 : 0) > plan.votesNeeded();
    }

    private boolean tieBreakerVotes(ClusterPlan plan) {
        int tie = plan.tieBreaker();
        return tie >= 0
                && nodeUp(tie)
                && IntStream.of(plan.members())
                        .anyMatch(node -> all.clusters.quorate(node) && all.network.between(node, tie));
    }

    /** Returns the node that runs the resource manager of a cluster. */
    public int master(int cluster) {
        return all.clusters.master(cluster);
    }

    /** Returns whether every member of a cluster takes part, and its tie-breaker votes. */
    public boolean clusterWhole(int cluster) {
        ClusterPlan plan = lab.clusters()[cluster];
        return IntStream.of(plan.members()).allMatch(all.clusters::quorate)
                && (plan.tieBreaker() < 0 || tieBreakerVotes(plan));
    }

    /** Returns whether all guests of a service run, and each could start on every other node that it is meant for. */
    public boolean serviceRedundant(int service) {
        for (int guest : names.guestsOfService(service)) {
            for (int node : lab.guests()[guest].automatic()) {
                if (!all.guests.readyOn(guest, node)) {
                    return false;
                }
            }
            if (!all.guests.runs(guest)) {
                return false;
            }
        }
        return serviceUp(service);
    }

    /** Returns whether a service would be up, or up again soon, without any one of the nodes on which it can be. */
    public boolean survivesALoss(int service) {
        int[] guests = names.guestsOfService(service);
        if (guests.length > 1) {
            return IntStream.of(guests).allMatch(all.guests::runs);
        }
        return IntStream.of(lab.guests()[guests[0]].automatic())
                        .filter(node -> all.guests.readyOn(guests[0], node))
                        .count()
                > 1;
    }

    /** Returns whether any guest of a service was stopped on purpose, or by a crash that waits for somebody. */
    public boolean stopped(int service) {
        return IntStream.of(names.guestsOfService(service)).anyMatch(all.guests::crashed);
    }

    /** Returns whether a node reaches another one. */
    public boolean reaches(int node, int other) {
        return nodeUp(node) && nodeUp(other) && all.network.between(node, other);
    }

    /** Returns how far a node's clock is off, in seconds. */
    public Optional<Double> clockOff(int node) {
        return nodeUp(node) ? Optional.of(harm.skewOf(node)) : Optional.empty();
    }

    /** Returns the share of a node's memory that is free. */
    public Optional<Double> memoryFree(int node) {
        if (!nodeUp(node)) {
            return Optional.empty();
        }
        double taken = 0;
        for (int guest : all.guests.ofNode(node)) {
            boolean runs = all.guests.host(guest) == node && all.guests.runs(guest);
            taken += runs ? lab.guests()[guest].memoryBytes() : 0;
        }
        double free = 1 - taken / lab.nodes()[node].memoryBytes();
        return Optional.of(harm.memoryTaken(node) > 0 ? Math.min(free, 1 - harm.memoryTaken(node)) : free);
    }

    /** Returns whether an alarm that is raised now reaches its owner. */
    public boolean watched() {
        int alerts = lab.guards().alerts();
        return lab.operator().monitoring() >= 0
                && all.operator.watched()
                && (alerts < 0 || all.protections.works(alerts));
    }

    /** Returns how often somebody had to do something. */
    public int interventions() {
        return all.operator.interventions;
    }
}
