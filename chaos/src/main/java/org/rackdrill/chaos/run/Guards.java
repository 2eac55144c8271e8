package org.rackdrill.chaos.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.Target;

/** What a drill may not do, whatever it says it wants. */
final class Guards {
    private final Drill drill;

    Guards(Drill drill) {
        this.drill = drill;
    }

    /** Returns why a hit is refused, or an empty text. */
    String refuses(Hit hit, Examined examined) {
        if (!examined.refusal().isEmpty()) {
            return hit.text() + ": " + examined.refusal();
        }
        List<String> because = new ArrayList<>();
        for (Danger danger : dangers(hit, examined)) {
            if (!drill.accepts().contains(danger)) {
                because.add(danger.means() + " (" + danger.word() + ")");
            }
        }
        return because.isEmpty() ? "" : hit.text() + ": " + String.join("; ", because);
    }

    /** Returns why so many faults are refused, or an empty text. */
    String refusesAtOnce(int faults) {
        Optional<Integer> most = drill.blastRadius().faultsAtOnce();
        return most.isPresent() && faults > most.get()
                ? "%d faults would be there at once, and the blast radius allows %d".formatted(faults, most.get())
                : "";
    }

    private Set<Danger> dangers(Hit hit, Examined examined) {
        Set<Danger> dangers = new TreeSet<>(examined.dangers());
        if (hit.irreversible()) {
            dangers.add(Danger.DATA_LOSS);
        }
        if (drill.blastRadius().named() && !within(hit, examined)) {
            dangers.add(Danger.BEYOND_RADIUS);
        }
        return dangers;
    }

    private boolean within(Hit hit, Examined examined) {
        Set<Target> allowed = new HashSet<>(drill.blastRadius().touches());
        allowed.add(hit.target());
        return allowed.containsAll(examined.affects());
    }
}
