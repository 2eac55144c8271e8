package org.rackdrill.chaos.measurement;

/**
 * How long drives of one model were watched, and how many of them failed.
 *
 * @param days on each of which one drive was there
 * @param failures on such a day
 */
public record DriveDays(String model, long days, long failures) implements Measurement {}
