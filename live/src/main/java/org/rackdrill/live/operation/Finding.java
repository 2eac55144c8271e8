package org.rackdrill.live.operation;

import org.rackdrill.chaos.check.Truth;

/**
 * One thing that a round through the rack has looked at.
 *
 * @param host where; a name in the lab
 * @param what such as {@code pool tank}
 * @param good whether it is as it should be
 * @param says what was seen, as a clause
 */
public record Finding(String host, String what, Truth good, String says) {

    static Finding of(String host, String what, boolean good, String says) {
        return new Finding(host, what, good ? Truth.TRUE : Truth.FALSE, says);
    }

    static Finding unknown(String host, String what, String says) {
        return new Finding(host, what, Truth.UNKNOWN, says);
    }
}
