package org.rackdrill.live.world;

import java.time.Duration;
import java.time.Instant;

/**
 * A restore that came to its end.
 *
 * @param ended by the controller's clock
 * @param took from its start to its end
 * @param state the moment at which the restored data were the primary's
 * @param whole whether every file was what it was then, and the service's own checks passed
 * @param why it was not whole; otherwise empty
 */
public record Restored(Instant ended, Duration took, Instant state, boolean whole, String why) {}
