package org.rackdrill.live.world;

import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Answer;

/** Whoever does the real operations. */
public interface Crew {

    /**
     * Begins an operation, or says how it stands: the first call with a key begins it. Returns within seconds.
     *
     * @param key unique over all runs
     */
    Answer perform(String key, Operation<?> operation, Target target);
}
