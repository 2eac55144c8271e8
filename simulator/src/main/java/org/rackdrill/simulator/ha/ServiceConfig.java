package org.rackdrill.simulator.ha;

import org.jspecify.annotations.Nullable;

/**
 * What the cluster's configuration says of a service.
 *
 * @param node where its guest's configuration lies, which is where it may be started
 * @param requested what a person asked for
 * @param live whether it can be moved while it runs
 * @param maxRestart how often its agent tries again to start it on the same node
 * @param maxRelocate on how many nodes its start may fail before it is given up, less one
 * @param failback whether it goes back to a better node by itself
 * @param group the index of its group, or -1
 * @param lock why its guest is locked, or null
 */
public record ServiceConfig(
        int node,
        Requested requested,
        boolean live,
        int maxRestart,
        int maxRelocate,
        boolean failback,
        int group,
        @Nullable String lock) {

    /** Returns a service as a new one is configured: one restart, one relocation, no group, no lock. */
    public static ServiceConfig of(int node, Requested requested, boolean live) {
        return new ServiceConfig(node, requested, live, 1, 1, true, -1, null);
    }

    ServiceConfig at(int newNode) {
        return new ServiceConfig(newNode, requested, live, maxRestart, maxRelocate, failback, group, lock);
    }

    ServiceConfig wanted(Requested wanted) {
        return new ServiceConfig(node, wanted, live, maxRestart, maxRelocate, failback, group, lock);
    }

    ServiceConfig locked(@Nullable String reason) {
        return new ServiceConfig(node, requested, live, maxRestart, maxRelocate, failback, group, reason);
    }

    ServiceConfig withoutGroup(boolean goesBack) {
        return new ServiceConfig(node, requested, live, maxRestart, maxRelocate, goesBack, -1, lock);
    }
}
