package org.rackdrill.chaos.check;

import java.time.Duration;

/**
 * When a drill stops and undoes everything at once.
 *
 * @param probe what must be true
 * @param patience how long it may be false or unknown at a stretch; zero: not at all
 */
public record Guardrail(Probe probe, Duration patience) {}
