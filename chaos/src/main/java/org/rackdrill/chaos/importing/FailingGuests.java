package org.rackdrill.chaos.importing;

import java.util.Map;
import java.util.TreeMap;
import org.rackdrill.simulator.ha.Physics.Guest;

/**
 * The guests of a case that fail on purpose. The digits of their number say how: the second counts failing starts, the
 * third failing moves, the fourth forbids stops, and the sixth is the only node on which
 * starts and moves fail.
 */
final class FailingGuests {
    private final Names names;

    FailingGuests(Names names) {
        this.names = names;
    }

    Map<Integer, Guest> traits() {
        Map<Integer, Guest> traits = new TreeMap<>();
        for (int service = 0; service < names.services(); service++) {
            String name = names.serviceName(service);
            if (name.startsWith("fa:")) {
                String digits = name.substring(3);
                traits.put(
                        service,
                        new Guest(digit(digits, 1), digit(digits, 2), digit(digits, 3) != 0, node(digit(digits, 5))));
            }
        }
        return traits;
    }

    private static int digit(String digits, int place) {
        return place < digits.length() ? digits.charAt(place) - '0' : 0;
    }

    /** The digit is part of a name that all nodes have in those tests; under other names it is the place in order. */
    private int node(int digit) {
        if (digit == 0) {
            return -1;
        }
        int byName = names.node("node" + digit);
        return byName >= 0 ? byName : digit - 1;
    }
}
