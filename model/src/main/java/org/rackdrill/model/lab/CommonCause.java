package org.rackdrill.model.lab;

import java.util.List;

/**
 * Components that can fail by one cause.
 *
 * @param beta the share of each one's failures that takes all of them
 */
public record CommonCause(String name, List<String> of, double beta) {}
