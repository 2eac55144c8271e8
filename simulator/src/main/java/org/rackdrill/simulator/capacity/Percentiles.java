package org.rackdrill.simulator.capacity;

/**
 * How something spreads: the values that 50, 75, 95 and 99 of 100 do not exceed.
 *
 * @param p50 the median
 */
public record Percentiles(Likely p50, Likely p75, Likely p95, Likely p99) {}
