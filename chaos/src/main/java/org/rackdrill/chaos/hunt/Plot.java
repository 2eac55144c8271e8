package org.rackdrill.chaos.hunt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Faults with their times that are done in one week.
 *
 * @param strikes in the order of time; those of one moment in the order of the candidates
 */
public record Plot(List<Strike> strikes) {

    public Plot {
        List<Strike> sorted = new ArrayList<>(strikes);
        sorted.sort(Comparator.comparing(Strike::at));
        strikes = List.copyOf(sorted);
    }

    Plot without(int number) {
        List<Strike> fewer = new ArrayList<>(strikes);
        fewer.remove(number);
        return new Plot(fewer);
    }

    Plot with(int number, Strike strike) {
        List<Strike> changed = new ArrayList<>(strikes);
        changed.set(number, strike);
        return new Plot(changed);
    }

    /** Returns whether no two faults are done to one thing at the same time. */
    boolean allowed() {
        for (int i = 0; i < strikes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (strikes.get(i).collides(strikes.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns it as a person reads it. */
    public String text() {
        return strikes.stream()
                .map(strike -> strike.text() + " at " + Times.text(strike.at()))
                .collect(Collectors.joining(", "));
    }
}
