package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Service;

/**
 * One of several audiences of a service, watched by itself.
 *
 * @param service its number
 */
public record AudiencePlan(int service, Service.Audience audience) {}
