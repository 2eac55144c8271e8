package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Node;

/** What a node's memory leaves to its guests. */
public final class GuestMemory {

    /** Hypervisor and its services. Our estimate. */
    private static final double SYSTEM = 1.0 * (1L << 30);

    /** The share that caches what is on the node's disks: how Proxmox VE has limited ZFS since version 8.1. */
    private static final double CACHE = 0.10;

    /** The most that its installer lets ZFS have. */
    private static final double LARGEST_CACHE = 16.0 * (1L << 30);

    private GuestMemory() {}

    /** Returns the bytes that the system itself takes. */
    public static double system() {
        return SYSTEM;
    }

    /** Returns the bytes that are kept for a cache of what is on the node's disks; nothing without a pool. */
    public static double cache(Node node) {
        return node.pools().isEmpty() ? 0 : Math.min(CACHE * node.memory().count(), LARGEST_CACHE);
    }

    /** Returns the bytes for guests, never below nothing. */
    public static double of(Node node) {
        return Math.max(0, node.memory().count() - SYSTEM - cache(node));
    }
}
