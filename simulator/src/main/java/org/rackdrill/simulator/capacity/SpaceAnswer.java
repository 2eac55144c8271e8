package org.rackdrill.simulator.capacity;

import java.util.List;

/**
 * How full the pools are, and when they will be full.
 *
 * @param pools in the order of the lab; a Ceph is named {@code cluster/ceph}, any other pool {@code node/pool}
 */
public record SpaceAnswer(List<OfPool> pools) {

    /**
     * One pool.
     *
     * @param rawBytes what is printed on its disks
     * @param usableBytes what is left for data by the layout
     * @param ruleShare the share of it beyond which it gets slow, or stops healing itself
     * @param usedBytes today
     * @param growthBytesPerYear with what snapshots add to it
     * @param items what lies on it, the largest first
     * @param rule when the share of the rule is reached
     * @param full when nothing fits any more
     * @param byYear the share that is used after one year, two, ...; above 1 when it does not fit
     */
    public record OfPool(
            String name,
            String layout,
            int disks,
            double rawBytes,
            double usableBytes,
            double ruleShare,
            Likely usedBytes,
            Likely usedShare,
            Likely growthBytesPerYear,
            List<Item> items,
            Reached rule,
            Reached full,
            List<Likely> byYear) {}

    /** Something that lies on a pool; its kind is data, copy, snapshots, systems or other. */
    public record Item(String what, String kind, Likely bytes) {}
}
