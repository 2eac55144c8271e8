package org.rackdrill.simulator.ha;

import java.util.List;
import java.util.Map;

/**
 * What machines and guests do by themselves.
 *
 * @param roundSeconds the time between two rounds of a daemon
 * @param startSeconds from the start of a guest until its service works
 * @param stopSeconds how long a guest takes to end, if it is given that time
 * @param moveSeconds how long a move takes
 * @param arrivesRunning whether a guest that moved while it ran goes on running, or is started by the other agent
 * @param votes the votes of each node
 * @param deviceVotes the votes of the quorum device
 * @param guests guests that do not do what they should
 */
public record Physics(
        int roundSeconds,
        int startSeconds,
        int stopSeconds,
        int moveSeconds,
        boolean arrivesRunning,
        List<Integer> votes,
        int deviceVotes,
        Map<Integer, Guest> guests) {

    /**
     * A guest that does not do what it should.
     *
     * @param startFailures starts that fail before one succeeds
     * @param moveFailures moves that fail before one succeeds
     * @param neverStops whether it cannot be stopped
     * @param onlyNode the only node on which starts and moves fail, or -1
     */
    public record Guest(int startFailures, int moveFailures, boolean neverStops, int onlyNode) {
        static final Guest GOOD = new Guest(0, 0, false, -1);

        boolean failsOn(int node) {
            return onlyNode < 0 || onlyNode == node;
        }
    }

    /** Returns a cluster whose guests take no time, in rounds as long as the steps of all its daemons need. */
    public static Physics lockStep(int nodes, Map<Integer, Guest> guests) {
        return new Physics(Math.max(20, 2 * nodes), 0, 0, 0, false, java.util.Collections.nCopies(nodes, 1), 0, guests);
    }

    /** Returns a cluster as it runs at home: rounds of ten seconds, guests that boot and move in their time. */
    public static Physics real(int nodes, int startSeconds, int moveSeconds) {
        return new Physics(
                Math.max(10, 2 * nodes),
                startSeconds,
                10,
                moveSeconds,
                true,
                java.util.Collections.nCopies(nodes, 1),
                0,
                Map.of());
    }

    /** Returns the same with a quorum device. */
    public Physics withDevice(int newVotes) {
        return new Physics(
                roundSeconds, startSeconds, stopSeconds, moveSeconds, arrivesRunning, votes, newVotes, guests);
    }
}
