package org.rackdrill.simulator.compiled;

/**
 * What losing its power in the middle of its work does to a node.
 *
 * @param machine its number
 * @param chance that it does not come back alone
 * @param stream the luck of it
 * @param stuck the mode in which it then waits for a person
 * @param button the mode in which it waits for somebody to switch it on, after it has shut down and its power never went
 */
public record HardStopPlan(int machine, Chance chance, int stream, int stuck, int button) {}
