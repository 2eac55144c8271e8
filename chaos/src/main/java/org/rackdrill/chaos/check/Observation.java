package org.rackdrill.chaos.check;

/**
 * What a probe saw once.
 *
 * @param value what was measured, for people; empty when there was nothing to measure
 * @param why for {@link Truth#UNKNOWN}, why it could not look; otherwise empty
 */
public record Observation(Truth truth, String value, String why) {}
