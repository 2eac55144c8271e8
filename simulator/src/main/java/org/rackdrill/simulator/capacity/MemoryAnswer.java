package org.rackdrill.simulator.capacity;

import java.util.List;

/**
 * Who has memory enough, today and after the loss of any one node.
 *
 * @param nodes those on which something runs, in the order of the lab
 * @param lost one for each of them
 */
public record MemoryAnswer(List<OfNode> nodes, List<Lost> lost) {

    /** Returns whether anything at all could start on another node than its own. */
    public boolean movable() {
        return lost.stream()
                .anyMatch(one -> !one.moves().isEmpty()
                        || one.out().stream().anyMatch(out -> out.why().equals("no-room")));
    }

    /**
     * A node today.
     *
     * @param systemBytes what the system itself takes
     * @param guestsBytes what its guests take
     * @param cacheWantedBytes what is kept for a cache of its disks; 0 without a pool
     * @param cacheBytes what is left for it, and so for every read that does not wait for a disk
     * @param freeBytes room for more guests; negative when there are too many
     */
    public record OfNode(
            String name,
            double installedBytes,
            double systemBytes,
            double guestsBytes,
            double cacheWantedBytes,
            double cacheBytes,
            double freeBytes,
            List<Guest> guests) {}

    /** What runs on a node. */
    public record Guest(String name, double bytes) {}

    /**
     * The loss of one node.
     *
     * @param moves guests that start elsewhere
     * @param out guests that do not
     * @param nodes what is left on the others
     */
    public record Lost(String node, List<Move> moves, List<Out> out, List<Left> nodes) {}

    /**
     * A guest that starts elsewhere.
     *
     * @param by automatic, or manual when a person decides
     */
    public record Move(String guest, String to, double bytes, String by) {}

    /**
     * A guest that does not start elsewhere.
     *
     * @param why no-room, nowhere-else when nothing lets it start on another node, or too-few when the others of a
     *     redundant service are not enough
     * @param mostFreeBytes the most room on a node where it could start
     */
    public record Out(String guest, double bytes, String why, double mostFreeBytes) {}

    /** A node that has taken over its share. */
    public record Left(String name, double guestsBytes, double freeBytes) {}
}
