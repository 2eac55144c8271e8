package org.rackdrill.simulator.compiled;

/**
 * A dataset: the data of one service.
 *
 * @param pool of the primary; -1 on Ceph
 * @param copies numbers of its copies
 * @param intact the point that says that the data are there to work with, neither deleted nor encrypted
 * @param worksOn number of the time that its service works on when they are taken away
 * @param luck the stream that draws it; -1 for none
 * @param keepsHours how far back the snapshots beside the primary go; 0: there are none
 * @param modules memory modules without ECC through which its data pass, in parts of a module that other data share
 * @param keyNode the node whose boot disk holds the only key to its data, or -1
 * @param torn whether it belongs together with data that no snapshot catches at the same moment
 * @param group the number of the data that belong together with it
 */
public record DataPlan(
        String name,
        int service,
        int pool,
        int site,
        double sizeBytes,
        int[] copies,
        int intact,
        int worksOn,
        int luck,
        double keepsHours,
        double modules,
        int keyNode,
        boolean torn,
        int group) {}
