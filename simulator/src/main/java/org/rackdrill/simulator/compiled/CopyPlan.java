package org.rackdrill.simulator.compiled;

/**
 * A copy of a dataset.
 *
 * @param dataset its number
 * @param pool where it lies
 * @param path the point that says whether a sync can run
 * @param automation the point that says whether somebody starts the job, or -1: nobody needs to
 * @param catchesUp whether a job that nobody started runs as soon as there is somebody again
 * @param everyHours between two starts
 * @param transferHours from the start of a sync to a usable copy
 * @param seedHours the same for the first sync, which carries everything
 * @param restoreHours reading everything back over the network
 * @param fetchHours reading everything back from the fetched drives
 * @param keeping what it holds beside the last state
 */
public record CopyPlan(
        int dataset,
        int pool,
        int site,
        int path,
        int automation,
        boolean catchesUp,
        int link,
        int sourceNode,
        int targetNode,
        double everyHours,
        double transferHours,
        double seedHours,
        double restoreHours,
        double fetchHours,
        int stream,
        Keeping keeping) {

    /**
     * What a copy holds beside the last state, and who can take it away.
     *
     * @param hours how far back it goes
     * @param mirrors whether it forgets what the primary has forgotten, at the next sync
     * @param fetched whether the target fetches it, so that no host of the lab can delete there
     * @param offline whether it lies where no program reaches it
     * @param keyWithPrimary whether nothing but the primary's node has the key to it
     */
    public record Keeping(double hours, boolean mirrors, boolean fetched, boolean offline, boolean keyWithPrimary) {}
}
