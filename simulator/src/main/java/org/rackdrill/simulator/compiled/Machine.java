package org.rackdrill.simulator.compiled;

/**
 * Something that has power, boots and runs: a node or a network box.
 *
 * @param power the point that says whether it has power
 * @param feeds the points of its power feeds, one of which is enough
 * @param up the point that it sets when it runs
 * @param post firmware, after power or a reset
 * @param boot system start
 * @param delayHours wait before powering on, for boot order
 * @param shutdown ordered stop
 * @param update how long an update keeps it down
 * @param wattsParameter scales {@code watts}
 * @param node the node's number, or -1 for a network box
 */
public record Machine(
        String name,
        int site,
        int power,
        int[] feeds,
        int up,
        int stream,
        int post,
        int boot,
        double delayHours,
        int shutdown,
        int update,
        int updateCause,
        double watts,
        int wattsParameter,
        int node) {}
