package org.rackdrill.chaos.simulated;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hits of a simulated lab: what is armed, what is broken, and the timers at the targets, which undo by themselves what
 * nobody extends.
 */
final class Timers {

    private static final long NONE = Long.MAX_VALUE;

    /** One hit, from arming on. */
    private static final class Armed {
        private final Foresight.What what;
        private final Effect effect;
        private long firesAt;
        private boolean struck;
        private boolean undone;

        Armed(Foresight.What what, Effect effect, long firesAt) {
            this.what = what;
            this.effect = effect;
            this.firesAt = firesAt;
        }

        void undo() {
            firesAt = NONE;
            if (struck && !undone) {
                effect.undoes().run();
            }
            undone = true;
        }
    }

    private final Map<String, Armed> hits = new LinkedHashMap<>();

    void begin() {
        hits.clear();
    }

    /** Arms a hit; one without a timer is undone by nobody but {@link #undo}. */
    void arm(String key, Foresight.What what, Effect effect, Optional<Long> firesAt) {
        hits.put(key, new Armed(what, effect, firesAt.orElse(NONE)));
    }

    boolean knows(String key) {
        return hits.containsKey(key);
    }

    /** Returns the faults that are there, in the order of arming. */
    List<Foresight.What> present() {
        return hits.values().stream()
                .filter(armed -> armed.struck && !armed.undone && !ended(armed))
                .map(armed -> armed.what)
                .toList();
    }

    private static boolean ended(Armed armed) {
        return armed.effect.passes() && armed.effect.gone().getAsBoolean();
    }

    /** Breaks what is armed; says whether it could. */
    boolean strike(String key) {
        Armed armed = hits.get(key);
        if (armed == null || armed.undone) {
            return false;
        }
        if (!armed.struck) {
            armed.struck = true;
            armed.effect.strikes().run();
        }
        return true;
    }

    /** Winds a timer up; says whether it had not fired. */
    boolean extend(String key, long firesAt) {
        Armed armed = hits.get(key);
        if (armed == null || armed.undone) {
            return false;
        }
        armed.firesAt = firesAt;
        return true;
    }

    void undo(String key) {
        Armed armed = hits.get(key);
        if (armed != null) {
            armed.undo();
        }
    }

    /** Returns whether nothing of a hit is left. */
    boolean gone(String key) {
        Armed armed = hits.get(key);
        return armed == null
                || !armed.struck
                || ((armed.undone || armed.effect.passes())
                        && armed.effect.gone().getAsBoolean());
    }

    /** Takes the timer and the undo away. */
    void disarm(String key) {
        Armed armed = hits.get(key);
        if (armed != null) {
            armed.firesAt = NONE;
        }
    }

    /** Returns when the next timer fires, in nanoseconds of the world. */
    long next() {
        long first = NONE;
        for (Armed armed : hits.values()) {
            first = Math.min(first, armed.firesAt);
        }
        return first;
    }

    /** Lets the timers fire that are due. */
    void fire(long now) {
        hits.entrySet().stream()
                .filter(hit -> hit.getValue().firesAt <= now)
                .sorted(Comparator.comparing((Map.Entry<String, Armed> hit) -> hit.getValue().firesAt)
                        .thenComparing(Map.Entry::getKey))
                .forEach(hit -> hit.getValue().undo());
    }
}
