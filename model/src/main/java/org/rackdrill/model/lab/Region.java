package org.rackdrill.model.lab;

import java.util.Optional;

/**
 * Shared luck of several sites.
 *
 * @param storms statistics of the storms that hit all its sites together; none: no storms
 */
public record Region(String name, Optional<Part> storms) {}
