package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.Optional;

/** How long what breaks usually stays broken, and when it breaks. All are our estimates; docs/hunting.md lists them. */
final class Usual {

    private Usual() {}

    /** A node whose power supply or board is replaced on the same day. */
    static final Optional<Duration> NODE_DEAD = Optional.of(Duration.ofHours(6));

    /** Somebody presses the button, where no watchdog does. */
    static final Optional<Duration> HANGS = Optional.of(Duration.ofHours(1));

    /** A switch or router that is bought on the same day. */
    static final Optional<Duration> BOX_DEAD = Optional.of(Duration.ofHours(8));

    static final Optional<Duration> CABLE = Optional.of(Duration.ofHours(2));

    static final Optional<Duration> ACCESS = Optional.of(Duration.ofHours(4));

    static final Optional<Duration> TUNNEL = Optional.of(Duration.ofHours(12));

    static final Optional<Duration> DIP = Optional.of(Duration.ofSeconds(2));

    static final Duration MAINS_SHORT = Duration.ofMinutes(5);

    static final Duration MAINS_LONG = Duration.ofHours(6);

    /** The next day, where a disk lies in the drawer. */
    static final Optional<Duration> DISK_AT_HAND = Optional.of(Duration.ofDays(1));

    /** A parcel. */
    static final Optional<Duration> DISK_ORDERED = Optional.of(Duration.ofDays(3));

    static final Optional<Duration> POOL_FULL = Optional.of(Duration.ofHours(8));

    /** A service that somebody has to look at. */
    static final Optional<Duration> BROKEN = Optional.of(Duration.ofHours(4));

    /** What is gone is missed by the next morning. */
    static final Optional<Duration> DELETION_SEEN = Optional.of(Duration.ofHours(24));

    /** Files that do not open any more are met one by one. */
    static final Optional<Duration> ATTACK_SEEN = Optional.of(Duration.ofDays(3));
}
