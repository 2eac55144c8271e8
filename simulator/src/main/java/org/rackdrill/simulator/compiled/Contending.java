package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Lab;

/** Whoever finds out what is asked of the pools of a lab does to it. */
@FunctionalInterface
public interface Contending {

    /** Nobody looks. */
    Contending NOBODY = lab -> Contention.NONE;

    /** Returns what was found out; the same lab gives the same answer. It may be asked by several threads at once. */
    Contention of(Lab lab);
}
