package org.rackdrill.simulator.capacity;

/**
 * A number and how well it is known: nine in ten times the truth lies between {@code low} and {@code high}.
 *
 * @param value the best guess
 * @param low at most {@code high}
 */
public record Amount(double value, double low, double high) {}
