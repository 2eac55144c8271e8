package org.rackdrill.simulator.study;

import java.util.List;

/**
 * Several labs under the same luck.
 *
 * @param labs the first is what the others are compared with
 */
public record Comparison(String format, String rackdrill, List<Results> labs, List<Difference> differences) {

    /**
     * What a lab changes for a service that both have.
     *
     * @param hoursPerYear downtime of {@code lab} less downtime of {@code baseline}; negative is better
     */
    public record Difference(String service, String baseline, String lab, Results.Gain hoursPerYear) {}

    /** Returns how many histories of all labs were simulated. */
    public int histories() {
        return labs.stream().mapToInt(Results::histories).sum();
    }

    /** Returns how many of the lab were that least was seen of: without any it would look as if it never failed. */
    public int fewestHistories() {
        return labs.stream().mapToInt(Results::histories).min().orElse(0);
    }
}
