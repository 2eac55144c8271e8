package org.rackdrill.model.lab;

import java.util.Optional;

/**
 * Shared luck of several sites.
 *
 * @param storms statistics of the storms that hit all its sites together; none: no storms
 * @param heatwaves statistics of the heatwaves that cut power to its sites; none: no heatwaves
 */
public record Region(String name, Optional<Part> storms, Optional<Part> heatwaves) {}
