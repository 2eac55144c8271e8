package org.rackdrill.chaos.hunt;

import java.util.List;
import java.util.stream.Stream;

/**
 * Faults that break a goal together, and none of them can be left out.
 *
 * @param plots every combination of starts at which they do, as the hunt found them
 * @param smallest the first of these, made as small and round as it can be
 * @param hours that the service is down in it, or of newest writes that are lost; infinite when everything is
 */
public record Finding(List<Plot> plots, Plot smallest, double hours) {
    public Finding {
        plots = List.copyOf(plots);
    }

    Finding and(Finding same) {
        return new Finding(Stream.concat(plots.stream(), same.plots.stream()).toList(), smallest, hours);
    }
}
