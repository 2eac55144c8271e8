package org.rackdrill.model.lab;

import java.util.List;
import java.util.Optional;
import org.rackdrill.model.life.Life;

/**
 * Nodes that decide by majority who runs what.
 *
 * @param members one vote each
 * @param tieBreaker the node that carries one more vote without running anything
 * @param shutdownPolicy what happens to guests when a member shuts down in order
 * @param ceph storage that all members share, made of their disks
 * @param pace how soon Pacemaker acts; none: the manager's times are its own
 */
public record Cluster(
        String name,
        Manager manager,
        List<String> members,
        Optional<String> tieBreaker,
        ShutdownPolicy shutdownPolicy,
        Optional<Ceph> ceph,
        Optional<Pace> pace) {

    /** Who moves guests when a node is lost. */
    public enum Manager {
        PROXMOX_HA,
        PACEMAKER,
        KEEPALIVED,
        NONE
    }

    /** What happens to guests when a member shuts down in order. */
    public enum ShutdownPolicy {
        CONDITIONAL,
        FREEZE,
        FAILOVER,
        MIGRATE
    }

    /** What makes sure that a member that nobody hears runs nothing any more. */
    public enum Fencing {
        /** The member resets itself when it has no majority; the others wait until it must have done so. */
        WATCHDOG,
        /** The others have a power switch or the like reset it; where nobody has a majority, guests are stopped. */
        DEVICE
    }

    /**
     * How soon Pacemaker on Corosync acts.
     *
     * @param lossNoticed from a lost member to a membership without it: token and consensus
     * @param joins from a member that is heard again to a membership with it
     * @param fencesIn from there until a lost member surely runs nothing
     * @param decidesIn an election, probes and the plan, until guests start
     * @param waitsForOthers for which a cluster that starts looks for others
     * @param crashNoticed until a guest that has died is found by its monitor
     * @param stays whether guests stay where they are when their first member is back
     */
    public record Pace(
            Fencing fencing,
            Setting<Life> lossNoticed,
            Setting<Life> joins,
            Setting<Life> fencesIn,
            Setting<Life> decidesIn,
            Setting<Life> waitsForOthers,
            Setting<Life> crashNoticed,
            boolean stays) {}

    /**
     * Replicated storage over the members.
     *
     * @param size copies of each object, one to a node
     * @param minSize copies below which reading and writing stop
     * @param recovery until a member that came back holds fresh copies again
     * @param pool the name of the pool on each member whose disks it takes one by one
     * @param network the rate between its members, over which lost copies are made again
     */
    public record Ceph(
            int size,
            int minSize,
            Setting<Life> recovery,
            String pool,
            org.rackdrill.model.quantity.Bandwidth network) {}
}
