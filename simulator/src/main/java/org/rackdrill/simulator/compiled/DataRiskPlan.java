package org.rackdrill.simulator.compiled;

/**
 * How data are harmed by people, attackers and memory.
 *
 * @param deletions for each dataset the mode by which a person deletes it by mistake, or -1
 * @param takesSnapshots the chance that a deletion takes the dataset with its snapshots along
 * @param missedAfter time until somebody misses what was deleted from a service that goes on working
 * @param getsSnapshots the chance that an attack destroys snapshots wherever a host of the lab may do so
 * @param seenAfter time until an attack is seen
 * @param bitFlips time to a wrong bit in one memory module
 * @param reachesData the chance that a wrong bit is written into somebody's files
 * @param foundAfter time until somebody opens a file with wrong data
 * @param proofHours between two restores on purpose; 0: never
 * @param reconciling work that makes data of different moments agree
 */
public record DataRiskPlan(
        int[] deletions,
        Chance takesSnapshots,
        int missedAfter,
        AttackPlan[] attacks,
        Chance getsSnapshots,
        int seenAfter,
        int bitFlips,
        Chance reachesData,
        int foundAfter,
        double proofHours,
        int reconciling) {

    /**
     * An attack that makes data unusable.
     *
     * @param datasets whose primaries it reaches
     * @param fetched whether it reaches what targets keep that fetch
     * @param offline whether it reaches what no program reaches
     */
    public record AttackPlan(String name, int mode, int[] datasets, boolean fetched, boolean offline) {

        /** Returns whether it gets at snapshots for certain, because the lab says so. */
        public boolean thorough() {
            return fetched || offline;
        }
    }
}
