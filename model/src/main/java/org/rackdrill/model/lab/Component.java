package org.rackdrill.model.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * Anything that fails and is repaired by itself, with nothing but two distributions.
 *
 * @param part its {@code fails} and {@code repair}
 * @param crew who repairs it; none: as many hands as needed
 * @param standby the part that it stands behind
 * @param tested how often a test reveals its failure, which nobody sees before; none: it shows at once
 * @param agesWhile the service while which is up it ages; none: it always ages
 */
public record Component(
        String name,
        Part part,
        Optional<String> crew,
        Optional<Standby> standby,
        Optional<Duration> tested,
        Optional<String> agesWhile) {

    /**
     * A spare that ages more slowly while the main part works.
     *
     * @param dormancy its hazard while it stands by, as a share of the hazard at work: 0 is cold, 1 is hot
     */
    public record Standby(String behind, double dormancy) {}
}
