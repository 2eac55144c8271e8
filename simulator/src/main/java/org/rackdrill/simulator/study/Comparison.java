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
}
