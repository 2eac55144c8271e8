package org.rackdrill.simulator.plan;

import java.util.List;
import java.util.OptionalDouble;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.Contending;

/**
 * A lab, what could be bought for it, and what is wanted.
 *
 * @param name the short name under which people know the lab
 * @param hash of the lab file
 * @param options where the options come from
 * @param goal what every service should keep, but for those that the lab lets be down more; none: what the lab says
 * @param services those that count; empty: all
 * @param budget what may be paid once; none: anything
 * @param horizonHours over which running costs are added up, and how far histories go
 * @param histories of each printed point, at least as many as draws
 * @param draws sets of parameters drawn from their ranges, at least 1
 * @param threads at least 1; the answer does not depend on it
 * @param version of the program, to be written into the results
 * @param contending finds out what is asked of the pools of a lab does to it
 */
public record PlanQuestion(
        Lab lab,
        String name,
        String hash,
        Shelf shelf,
        PlanResults.Source options,
        OptionalDouble goal,
        List<String> services,
        OptionalDouble budget,
        double horizonHours,
        int histories,
        int draws,
        long seed,
        int threads,
        String version,
        Contending contending) {

    public static final int DEFAULT_HISTORIES = 300;
    public static final int DEFAULT_DRAWS = 100;

    public PlanQuestion {
        services = List.copyOf(services);
        if (draws < 1 || threads < 1 || histories < draws || !(horizonHours > 0)) {
            throw new IllegalArgumentException("draws, threads and horizon must be positive, histories no fewer");
        }
    }
}
