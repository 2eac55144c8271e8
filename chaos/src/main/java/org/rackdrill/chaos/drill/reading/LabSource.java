package org.rackdrill.chaos.drill.reading;

import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.quantity.BadText;

/** Where the labs come from that drills name. */
@FunctionalInterface
public interface LabSource {

    /**
     * Returns the lab of a name.
     *
     * @throws BadText when there is none, or one with errors
     */
    Lab find(String name);
}
