package org.rackdrill.simulator.validation;

import java.util.List;

/** What the numbered cases are about, in their order from O1. */
final class Titles {

    static final List<String> ALL = List.of(
            "one exponential server",
            "several channels",
            "a hard disk as a queue",
            "a closed network of servers",
            "a mirrored write",
            "what a write costs in each layout",
            "hit ratio of an LRU cache",
            "one of two parts",
            "two of three parts",
            "lives and repairs that remember",
            "the first year and the long run",
            "the chance that a year keeps its goal",
            "a machine without luck, hour by hour",
            "slots whose parts are replaced",
            "spares in a drawer",
            "failures that only a test finds",
            "a RAID-5",
            "a survey of RAID",
            "groups of disks with hidden errors, 2007",
            "groups of disks with hidden errors, 2014",
            "copies with one repair at a time",
            "an erasure code, and a calculator that is not right",
            "a placement of copies, by calculator",
            "sets of copies",
            "how long a rebuild takes",
            "fault trees",
            "a common cause",
            "a bridge of five links",
            "mains and a battery",
            "failover of an isolated node",
            "failure rates from counts",
            "energy and goals in hours",
            "a fault-tolerant database",
            "two queues in a row",
            "three kinds of parts",
            "failures one after the other",
            "a slower hard disk as a queue",
            "a slower mirrored write",
            "hit ratios of other LRU caches",
            "mains and a battery, elsewhere",
            "failure rates from other counts");

    private Titles() {}
}
