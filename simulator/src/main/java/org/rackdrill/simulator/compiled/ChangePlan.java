package org.rackdrill.simulator.compiled;

/**
 * Changes made on purpose. What can be changed is numbered: guests first, then nodes, then network boxes.
 *
 * @param every the time between two
 * @param goesWrong the chance that one breaks what it changes
 * @param stream the luck of what is changed when
 * @param guest the guest behind each number, or -1
 * @param machine the machine behind each number, or -1
 * @param mode the mode that a person repairs when the change went wrong
 * @param nodesFrom the first number that is a node
 * @param boxesFrom the first number that is a box
 * @param workCause what restarts after a good change are blamed on
 */
public record ChangePlan(
        int every,
        Chance goesWrong,
        int stream,
        int[] guest,
        int[] machine,
        int[] mode,
        int nodesFrom,
        int boxesFrom,
        int workCause) {}
