package org.rackdrill.chaos.run;

import java.time.Duration;

/**
 * The times that a run keeps.
 *
 * @param lease after which the timer at the target undoes a fault that nobody extends. It is extended after a third of
 *     it, so two messages may be lost
 * @param call the longest time that one call to a world takes
 * @param look between two looks at the probes
 * @param again between two tries to undo or to prove
 * @param recovery how long the steady state may take to come back after everything is undone
 */
public record Terms(Duration lease, Duration call, Duration look, Duration again, Duration recovery) {

    /** How often an undo is tried before it is left to the timer. */
    public static final int TRIES = 3;

    /** How long after the end of a lease its timer has surely fired. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    /** What suits real machines. */
    public static final Terms USUAL = new Terms(
            Duration.ofSeconds(90),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15));
}
