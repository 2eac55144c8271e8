package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Node;

/** What a node's memory leaves to its guests. */
final class GuestMemory {

    /** Hypervisor and its services. Our estimate. */
    private static final double SYSTEM = 1.0 * (1L << 30);

    /** The share that caches what is on the node's disks: how Proxmox VE has limited ZFS since version 8.1. */
    private static final double CACHE = 0.10;

    /** The most that its installer lets ZFS have. */
    private static final double LARGEST_CACHE = 16.0 * (1L << 30);

    private GuestMemory() {}

    /** Returns the bytes for guests, never below nothing. */
    static double of(Node node) {
        double installed = node.memory().count();
        double cache = node.pools().isEmpty() ? 0 : Math.min(CACHE * installed, LARGEST_CACHE);
        return Math.max(0, installed - SYSTEM - cache);
    }
}
