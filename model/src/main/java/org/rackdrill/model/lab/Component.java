package org.rackdrill.model.lab;

import java.util.Optional;

/**
 * Anything that fails and is repaired by itself, with nothing but two distributions.
 *
 * @param part its {@code fails} and {@code repair}
 * @param crew who repairs it; none: as many hands as needed
 * @param standby the part that it stands behind
 */
public record Component(String name, Part part, Optional<String> crew, Optional<Standby> standby) {

    /**
     * A spare that ages more slowly while the main part works.
     *
     * @param dormancy its hazard while it stands by, as a share of the hazard at work: 0 is cold, 1 is hot
     */
    public record Standby(String behind, double dormancy) {}
}
