package org.rackdrill.chaos.check;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that is true of a healthy lab. It must be true before anything is broken and after all is undone.
 *
 * @param tolerates how long it may be false or unknown while the drill runs, all times together; none: for any time
 */
public record Steady(Probe probe, Optional<Duration> tolerates) {}
