package org.rackdrill.simulator.capacity;

import java.util.List;

/**
 * Who has processors enough, today and after the loss of any one node. Shares are of the cores as they are built, so that
 * two threads of one core count once; that of what is promised may be far above 1.
 *
 * @param nodes those on which something runs and whose processors are stated, in the order of the lab
 * @param notStated those on which something runs and of whose processors nobody says anything
 * @param lost one for each node on which something runs
 */
public record CpuAnswer(List<OfNode> nodes, List<String> notStated, List<Lost> lost) {

    /**
     * A node today.
     *
     * @param threads what its system sees, and the most cores that it gives to one virtual machine
     * @param promised the cores that its guests may keep busy together, as far as they are stated
     * @param used the cores that they keep busy in the mean over a week, as far as it is stated
     * @param guests those that state what they use, the largest first
     * @param withoutPromise guests that do not state what they may take
     * @param withoutUse guests that do not state what they use
     * @param refused virtual machines with more cores than there are threads
     */
    public record OfNode(
            String name,
            int cores,
            int threads,
            double promised,
            double promisedShare,
            Likely used,
            Likely usedShare,
            List<Guest> guests,
            List<String> withoutPromise,
            List<String> withoutUse,
            List<Refused> refused) {}

    /** What keeps cores busy. */
    public record Guest(String name, Likely used) {}

    /**
     * The loss of one node, after which each guest is where it has memory.
     *
     * @param refused virtual machines that have memory on another node, but more cores than it has threads
     * @param nodes those that have taken something over and whose processors are stated
     */
    public record Lost(String node, List<Refused> refused, List<Left> nodes) {}

    /** A virtual machine that does not start on a node. */
    public record Refused(String guest, String on, int cores, int threads) {}

    /** A node that has taken over its share. */
    public record Left(String name, int cores, double promised, double promisedShare, Likely used, Likely usedShare) {}
}
