package org.rackdrill.live.world;

import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Approval;

/** People who say yes or no. */
@FunctionalInterface
public interface Consent {

    /** Returns what a person has said; {@link Truth#UNKNOWN} as long as nobody has said anything. */
    Truth to(Approval approval);
}
