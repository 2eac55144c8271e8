package org.rackdrill.simulator.ha;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A cluster before its first second.
 *
 * @param capacity what each node has; its size is the number of nodes
 * @param versions the version of each node's software, as {@code 9.0.1}
 * @param services what is configured, by service; services are numbered in the order in which they are visited
 * @param most what services may use at most
 * @param use what services use
 * @param rules the rules, in order
 * @param groups the groups, in order
 * @param settings the settings of the datacenter
 * @param past what an earlier master has left
 */
public record HaSetup(
        List<Load> capacity,
        List<String> versions,
        Map<Integer, ServiceConfig> services,
        Map<Integer, Load> most,
        Map<Integer, Load> use,
        List<Rule> rules,
        List<Rule.Group> groups,
        HaSettings settings,
        Past past) {

    /**
     * What an earlier master has left.
     *
     * @param master its node, or -1
     * @param maintenance the nodes for which maintenance was asked
     */
    public record Past(
            int master, Map<Integer, NodeState> nodes, Map<Integer, ServiceStatus> services, Set<Integer> maintenance) {
        /** No master before. */
        public static final Past NONE = new Past(-1, Map.of(), Map.of(), Set.of());
    }

    /** Returns a cluster of alike nodes without rules and load. */
    public static HaSetup of(int nodes, Map<Integer, ServiceConfig> services) {
        return new HaSetup(
                Collections.nCopies(nodes, new Load(24, 128.0 * (1L << 30))),
                Collections.nCopies(nodes, "9.1.0"),
                services,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                HaSettings.DEFAULT,
                Past.NONE);
    }

    /** Returns the same cluster with other rules. */
    public HaSetup with(List<Rule> newRules) {
        return new HaSetup(capacity, versions, services, most, use, newRules, groups, settings, past);
    }

    /** Returns the same cluster with other settings. */
    public HaSetup with(HaSettings newSettings) {
        return new HaSetup(capacity, versions, services, most, use, rules, groups, newSettings, past);
    }

    int nodes() {
        return capacity.size();
    }
}
