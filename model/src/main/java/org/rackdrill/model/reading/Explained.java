package org.rackdrill.model.reading;

import org.rackdrill.model.lab.Origin;

/**
 * One value in use.
 *
 * @param path such as {@code nodes.node1.repair}
 * @param value as a person would write it
 * @param range as a person would write it; empty when certain
 */
public record Explained(String path, String value, String range, Origin origin) {}
