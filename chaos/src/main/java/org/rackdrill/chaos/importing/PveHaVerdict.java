package org.rackdrill.chaos.importing;

/**
 * How far a case and our machine agree.
 *
 * @param name the name of the case
 * @param category what it is about
 * @param level 0: not at all; 1: where services and nodes end; 2: also how they got there, in order; 3: the whole log,
 *     with times
 * @param difference the first difference above that level, or empty
 */
public record PveHaVerdict(String name, String category, int level, String difference) {}
