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
        int stream) {}
