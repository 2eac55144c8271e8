package org.rackdrill.chaos.calibration;

import java.util.Optional;
import org.rackdrill.chaos.measurement.Measurement;
import org.rackdrill.model.lab.PoolRef;

/**
 * A measurement, and where in the lab it was made.
 *
 * @param file that says it, as people call it
 * @param at the pool that it was made at; none: nobody says, and the lab has several
 */
public record Given(String file, Optional<PoolRef> at, Measurement measurement) {}
