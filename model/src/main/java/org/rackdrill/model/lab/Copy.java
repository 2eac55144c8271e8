package org.rackdrill.model.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * A further copy of a service's data.
 *
 * @param service whose data
 * @param to where it lies: a pool of a node
 * @param by the tool: syncoid, pvesr, restic, rsync, ...
 * @param window the hours of the day in which it may run; none: at any time
 * @param media what it lies on; two different media are what the second reading of 3-2-1 asks for
 * @param direction which side holds the password of the other
 * @param raw sent encrypted, so that the target cannot read it without the key
 * @param key where the key of a raw copy is kept besides the primary; none for a copy that is not raw
 * @param keep how long snapshots live on the target, beyond the primary's
 * @param lateAfter the age at which the monitoring calls it late; none: nobody says
 */
public record Copy(
        String service,
        PoolRef to,
        String by,
        Duration every,
        Optional<Service.Hours> window,
        String media,
        Direction direction,
        boolean raw,
        Optional<Key> key,
        Optional<Duration> keep,
        Optional<Duration> lateAfter) {

    /** Which side starts the transfer, and so holds the password of the other. */
    public enum Direction {
        /** The host of the primary writes to the target, and whoever owns the host can delete there. */
        PUSH,
        /** The target fetches, and no host of the lab can delete what it keeps. */
        PULL
    }

    /** Where the key of an encrypted copy is kept besides the primary. */
    public enum Key {
        ESCROWED,
        ON_TARGET,
        NOWHERE_ELSE
    }
}
