package org.rackdrill.live.host;

import java.util.Optional;

/** The machines of a lab that can be reached. */
public interface Hosts {

    /** Returns the machine of that name in the lab, or none when the lab does not say how to reach it. */
    Optional<Host> host(String name);
}
