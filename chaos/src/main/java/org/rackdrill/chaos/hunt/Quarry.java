package org.rackdrill.chaos.hunt;

import java.util.List;

/**
 * What a hunt found.
 *
 * @param candidates what it tried to break, in a fixed order
 * @param tried how many sets of one fault, of two and so on were simulated
 * @param sets how many smallest sets of faults with their starts break the goal
 * @param findings the same by what breaks, those with the fewest faults first
 * @param complete whether nothing of the list was left out because somebody stopped the hunt
 */
public record Quarry(
        Goal goal,
        long seed,
        int most,
        List<Candidate<?>> candidates,
        List<Long> tried,
        int sets,
        List<Finding> findings,
        boolean complete) {
    public Quarry {
        candidates = List.copyOf(candidates);
        tried = List.copyOf(tried);
        findings = List.copyOf(findings);
    }
}
