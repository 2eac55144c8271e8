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
 * @param unsure what its times depend on that is not known well
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
        Keeping keeping,
        Unsure unsure) {

    /**
     * What is not known well about the times of a copy, as parameters.
     *
     * @param churnHours the part of a sync's hours that carries what was changed, not added
     * @param rewritten how long it takes until everything has been changed once
     * @param there the rate from the primary
     * @param back the rate to the primary
     * @param lan the rate at which a fetched drive is read
     */
    public record Unsure(double churnHours, int rewritten, int there, int back, int lan) {

        /** Every time is known. */
        public static final Unsure NOTHING =
                new Unsure(0, Parameters.CERTAIN, Parameters.CERTAIN, Parameters.CERTAIN, Parameters.CERTAIN);
    }

    /** Returns the copy as it is when the parameters are so: more to carry, or a slower line. */
    public CopyPlan under(double[] factors) {
        double growth = transferHours - unsure.churnHours();
        return taking(
                (growth + unsure.churnHours() / factors[unsure.rewritten()]) / factors[unsure.there()],
                seedHours / factors[unsure.there()],
                restoreHours / factors[unsure.back()],
                fetchHours / factors[unsure.lan()]);
    }

    /** Returns the copy over a line that gives a share of its rate. */
    public CopyPlan at(double share) {
        return taking(transferHours / share, seedHours / share, restoreHours / share, fetchHours);
    }

    private CopyPlan taking(double transfer, double seed, double restore, double fetch) {
        return new CopyPlan(
                dataset,
                pool,
                site,
                path,
                automation,
                catchesUp,
                link,
                sourceNode,
                targetNode,
                everyHours,
                transfer,
                seed,
                restore,
                fetch,
                stream,
                keeping,
                unsure);
    }

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
