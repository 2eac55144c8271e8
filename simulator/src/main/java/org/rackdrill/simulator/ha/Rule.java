package org.rackdrill.simulator.ha;

import java.util.List;
import java.util.Map;

/** A person's wish about where services run. */
public sealed interface Rule {

    /** The name of the rule, which also is its place among the others. */
    String name();

    /** The services that the rule is about. */
    List<Integer> services();

    /**
     * Services that belong to some nodes.
     *
     * @param priorities the nodes, each with a priority; the highest that is online wins
     * @param strict whether no other node will do
     */
    record NodeAffinity(String name, List<Integer> services, Map<Integer, Integer> priorities, boolean strict)
            implements Rule {}

    /**
     * Services that belong together or apart.
     *
     * @param together whether they share a node; otherwise no two of them do
     */
    record ServiceAffinity(String name, List<Integer> services, boolean together) implements Rule {}

    /**
     * The older form of a node affinity, which services refer to.
     *
     * @param restricted whether no other node will do
     * @param failback whether its services return to a better node by themselves
     */
    record Group(String name, Map<Integer, Integer> priorities, boolean restricted, boolean failback) {}
}
