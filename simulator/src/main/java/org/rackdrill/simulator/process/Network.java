package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.NetworkPlan;

/** Who reaches whom: the living boxes form islands, joined by living tunnels. */
final class Network {

    private final Stage stage;
    private final NetworkPlan plan;
    private final int[] island;
    private final boolean[] hasAccessPoint;
    private final boolean[] hasWired;
    private final boolean[] siteOnline;
    private final boolean homeHasAccessPoint;
    private boolean stale;

    Network(Stage stage) {
        this.stage = stage;
        plan = stage.lab.network();
        int boxes = plan.boxMachine().length;
        island = new int[boxes];
        hasAccessPoint = new boolean[boxes];
        hasWired = new boolean[boxes];
        siteOnline = new boolean[plan.sites()];
        boolean found = false;
        for (int i = 0; i < boxes; i++) {
            found |= plan.accessPoint()[i] && plan.boxSite()[i] == 0;
        }
        homeHasAccessPoint = found;
    }

    void begin() {
        refresh();
    }

    void changed() {
        stale = true;
    }

    boolean stale() {
        return stale;
    }

    /** Draws the islands anew. */
    void refresh() {
        stale = false;
        for (int i = 0; i < island.length; i++) {
            island[i] = alive(i) ? i : -1;
        }
        for (int[] link : plan.links()) {
            join(link[0], link[1]);
        }
        for (int i = 0; i < plan.tunnels().length; i++) {
            if (stage.up(plan.tunnelPoint()[i])) {
                join(plan.tunnels()[i][0], plan.tunnels()[i][1]);
            }
        }
        Arrays.fill(hasAccessPoint, false);
        Arrays.fill(hasWired, false);
        Arrays.fill(siteOnline, false);
        for (int i = 0; i < island.length; i++) {
            if (island[i] < 0) {
                continue;
            }
            int root = root(i);
            if (plan.boxSite()[i] == 0) {
                hasAccessPoint[root] |= plan.accessPoint()[i];
                hasWired[root] |= !plan.accessPoint()[i];
            }
            siteOnline[plan.boxSite()[i]] |= online(i);
        }
    }

    private boolean alive(int box) {
        return stage.up(stage.lab.machines()[plan.boxMachine()[box]].up());
    }

    private boolean online(int box) {
        return plan.internet()[box] >= 0 && stage.up(plan.internet()[box]);
    }

    private void join(int a, int b) {
        if (island[a] >= 0 && island[b] >= 0) {
            int rootA = root(a);
            int rootB = root(b);
            island[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
        }
    }

    private int root(int box) {
        int at = box;
        while (island[at] != at) {
            at = island[at];
        }
        return at;
    }

    /** Returns the island that a node is on, or -1. */
    private int islandOf(int node) {
        for (int box : plan.nodeBoxes()[node]) {
            if (island[box] >= 0) {
                return root(box);
            }
        }
        return -1;
    }

    boolean onNetwork(int node) {
        return islandOf(node) >= 0;
    }

    /** Returns whether people at home reach a node, over the air or on a cable. */
    boolean fromHome(int node, boolean wired) {
        int at = islandOf(node);
        if (at < 0) {
            return false;
        }
        boolean[] people = wired || !homeHasAccessPoint ? hasWired : hasAccessPoint;
        if (people[at]) {
            return true;
        }
        return overInternet(0, plan.nodeSite()[node]) && hasInternet(at);
    }

    /** Returns whether people anywhere else reach a node. */
    boolean fromOutside(int node) {
        int at = islandOf(node);
        return at >= 0 && hasInternet(at);
    }

    /** Returns whether two nodes reach each other. */
    boolean between(int nodeA, int nodeB) {
        if (nodeA == nodeB) {
            return true;
        }
        int a = islandOf(nodeA);
        int b = islandOf(nodeB);
        if (a < 0 || b < 0) {
            return false;
        }
        return a == b
                || (overInternet(plan.nodeSite()[nodeA], plan.nodeSite()[nodeB]) && hasInternet(a) && hasInternet(b));
    }

    /** Sites without a tunnel of their own meet on the open internet. */
    private boolean overInternet(int siteA, int siteB) {
        return siteA != siteB
                && !plan.siteTunnelled()[siteA * plan.sites() + siteB]
                && siteOnline[siteA]
                && siteOnline[siteB];
    }

    private boolean hasInternet(int root) {
        for (int i = 0; i < island.length; i++) {
            if (island[i] >= 0 && root(i) == root && online(i)) {
                return true;
            }
        }
        return false;
    }
}
