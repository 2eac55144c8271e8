package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The root causes that downtime is blamed on, numbered. */
public final class Causes {

    /**
     * A root cause.
     *
     * @param component the part to blame
     * @param kind what sort of thing it is
     * @param label what a person would call it
     * @param letter for calendars: P power, N network, H hardware, S software, D disks, U updates, F disaster
     * @param planned whether it is announced work
     */
    public record Cause(String component, CauseKind kind, String label, char letter, boolean planned) {}

    private final List<Cause> all = new ArrayList<>();
    private final Map<Cause, Integer> numbers = new HashMap<>();

    /** Returns the number of a cause, giving it one when it is new. */
    int number(Cause cause) {
        Integer known = numbers.putIfAbsent(cause, all.size());
        if (known != null) {
            return known;
        }
        all.add(cause);
        return all.size() - 1;
    }

    /** Returns how many causes there are. */
    public int count() {
        return all.size();
    }

    /** Returns a cause by its number. */
    public Cause get(int number) {
        return all.get(number);
    }
}
