package org.rackdrill.simulator.study;

import org.jspecify.annotations.Nullable;

/**
 * The exact answer about a service, or why there is none.
 *
 * @param unavailability until the horizon; null where it is not known
 * @param whyNot empty where it is known
 * @param details null where nothing is known exactly
 */
record ExactAnswer(@Nullable Double unavailability, String whyNot, Results.@Nullable Exact details) {

    static ExactAnswer none(String why) {
        return new ExactAnswer(null, why, null);
    }
}
