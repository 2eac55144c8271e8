package org.rackdrill.chaos.run;

/**
 * A hit that a plan shows before anything is done.
 *
 * @param examined what it would do if it were done when the plan was made
 */
public record Planned(Hit hit, Examined examined) {}
