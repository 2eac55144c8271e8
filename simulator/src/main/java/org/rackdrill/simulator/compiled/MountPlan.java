package org.rackdrill.simulator.compiled;

/**
 * How a guest lives with storage on another machine.
 *
 * @param served pools behind the file servers that it needs, beside those of its disk and data
 * @param recovers chance that its network drives work again by themselves when their machine is back
 * @param recoversParameter scales {@code recovers}
 * @param stream its luck with them, drawn at every return of a machine that it mounts from
 * @param stale the mode that a person repairs when they do not work again
 */
public record MountPlan(int[] served, double recovers, int recoversParameter, int stream, int stale) {}
