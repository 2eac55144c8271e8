package org.rackdrill.simulator.storage;

import org.apache.commons.rng.UniformRandomProvider;

/** Makes a route for each history, which begins with nothing remembered. */
@FunctionalInterface
public interface RouteMaker {

    /**
     * Makes a route.
     *
     * @param luck of the load, which the route draws from while it lays a request
     */
    Route make(UniformRandomProvider luck);
}
