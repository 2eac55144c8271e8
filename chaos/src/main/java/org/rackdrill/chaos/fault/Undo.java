package org.rackdrill.chaos.fault;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The way back from one fault at one target, written down before the fault is done.
 *
 * @param target what was hit
 * @param before what a world has to know of the state before, by names of its own; empty when the kind says it all
 */
public record Undo(UndoKind kind, Target target, Map<String, String> before) {
    public Undo {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
    }
}
