package org.rackdrill.cli.house.wrong.model;

import org.rackdrill.cli.house.wrong.simulator.WrongEngine;

/** A description that runs a simulation, under a name that says nothing. */
public final class LabHelper {
    static int created;

    final WrongEngine engine = new WrongEngine();
}
