package org.rackdrill.simulator.compiled;

/**
 * A service.
 *
 * @param serving the point that other services need
 * @param available the point that its people see
 * @param usedFrom hour of the day; equal to {@code usedTo}: always
 */
public record ServicePlan(String name, int serving, int available, double slo, double usedFrom, double usedTo) {}
