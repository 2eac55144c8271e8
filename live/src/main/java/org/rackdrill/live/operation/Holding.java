package org.rackdrill.live.operation;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one place was found to hold of a service's data.
 *
 * @param place as people call it, such as {@code db at node2/tank}
 * @param primary whether the service works there
 * @param media what it lies on
 * @param seen whether the question was answered, or needs no answer because of what the lab says
 * @param real whether it holds a snapshot that the primary has or had, told by its guid; a primary is real when it answers
 * @param ageSeconds how old the newest such snapshot is; none when it holds none
 * @param provenSecondsAgo when it was last restored and found whole; none when never
 * @param why it does not count; empty when it does
 */
public record Holding(
        String place,
        boolean primary,
        String media,
        String site,
        boolean seen,
        boolean real,
        OptionalLong ageSeconds,
        OptionalLong provenSecondsAgo,
        Optional<String> verdict,
        String why) {}
