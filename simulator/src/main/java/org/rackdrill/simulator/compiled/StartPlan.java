package org.rackdrill.simulator.compiled;

/**
 * A guest that starts only when those who serve its storage do so, and they wait for it in turn.
 *
 * @param served the point that says whether they do, or -1 for a guest that never waits in a circle
 * @param stuck the mode that a person repairs by starting it by hand, or -1
 */
public record StartPlan(int served, int stuck) {

    /** A guest that never waits in a circle. */
    static final StartPlan FREE = new StartPlan(-1, -1);
}
