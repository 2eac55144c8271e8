package org.rackdrill.chaos.drill;

/**
 * One line of a drill's timeline. Steps that are due at the same moment start in the order of the file.
 *
 * @param name unique in the drill
 * @param line where it starts in the drill file, from 1
 */
public record Step(String name, When when, Act act, int line) {}
