package org.rackdrill.model.reading;

/** What a name in a lab file stands for. */
enum Sort {
    REGION("a region"),
    SITE("a site"),
    UPS("a UPS"),
    BOX("a router, switch or access point"),
    WAN("an internet access"),
    VPN("a tunnel"),
    NODE("a node"),
    CLUSTER("a cluster"),
    SERVICE("a service"),
    COMPONENT("a component"),
    COMMON_CAUSE("a common cause"),
    GROUP("a group");

    private final String article;

    Sort(String article) {
        this.article = article;
    }

    /** Returns what it is, with its article. */
    String article() {
        return article;
    }
}
