package org.rackdrill.simulator.ha;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the master has written down about a service.
 *
 * @param state what is to be done with it
 * @param node where it is
 * @param target where it is being moved to, or -1
 * @param timeoutSeconds how long a stop may take, or -1 for the guest's own default
 * @param uid names this decision: an agent's result counts only for the latest one
 * @param order what a person asked for and was not yet done, or null
 * @param failedNodes where its start has failed, in order
 * @param maintenanceNode the node that it left for a maintenance and returns to, or -1
 */
public record ServiceStatus(
        ServiceState state,
        int node,
        int target,
        int timeoutSeconds,
        long uid,
        @Nullable Order order,
        List<Integer> failedNodes,
        int maintenanceNode) {

    /** Returns the status of a service of which nothing but state and node is known. */
    public static ServiceStatus of(ServiceState state, int node, long uid) {
        return new ServiceStatus(state, node, -1, -1, uid, null, List.of(), -1);
    }

    ServiceStatus changed(ServiceState to, int newNode, int newTarget, int timeout, long newUid) {
        return new ServiceStatus(to, newNode, newTarget, timeout, newUid, null, failedNodes, maintenanceNode);
    }

    ServiceStatus at(int newNode) {
        return new ServiceStatus(state, newNode, target, timeoutSeconds, uid, order, failedNodes, maintenanceNode);
    }

    ServiceStatus renewed(long newUid) {
        return new ServiceStatus(state, node, target, timeoutSeconds, newUid, order, failedNodes, maintenanceNode);
    }

    ServiceStatus ordered(@Nullable Order newOrder) {
        return new ServiceStatus(state, node, target, timeoutSeconds, uid, newOrder, failedNodes, maintenanceNode);
    }

    ServiceStatus failed(List<Integer> nodes) {
        return new ServiceStatus(state, node, target, timeoutSeconds, uid, order, nodes, maintenanceNode);
    }

    ServiceStatus backTo(int home) {
        return new ServiceStatus(state, node, target, timeoutSeconds, uid, order, failedNodes, home);
    }
}
