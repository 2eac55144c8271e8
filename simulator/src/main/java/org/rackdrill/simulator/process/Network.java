package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.NetworkPlan;

/** Who reaches whom: the living boxes form islands, joined by living tunnels. */
final class Network {

    /** Nobody reaches a node. */
    static final int UNREACHED = 0;

    /** Others on the network of its site do. */
    static final int LAN = 1;

    /** People at home do, over the air where there is an access point. */
    static final int HOME = 2;

    /** People at home do on a cable. */
    static final int WIRED = 4;

    /** People anywhere else do. */
    static final int REMOTE = 8;

    private final Stage stage;
    private final NetworkPlan plan;
    private final int[] island;
    private final boolean[] hasAccessPoint;
    private final boolean[] hasWired;
    private final boolean[] hasInternet;
    private final boolean[] siteOnline;
    private final boolean[] siteWasOnline;
    private final int[] islandOfNode;
    private final boolean[] nodeOnline;
    private final int[] reach;
    private final boolean homeHasAccessPoint;

    /** What people at home go out by: their routers, or any box on a cable where there is no router. */
    private final boolean[] gateway;

    private final int[] accessFaults;

    /** For each link between boxes, how many reasons there are that nothing passes. */
    private final int[] cutLinks;

    /** The same for each plug of each node. */
    private final int[][] cutPlugs;

    /** The same between two nodes, whatever cables there are: {@code [a * nodes + b]}; empty as long as there was none. */
    private int[] walls = {};

    private boolean stale;

    /** Whether a wall was built or torn down since the islands were drawn last. */
    private boolean wallsChanged;

    /** Whether it may be another node that a node reaches, since the islands were drawn the last time but one. */
    private boolean linksChanged;

    /** For which nodes; all of them where it is about sites or walls. */
    private final boolean[] relinked;

    private boolean allRelinked;

    /** The nodes that others reach than before. */
    private final int[] reachedAnew;

    private int reachedAnewCount;

    Network(Stage stage) {
        this.stage = stage;
        plan = stage.lab.network();
        int boxes = plan.boxMachine().length;
        int nodes = plan.nodeBoxes().length;
        island = new int[boxes];
        hasAccessPoint = new boolean[boxes];
        hasWired = new boolean[boxes];
        hasInternet = new boolean[boxes];
        siteOnline = new boolean[plan.sites()];
        siteWasOnline = new boolean[plan.sites()];
        islandOfNode = new int[nodes];
        nodeOnline = new boolean[nodes];
        reach = new int[nodes];
        reachedAnew = new int[nodes];
        accessFaults = new int[stage.lab.wans().length];
        cutLinks = new int[plan.links().length];
        cutPlugs = new int[nodes][];
        for (int i = 0; i < nodes; i++) {
            cutPlugs[i] = new int[plan.nodeBoxes()[i].length];
        }
        relinked = new boolean[nodes];
        boolean found = false;
        for (int i = 0; i < boxes; i++) {
            found |= plan.accessPoint()[i] && plan.boxSite()[i] == 0;
        }
        homeHasAccessPoint = found;
        gateway = gateways();
    }

    private boolean[] gateways() {
        boolean[] routers = new boolean[island.length];
        boolean[] cabled = new boolean[island.length];
        boolean any = false;
        for (int i = 0; i < island.length; i++) {
            cabled[i] = plan.boxSite()[i] == 0 && !plan.accessPoint()[i];
            routers[i] = cabled[i] && plan.router()[i];
            any |= routers[i];
        }
        return any ? routers : cabled;
    }

    void begin() {
        Arrays.fill(accessFaults, 0);
        Arrays.fill(cutLinks, 0);
        Arrays.fill(walls, 0);
        for (int[] plugs : cutPlugs) {
            Arrays.fill(plugs, 0);
        }
        refresh();
    }

    /** An internet access is gone; a dropout during an outage does not end it. */
    void accessFails(int wan) {
        accessFaults[wan]++;
        stage.set(stage.lab.wans()[wan], false);
    }

    void accessReturns(int wan) {
        if (--accessFaults[wan] == 0) {
            stage.set(stage.lab.wans()[wan], true);
        }
    }

    void changed() {
        stale = true;
    }

    /** Adds reasons why nothing passes a link between two boxes, or takes them away. */
    void cutLink(int link, int reasons) {
        cutLinks[link] += reasons;
        stale = true;
    }

    /** The same for a plug of a node, counted as in the lab. */
    void cutPlug(int node, int plug, int reasons) {
        cutPlugs[node][plug] += reasons;
        stale = true;
    }

    boolean isCut(int node, int plug) {
        return cutPlugs[node][plug] > 0;
    }

    boolean isCut(int link) {
        return cutLinks[link] > 0;
    }

    /** The same between two nodes, in both directions. */
    void wall(int nodeA, int nodeB, int reasons) {
        if (walls.length == 0) {
            walls = new int[islandOfNode.length * islandOfNode.length];
        }
        walls[nodeA * islandOfNode.length + nodeB] += reasons;
        walls[nodeB * islandOfNode.length + nodeA] += reasons;
        wallsChanged = true;
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
        for (int i = 0; i < cutLinks.length; i++) {
            if (cutLinks[i] == 0) {
                join(plan.links()[i][0], plan.links()[i][1]);
            }
        }
        for (int i = 0; i < plan.tunnels().length; i++) {
            if (stage.up(plan.tunnelPoint()[i])) {
                join(plan.tunnels()[i][0], plan.tunnels()[i][1]);
            }
        }
        System.arraycopy(siteOnline, 0, siteWasOnline, 0, siteOnline.length);
        describeIslands();
        if (plan.homeOnAir() >= 0) {
            stage.set(plan.homeOnAir(), homeOnAir());
        }
        allRelinked = wallsChanged || !Arrays.equals(siteOnline, siteWasOnline);
        linksChanged = allRelinked;
        wallsChanged = false;
        reachedAnewCount = 0;
        for (int node = 0; node < islandOfNode.length; node++) {
            place(node, findIsland(node));
        }
    }

    private void place(int node, int at) {
        boolean online = at >= 0 && hasInternet[at];
        relinked[node] = at != islandOfNode[node] || online != nodeOnline[node];
        linksChanged |= relinked[node];
        islandOfNode[node] = at;
        nodeOnline[node] = online;
        int reachedBy = reachOn(at, plan.nodeSite()[node]);
        if (reachedBy != reach[node]) {
            reach[node] = reachedBy;
            reachedAnew[reachedAnewCount++] = node;
        }
    }

    /** Returns whether {@link #between} may say something else about some nodes since the last {@link #refresh}. */
    boolean linksChanged() {
        return linksChanged;
    }

    /** Returns whether that may concern a node. */
    boolean relinked(int node) {
        return allRelinked || relinked[node];
    }

    /** Returns how many nodes others reach since the last {@link #refresh} than before. */
    int reachedAnewCount() {
        return reachedAnewCount;
    }

    /** Returns one of these nodes. */
    int reachedAnew(int number) {
        return reachedAnew[number];
    }

    /** Returns who reaches a node of a site that is plugged into an island. */
    private int reachOn(int at, int site) {
        if (at < 0) {
            return UNREACHED;
        }
        boolean overInternet = hasInternet[at] && meetOnInternet(0, site);
        boolean wired = hasWired[at] || overInternet;
        boolean home = homeHasAccessPoint ? hasAccessPoint[at] || overInternet : wired;
        return LAN | (home ? HOME : UNREACHED) | (wired ? WIRED : UNREACHED) | (hasInternet[at] ? REMOTE : UNREACHED);
    }

    /** Returns whether an access point at home is on one island with a router there. */
    private boolean homeOnAir() {
        for (int i = 0; i < island.length; i++) {
            if (island[i] >= 0 && gateway[i] && hasAccessPoint[root(i)]) {
                return true;
            }
        }
        return false;
    }

    private void describeIslands() {
        Arrays.fill(hasAccessPoint, false);
        Arrays.fill(hasWired, false);
        Arrays.fill(hasInternet, false);
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
            if (online(i)) {
                hasInternet[root] = true;
                siteOnline[plan.boxSite()[i]] = true;
            }
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

    private int findIsland(int node) {
        int[] boxes = plan.nodeBoxes()[node];
        for (int i = 0; i < boxes.length; i++) {
            if (island[boxes[i]] >= 0 && cutPlugs[node][i] == 0) {
                return root(boxes[i]);
            }
        }
        return -1;
    }

    /** Returns who reaches a node: a sum of {@link #LAN}, {@link #HOME}, {@link #WIRED} and {@link #REMOTE}. */
    int reach(int node) {
        return reach[node];
    }

    /** Returns whether two nodes reach each other. */
    boolean between(int nodeA, int nodeB) {
        if (nodeA == nodeB) {
            return true;
        }
        int a = islandOfNode[nodeA];
        int b = islandOfNode[nodeB];
        return (walls.length == 0 || walls[nodeA * islandOfNode.length + nodeB] == 0)
                && a >= 0
                && b >= 0
                && (a == b
                        || (hasInternet[a]
                                && hasInternet[b]
                                && meetOnInternet(plan.nodeSite()[nodeA], plan.nodeSite()[nodeB])));
    }

    /** Sites without a tunnel of their own meet on the open internet. */
    private boolean meetOnInternet(int siteA, int siteB) {
        return siteA != siteB
                && !plan.siteTunnelled()[siteA * plan.sites() + siteB]
                && siteOnline[siteA]
                && siteOnline[siteB];
    }
}
