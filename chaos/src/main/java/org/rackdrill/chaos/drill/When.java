package org.rackdrill.chaos.drill;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** When a step starts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface When {

    /**
     * So long after the timeline begins, which it does as soon as the steady state is seen.
     *
     * @param time from 0
     */
    record At(Duration time) implements When {}

    /**
     * After another step has ended: a fault is undone, an operation finished, a gate open.
     *
     * @param step its name
     * @param delay from 0
     */
    record After(String step, Duration delay) implements When {}

    /**
     * While another step goes on.
     *
     * @param step its name
     * @param delay from the start of that step
     */
    record During(String step, Duration delay) implements When {}
}
