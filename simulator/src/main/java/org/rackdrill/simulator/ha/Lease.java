package org.rackdrill.simulator.ha;

/**
 * A lock of the cluster's filesystem: it belongs to a node until nobody has renewed it for two minutes.
 *
 * @param holder the node
 * @param renewedAt seconds
 */
record Lease(int holder, long renewedAt) {
    /** Seconds for which a lease outlives its last renewal. Source: admin guide of Proxmox VE, chapter on HA. */
    static final long LIFETIME = 120;

    boolean lapsed(long now) {
        return now - renewedAt > LIFETIME;
    }
}
