package org.rackdrill.model.lab;

import java.util.List;
import java.util.Optional;

/**
 * Nodes that decide by majority who runs what.
 *
 * @param members one vote each
 * @param tieBreaker the node that carries one more vote without running anything
 * @param shutdownPolicy what happens to guests when a member shuts down in order
 * @param ceph storage that all members share, made of their disks
 */
public record Cluster(
        String name,
        Manager manager,
        List<String> members,
        Optional<String> tieBreaker,
        ShutdownPolicy shutdownPolicy,
        Optional<Ceph> ceph) {

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
            Setting<org.rackdrill.model.life.Life> recovery,
            String pool,
            org.rackdrill.model.quantity.Bandwidth network) {}
}
