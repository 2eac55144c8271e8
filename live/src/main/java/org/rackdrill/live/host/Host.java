package org.rackdrill.live.host;

import java.time.Duration;

/**
 * A machine on which the root-owned helper is installed, or one that answers in the same way. It does nothing else for
 * us: what a request can mean is fixed in the helper.
 */
public interface Host {

    /** Returns the name in the lab. */
    String name();

    /**
     * Asks the helper there for one thing. Never throws because the host fails, and returns in time whatever it does.
     *
     * @param within the longest wait, connecting included
     */
    Reply ask(Request request, Duration within);
}
