package org.rackdrill.live.world;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.model.lab.PoolRef;

/** What can be seen of the real things. No method throws because a host fails, and each returns within seconds. */
public interface Eyes {

    /** Looks at a thing. */
    Observation see(Probe probe);

    /** Returns the node that runs a service now; none when it runs nowhere, or nobody can tell. */
    Optional<String> runs(String service);

    /** Returns whether a service ran on one node at most at any moment since so long ago, as its nodes remember it. */
    Observation neverTwice(String service, Duration ago);

    /** Returns the node whose resource manager leads a cluster now; none when nobody can tell. */
    Optional<String> master(String cluster);

    /** Returns whether a scrub or a resilver is going on in a pool. */
    Truth tended(PoolRef pool);

    /** Returns whether something that drills wait for is going on. */
    Truth busy(Calendar.Busy what);
}
