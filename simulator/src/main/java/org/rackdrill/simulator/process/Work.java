package org.rackdrill.simulator.process;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.GuestPlan;

/** Does in a lab what its administrator does. Each call begins a job, which says how it stands whenever it is asked. */
public final class Work {

    /** Something that takes time. */
    @FunctionalInterface
    public interface Job {
        /** Returns how it stands; asked for as long as it goes on. */
        Progress look();
    }

    /**
     * How a job stands.
     *
     * @param refusal why it cannot be done; empty when it can
     */
    public record Progress(boolean done, String refusal) {
        static final Progress DONE = new Progress(true, "");
        static final Progress GOES_ON = new Progress(false, "");

        static Progress refused(String why) {
            return new Progress(false, why);
        }
    }

    /**
     * What the last restore of a copy beside the original came to.
     *
     * @param began hours from the start of the history
     * @param ended the same; infinite while it goes on
     * @param state the moment whose data were restored
     * @param whole whether they are what was there at that moment
     */
    public record Restored(double began, double ended, double state, boolean whole) {}

    private final Processes all;
    private final Stage stage;
    private final CompiledLab lab;
    private final Names names;
    private final Harm harm;
    private final History history;
    private final boolean[] twice;
    private final boolean[] found;
    private final Restored[] restored;
    private final Takes takes;
    private final Preparing preparing;

    Work(Processes all, Names names, Harm harm, History history, Takes takes) {
        this.takes = takes;
        preparing = new Preparing(all, history);
        this.all = all;
        this.names = names;
        this.harm = harm;
        this.history = history;
        stage = all.stage;
        lab = stage.lab;
        twice = new boolean[lab.services().length];
        found = new boolean[lab.pools().length];
        restored = new Restored[lab.copies().length];
    }

    void begin() {
        Arrays.fill(twice, false);
        Arrays.fill(found, false);
        Arrays.fill(restored, null);
    }

    /**
     * Starts a service elsewhere.
     *
     * @param to where; empty: wherever it can
     */
    public Job failover(int service, OptionalInt to) {
        int[] guests = names.guestsOfService(service);
        if (guests.length == 0) {
            return refused("it runs on no node");
        }
        return preparing.stopped(guests, takes.failover(), () -> startsElsewhere(guests, to));
    }

    private Job startsElsewhere(int[] guests, OptionalInt to) {
        String refusal = "";
        for (int guest : guests) {
            refusal = moves(guest, to);
            if (!refusal.isEmpty()) {
                break;
            }
        }
        // Those before the one that cannot be moved have moved.
        history.settle();
        if (!refusal.isEmpty()) {
            return refused(refusal);
        }
        return () -> Arrays.stream(guests).allMatch(all.guests::runs) ? Progress.DONE : Progress.GOES_ON;
    }

    private String moves(int guest, OptionalInt to) {
        GuestPlan plan = lab.guests()[guest];
        int[] possible = plan.automatic().length > 1 ? plan.automatic() : plan.byHand();
        int at = all.guests.host(guest);
        String refusal = "there is no other node with its data";
        for (int target : possible) {
            if (target == at || (to.isPresent() && to.getAsInt() != target)) {
                continue;
            }
            if (plan.cluster() >= 0 && !all.clusters.quorate(target)) {
                refusal = lab.nodes()[target].name() + " has no majority";
            } else if (!all.guests.readyOn(guest, target)) {
                refusal = lab.nodes()[target].name() + " or its storage is not ready";
            } else if (!all.guests.fits(guest, target)) {
                refusal = lab.nodes()[target].name() + " has too little memory left";
            } else if (!all.failovers.restorable(guest, target)) {
                refusal = "the copy on " + lab.nodes()[target].name() + " cannot be used";
            } else {
                move(guest, target);
                return "";
            }
        }
        return refusal;
    }

    private void move(int guest, int target) {
        GuestPlan plan = lab.guests()[guest];
        int at = all.guests.host(guest);
        boolean runs = all.guests.runs(guest);
        boolean reached = at != Guests.NOWHERE && all.network.between(at, target);
        int dataset = datasetOf(plan.service());
        boolean harmed = dataset >= 0 && harm.data().harmed(dataset);
        if (harmed) {
            standIn(dataset, target);
        } else if (!runs || !reached) {
            all.failovers.failsOver(guest, target);
        }
        // Nobody could stop it where it was.
        twice[plan.service()] |= runs && !reached;
        all.guests.move(guest, target, runs && reached && !harmed && all.clusters.movesLive(guest), all.clusters);
    }

    private void standIn(int dataset, int target) {
        for (int copy : lab.data()[dataset].copies()) {
            if (lab.copies()[copy].targetNode() == target) {
                harm.data().standIn(dataset, copy);
                return;
            }
        }
    }

    private int datasetOf(int service) {
        return IntStream.range(0, lab.data().length)
                .filter(data -> lab.data()[data].service() == service)
                .findFirst()
                .orElse(-1);
    }

    /** Moves a service back to its first node, with what was written meanwhile. */
    public Job failback(int service) {
        int[] guests = names.guestsOfService(service);
        return preparing.stopped(guests, takes.failback(), () -> startsAtHome(guests));
    }

    private Job startsAtHome(int[] guests) {
        for (int guest : guests) {
            int home = lab.guests()[guest].home();
            if (!all.guests.readyOn(guest, home)) {
                return refused(lab.nodes()[home].name() + " or its storage is not ready");
            }
            all.clusters.bringHome(guest);
        }
        history.settle();
        return () -> Arrays.stream(guests)
                        .allMatch(
                                guest -> all.guests.host(guest) == lab.guests()[guest].home() && all.guests.runs(guest))
                ? Progress.DONE
                : Progress.GOES_ON;
    }

    /** Brings a copy up to date; a transfer that is cut off goes on when the line is back. */
    public Job sync(int copy) {
        CopyPlan plan = all.copies.plan(copy);
        if (!stage.up(plan.path())) {
            return refused("the sync cannot reach both ends");
        }
        double began = stage.now;
        double behind = stage.now - all.copies.newestOf(copy);
        double hours = Double.isInfinite(behind)
                ? plan.seedHours()
                : Math.min(plan.seedHours(), plan.transferHours() * behind / plan.everyHours());
        Stretch transfer = new Stretch(hours + takes.sync(), () -> stage.up(plan.path()));
        return () -> {
            if (!transfer.through(stage.now)) {
                return Progress.GOES_ON;
            }
            all.copies.synced(copy, began);
            return Progress.DONE;
        };
    }

    /** Reads every block of a pool, and heals what other disks can correct. */
    public Job scrub(int pool) {
        if (pool == Names.NONE) {
            return refused("Ceph scrubs by itself");
        }
        if (!all.storage.usable(pool)) {
            return refused("the pool cannot be read");
        }
        Stretch reading = new Stretch(all.storage.resilverHours(pool) + takes.scrub(), () -> all.storage.usable(pool));
        return () -> {
            if (!reading.through(stage.now)) {
                return Progress.GOES_ON;
            }
            boolean heals = harm.disksToSpare(pool) > 0;
            for (int disk : lab.pools()[pool].disks()) {
                found[pool] |= harm.rotten(disk);
                harm.rot(disk, harm.rotten(disk) && !heals);
            }
            return Progress.DONE;
        };
    }

    /**
     * Restores a copy beside the original, and compares.
     *
     * @param on the node that restores; empty: where the copy lies
     */
    public Job restoreProof(int copy, OptionalInt on) {
        CopyPlan plan = all.copies.plan(copy);
        int there = all.storage.node(plan.pool());
        int node = on.orElse(there);
        if (harm.data().locked(copy)) {
            return refused("the key is not at hand");
        }
        if (!all.machines.up(lab.nodes()[node].machine()) || !all.network.between(there, node)) {
            return refused(lab.nodes()[node].name() + " does not reach the copy");
        }
        if (!all.storage.usable(plan.pool()) || !all.copies.exists(copy)) {
            return refused("the copy cannot be read");
        }
        boolean whole = harm.data().whole(copy);
        double state = stateOf(copy);
        double began = stage.now;
        restored[copy] = new Restored(began, Double.POSITIVE_INFINITY, state, whole);
        double hours = node == there ? plan.fetchHours() : plan.restoreHours();
        Stretch reading = new Stretch(
                hours + takes.restoreProof() + startsOnTrial(plan.dataset()),
                () -> all.machines.up(lab.nodes()[node].machine())
                        && all.storage.usable(plan.pool())
                        && all.network.between(there, node));
        return () -> {
            if (!reading.through(stage.now)) {
                return Progress.GOES_ON;
            }
            restored[copy] = new Restored(began, stage.now, state, whole);
            return Progress.DONE;
        };
    }

    /** Returns how long the service needs to start from what was restored, which is the proof. */
    private double startsOnTrial(int dataset) {
        double longest = 0;
        for (int guest : names.guestsOfService(lab.data()[dataset].service())) {
            GuestPlan plan = lab.guests()[guest];
            longest = Math.max(longest, stage.sample(plan.boot(), plan.stream()));
        }
        return longest;
    }

    private double stateOf(int copy) {
        int dataset = lab.copies()[copy].dataset();
        return harm.data().harmed(dataset) && harm.data().whole(copy)
                ? harm.data().harmedAt(dataset) - harm.data().lostWith(dataset, copy)
                : all.copies.newestOf(copy);
    }

    /** Puts a new disk in the place of an old one, and fills it. */
    public Job replaceDisk(int disk) {
        if (!harm.diskGone(disk)) {
            return refused("the disk is there and works");
        }
        return preparing.after(takes.replaceDisk(), () -> fills(disk));
    }

    private Job fills(int disk) {
        if (all.ceph.owns(disk)) {
            all.ceph.diskMended(disk);
        } else if (!all.storage.resilvering(disk)) {
            all.storage.diskMended(disk);
        }
        all.controllers.disksChanged(lab.disks()[disk].pool());
        harm.rot(disk, false);
        history.settle();
        return () -> harm.diskGone(disk) ? Progress.GOES_ON : Progress.DONE;
    }

    /** Has the guests leave a node, and takes no new ones. */
    public Job maintenanceOn(int node) {
        if (lab.nodes()[node].cluster() < 0) {
            return refused("it is in no cluster");
        }
        all.clusters.maintain(node);
        history.settle();
        return () -> IntStream.of(all.guests.ofNode(node))
                        .anyMatch(guest -> all.guests.host(guest) == node
                                && all.clusters.managed(guest)
                                && lab.guests()[guest].automatic().length > 1)
                ? Progress.GOES_ON
                : Progress.DONE;
    }

    /** Takes guests again. */
    public Job maintenanceOff(int node) {
        all.clusters.endMaintenance(node);
        history.settle();
        return () -> Progress.DONE;
    }

    /** Stops the guests, then the node. */
    public Job orderedShutdown(int node) {
        int machine = lab.nodes()[node].machine();
        all.machines.halt(machine);
        history.settle();
        return () -> all.machines.draws(machine) ? Progress.GOES_ON : Progress.DONE;
    }

    /** Starts a node that is off. */
    public Job startNode(int node) {
        int machine = lab.nodes()[node].machine();
        all.machines.mayStart(machine);
        history.settle();
        return () -> all.machines.up(machine) ? Progress.DONE : Progress.GOES_ON;
    }

    /** Starts the guests of a service. */
    public Job startService(int service) {
        harm.start(service);
        int[] guests = names.guestsOfService(service);
        return () -> Arrays.stream(guests).allMatch(all.guests::runs) ? Progress.DONE : Progress.GOES_ON;
    }

    private static Job refused(String why) {
        Progress refusal = Progress.refused(why);
        return () -> refusal;
    }

    /** Returns what the last restore of a copy came to; it began never when there was none. */
    public Restored restored(int copy) {
        Restored last = restored[copy];
        return last == null
                ? new Restored(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false)
                : last;
    }

    /** Returns whether a service was started a second time while it ran where nobody reached it. */
    public boolean twice(int service) {
        return twice[service];
    }

    /** Returns whether a scrub of a pool has found damage. */
    public boolean foundDamage(int pool) {
        return found[pool];
    }
}
