package org.rackdrill.simulator.compiled;

/**
 * A service.
 *
 * @param available the point that its people see
 * @param usedFrom hour of the day; equal to {@code usedTo}: always
 */
public record ServicePlan(String name, int available, double slo, double usedFrom, double usedTo) {}
