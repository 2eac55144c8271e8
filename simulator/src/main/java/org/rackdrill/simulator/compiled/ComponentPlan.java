package org.rackdrill.simulator.compiled;

/**
 * A component with nothing but two distributions.
 *
 * @param up the point that it sets
 * @param crew its number, or -1: as many hands as needed
 * @param testedHours how often a test reveals its failure; 0: it shows at once
 * @param behind the component that it stands behind, or -1
 * @param dormancy how fast it ages meanwhile
 * @param pausedBy the available point of the service that it ages with, or -1
 * @param clock the stream of the clock that many parts share, and it too, or -1: its life is its own
 */
public record ComponentPlan(
        String name,
        int up,
        int mode,
        int crew,
        double testedHours,
        int behind,
        double dormancy,
        int pausedBy,
        int clock) {

    ComponentPlan by(int sharedClock) {
        return new ComponentPlan(name, up, mode, crew, testedHours, behind, dormancy, pausedBy, sharedClock);
    }
}
