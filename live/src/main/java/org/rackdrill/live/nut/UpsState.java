package org.rackdrill.live.nut;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rackdrill.chaos.check.Truth;

/**
 * What a UPS says of itself.
 *
 * @param variables by their names in NUT, such as {@code battery.charge}
 */
public record UpsState(Map<String, String> variables) {

    public UpsState {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
    }

    /** Returns the words of its status, such as {@code OL} and {@code CHRG}. */
    public Set<String> flags() {
        Set<String> flags =
                new TreeSet<>(Arrays.asList(text("ups.status").orElse("").split(" ")));
        flags.remove("");
        return flags;
    }

    /** Returns whether it runs on mains; unknown when it says neither or both. */
    public Truth onMains() {
        boolean line = flags().contains("OL");
        boolean battery = flags().contains("OB");
        return line == battery ? Truth.UNKNOWN : line ? Truth.TRUE : Truth.FALSE;
    }

    /** Returns whether its outlets have power: it runs on one of both, and is not switched off. */
    public Truth works() {
        if (flags().contains("OFF")) {
            return Truth.FALSE;
        }
        return onMains() == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.TRUE;
    }

    /** Returns its charge, from 0 to 1. */
    public OptionalDouble charge() {
        OptionalDouble percent = number("battery.charge");
        boolean sane = percent.isPresent() && percent.getAsDouble() >= 0 && percent.getAsDouble() <= 100;
        return sane ? OptionalDouble.of(percent.getAsDouble() / 100) : OptionalDouble.empty();
    }

    /** Returns how long its battery lasts with what hangs on it now, in seconds. */
    public OptionalDouble runtimeSeconds() {
        return number("battery.runtime");
    }

    /** Returns a variable that is a number. */
    public OptionalDouble number(String name) {
        Optional<String> digits = text(name).filter(value -> value.matches("-?\\d{1,9}(\\.\\d{1,6})?"));
        return digits.isPresent() ? OptionalDouble.of(Double.parseDouble(digits.get())) : OptionalDouble.empty();
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
