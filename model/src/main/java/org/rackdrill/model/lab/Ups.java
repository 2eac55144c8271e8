package org.rackdrill.model.lab;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.model.quantity.Share;

/**
 * An uninterruptible power supply.
 *
 * @param batteryAge how old the battery is at the start of the study
 * @param shutdownAt the runtime left at which nodes on this UPS are shut down in order; none: they run until it is empty
 * @param selfTest how often the battery is tested
 * @param powerCycles the chance that it cuts and restores its outlets after an ordered shutdown, so that nodes start
 *     again even when the mains came back in the middle; where it does not, they stay off until somebody comes
 */
public record Ups(
        String name,
        Part part,
        String site,
        Duration batteryAge,
        Optional<Duration> shutdownAt,
        Optional<Duration> selfTest,
        Setting<Share> powerCycles) {}
