package org.rackdrill.simulator.study;

import java.util.List;

/**
 * How a simulated lab differs from the one that was named.
 *
 * @param sentence what was made of it, for the results and the report
 * @param leavesOut what the named lab has and this one has not, in words
 */
public record Variant(String sentence, List<String> leavesOut) {

    public Variant {
        leavesOut = List.copyOf(leavesOut);
    }
}
