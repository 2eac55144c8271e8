package org.rackdrill.chaos.drill.reading;

import java.util.Optional;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.yaml.Place;

/**
 * A step with what the file says about it, for the checks that come when all steps are known.
 *
 * @param fields its keys
 * @param aimed where its target stands, or where it starts
 */
record Planned(Step step, Fields fields, Place aimed) {

    /** Returns what it aims at; nothing for a gate. */
    Optional<Aim<?>> aim() {
        if (step.act() instanceof Act.Break<?> fault) {
            return Optional.of(fault.aim());
        }
        return step.act() instanceof Act.Perform<?> operation ? Optional.of(operation.aim()) : Optional.empty();
    }

    /** Returns what it breaks; nothing when it breaks nothing. */
    Optional<Act.Break<?>> fault() {
        return step.act() instanceof Act.Break<?> fault ? Optional.of(fault) : Optional.empty();
    }

    Place placeOf(Key<?> key) {
        return fields.placeOf(key);
    }
}
