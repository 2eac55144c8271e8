package org.rackdrill.model.example;

import java.util.Locale;

/**
 * A hall of so many equal nodes in racks, as the text of a lab file, to see what a large lab costs. A lab of twice the
 * nodes has twice the disks, racks, clusters, services and copies; all that stays the same is the hall, its mains, its
 * router and the person who looks after it.
 *
 * @param nodes from {@link #FEWEST} to {@link #MOST}
 */
public record ScaleLab(int nodes) {

    /** A cluster needs three members for a majority without the one that is down. */
    public static final int FEWEST = 3;

    /** As many as make 10,000 disks, which is the most that a lab file may have. */
    public static final int MOST = 1000;

    /** Nodes of a full rack; racks differ by one node at most. */
    private static final int RACK = 10;

    private static final String HEAD = """
            # A hall of %1$d nodes with %2$d disks in %3$s.
            #
            # What it teaches: what a large lab costs to simulate, and that one person, one router and one feed carry no hall.
            # Written by code: `rackdrill init --like scale-%1$d` makes a file of it that you can change.
            rackdrill: 1
            name: %1$d nodes in %3$s
            slo: 99.5%%
            sites:
              hall: {}
            """;

    private static final String UPS = "  ups%d: {model: generic-ups-online, watt-limit: 4 kW,"
            + " runtime: {1 kW: 40 min, 2 kW: 18 min, 4 kW: 8 min}}\n";

    private static final String SWITCH =
            "  switch%1$d: {model: unifi-us-24-250w, powered-by: ups%1$d, uplink: router}\n";

    private static final String NODE = "  node%1$d: {model: generic-server, powered-by: [ups%2$d, ups%2$d],"
            + " network: switch%2$d, pools: {tank: {layout: raidz2, disks: 10 x wd-red-pro-8tb, bought: 2024}}}\n";

    /** One that starts anywhere in its rack, one with data, and two of which one is enough. */
    private static final String SERVICES = """
              web%1$d: {cluster: rack%2$d, failover: automatic, on: node%1$d, storage: synced}
              nas%1$d: {cluster: rack%2$d, failover: manual, on: node%1$d, data: {at: node%1$d/tank, size: 2 TiB}}
              dns%1$d: {cluster: rack%2$d, on: [node%1$d, node%3$d], redundant: 1 of 2}
            """;

    private static final String COPY = "  nas%d: {to: node%d/tank, by: syncoid, every: 15 min}\n";

    private static final String FOOT = """
            operations:
              operator: {hands-on: usually 30 min, sometimes 2 h}
              patching: {every: 1 month, rolling: true}
            study: {horizon: 1 y}
            """;

    public ScaleLab {
        if (nodes < FEWEST || nodes > MOST) {
            throw new IllegalArgumentException("a scale lab has from " + FEWEST + " to " + MOST + " nodes");
        }
    }

    /** Returns the lab file. */
    public String text() {
        StringBuilder text =
                new StringBuilder(form(HEAD, nodes, nodes * RACK, racks() == 1 ? "one rack" : racks() + " racks"));
        text.append("ups:\n");
        for (int rack = 1; rack <= racks(); rack++) {
            text.append(form(UPS, rack));
        }
        text.append("network:\n  router: {model: generic-router, powered-by: ups1}\n");
        for (int rack = 1; rack <= racks(); rack++) {
            text.append(form(SWITCH, rack));
        }
        text.append("  wan: {model: generic-wan, uplink-of: router, powered-by: ups1}\n");
        text.append("nodes:\n");
        for (int node = 1; node <= nodes; node++) {
            text.append(form(NODE, node, rackOf(node)));
        }
        clusters(text);
        text.append("services:\n");
        for (int node = 1; node <= nodes; node++) {
            text.append(form(SERVICES, node, rackOf(node), neighbour(node)));
        }
        text.append("copies:\n");
        for (int node = 1; node <= nodes; node++) {
            text.append(form(COPY, node, neighbour(node)));
        }
        return text.append(FOOT).toString();
    }

    private void clusters(StringBuilder text) {
        text.append("clusters:\n");
        for (int rack = 1; rack <= racks(); rack++) {
            text.append(form("  rack%d: {manager: proxmox-ha, members: [node%d", rack, first(rack)));
            for (int node = first(rack) + 1; node < first(rack + 1); node++) {
                text.append(", node").append(node);
            }
            text.append("]}\n");
        }
    }

    private int racks() {
        return (nodes + RACK - 1) / RACK;
    }

    /** Returns the first node of a rack, or what it would be. */
    private int first(int rack) {
        return 1 + (rack - 1) * nodes / racks();
    }

    private int rackOf(int node) {
        int rack = 1;
        while (first(rack + 1) <= node) {
            rack++;
        }
        return rack;
    }

    /** Returns the next node of the same rack; the last one's is the first. */
    private int neighbour(int node) {
        int rack = rackOf(node);
        return node + 1 < first(rack + 1) ? node + 1 : first(rack);
    }

    private static String form(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
