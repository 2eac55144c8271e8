package org.rackdrill.live.observe;

import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;

/** Somebody who sees from outside whether a thing has power or passes bytes, such as the rack of a sandbox. */
@FunctionalInterface
public interface Witness {

    /** There is nobody. */
    Witness NOBODY = target -> Truth.UNKNOWN;

    /** Returns whether a node has power, or a box, an internet access or a cable works; unknown when it cannot tell. */
    Truth works(Target target);
}
