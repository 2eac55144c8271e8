package org.rackdrill.simulator.ha;

/**
 * Something that happens at a time.
 *
 * @param at seconds since the beginning; it happens before the first turn of a daemon that begins then or later
 */
public record Timed(long at, Injection injection) {}
