package org.rackdrill.chaos.fault;

/** What sort of thing a fault hits, an operation works on, or a probe looks at. */
public enum TargetKind {
    /** A computer of the lab. */
    NODE("a node", "node1"),
    /** What people use. */
    SERVICE("a service", "jellyfin"),
    /** A router, switch or access point. */
    BOX("a router, switch or access point", "sw1"),
    /** A network cable: a thing and the box that it is plugged into. */
    CABLE("a cable", "node1 - sw1"),
    /** An internet access. */
    WAN("an internet access", "wan"),
    /** A tunnel between two sites. */
    VPN("a tunnel", "vpn"),
    /** An uninterruptible power supply. */
    UPS("a UPS", "ups1"),
    /** The public grid at one site, under the name of the site. */
    MAINS("the mains of a site", "home"),
    /** A disk of a pool, counted from 1. */
    DISK("a disk of a pool", "node1/tank/1"),
    /** Disks that live and die together. */
    POOL("a pool", "node1/tank"),
    /** The data of a service where the service works on them, under the name of the service. */
    DATASET("the data of a service", "immich"),
    /** A further copy of the data of a service. */
    COPY("a copy of data", "immich at node2/tank"),
    /** Nodes that decide by majority. */
    CLUSTER("a cluster", "pve"),
    /** A place with everything in it. */
    SITE("a site", "home"),
    /** Two sets of nodes that stop hearing each other. */
    BORDER("nodes on both sides of a partition", "node1 | node2 and node3");

    private final String article;
    private final String example;

    TargetKind(String article, String example) {
        this.article = article;
        this.example = example;
    }

    /** Returns what it is, with its article. */
    public String article() {
        return article;
    }

    /** Returns how a drill file writes one. */
    public String example() {
        return example;
    }
}
