package org.rackdrill.simulator.capacity;

import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.Service;

/** How much of a node's memory keeps what was read from its disks: what system and guests leave. */
final class CacheRoom {

    /** What the system takes for itself, hypervisor or NAS. Our estimate. */
    private static final double SYSTEM = 1.0 * (1L << 30);

    /** How Proxmox VE limits ZFS since version 8.1: a tenth, and at most 16 GiB. */
    private static final double PROXMOX_SHARE = 0.10;

    private static final double PROXMOX_MOST = 16.0 * (1L << 30);

    /** What ZFS keeps however short memory is ({@code zfs_arc_min}); other caches are taken to do so too. */
    private static final double LEAST_SHARE = 1.0 / 32;

    private CacheRoom() {}

    /**
     * Returns the bytes.
     *
     * @param installed memory of the node, perhaps not its own
     */
    static double of(Lab lab, Node node, Pool pool, double installed) {
        double guests = lab.services().stream()
                .filter(service -> service.on().contains(node.name()))
                .mapToDouble(CacheRoom::memory)
                .sum();
        double left = installed - SYSTEM - guests;
        if (zfs(pool) && node.os().model().equals("proxmox-ve")) {
            left = Math.min(left, Math.min(PROXMOX_SHARE * installed, PROXMOX_MOST));
        }
        return Math.max(LEAST_SHARE * installed, left);
    }

    private static double memory(Service service) {
        return service.kind() == Service.Kind.NONE ? 0 : service.memory().count();
    }

    /** Returns whether a pool is one of ZFS; SHR is Linux's software RAID under another file system. */
    static boolean zfs(Pool pool) {
        return pool.layout() != Pool.Layout.SHR_1 && pool.layout() != Pool.Layout.SHR_2;
    }
}
