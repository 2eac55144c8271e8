package org.rackdrill.model.reading.form;

import java.util.List;

/**
 * A key that may stand in one place of a lab file.
 *
 * @param name as it is spelled
 * @param form what may stand behind it
 * @param means one sentence for people who see the key for the first time
 * @param examples values as they would be written
 * @param required whether leaving it out is a mistake
 * @param notSimulatedYet whether the simulator ignores it, which its author is told
 */
public record Key<T>(
        String name, Form<T> form, String means, List<String> examples, boolean required, boolean notSimulatedYet) {

    /** Returns an optional key. */
    public static <T> Key<T> of(String name, Form<T> form, String means, String... examples) {
        return new Key<>(name, form, means, List.of(examples), false, false);
    }

    /** Returns the same key, which must not be left out. */
    public Key<T> mustStand() {
        return new Key<>(name, form, means, examples, true, notSimulatedYet);
    }

    /** Returns the same key, whose physics is not built yet. */
    public Key<T> unusedYet() {
        return new Key<>(name, form, means, examples, required, true);
    }
}
