package org.rackdrill.simulator.timeline;

/**
 * What a manager does after one change of its cluster, in seconds; infinite: it does not. With a manager that works in
 * rounds they count from the beginning of the round of the change, see {@link Timeline#into}.
 *
 * @param resets until a member that is cut off resets itself
 * @param recovers until the guests of a member start elsewhere: it is missing, or is back but was given up already
 * @param resumes until guests start on a member that is back
 * @param returns until guests that belong to a member that is back begin to move there
 * @param master the place of the member that leads the cluster afterwards, or -1: the first one that is there
 */
public record Script(double resets, double recovers, double resumes, double returns, int master) {

    /** What never happens. */
    public static final double NEVER = Double.POSITIVE_INFINITY;

    Script returning(double seconds) {
        return new Script(resets, recovers, resumes, seconds, master);
    }

    Script ledByTheFirst() {
        return new Script(resets, recovers, resumes, returns, -1);
    }
}
