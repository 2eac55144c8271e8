package org.rackdrill.cli.real;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Plan;

/** Plans of a drill that breaks one thing. */
final class Plans {
    static final String CPU = "cpu-pressure: {of: node1, to: 50%}";
    static final String POWER = "node-power-loss: node1";

    private Plans() {}

    static Plan of(String fault, WorldKind world, String lab) {
        return new Plan(
                Plan.FORMAT,
                "run",
                Ward.drill(fault),
                world,
                lab,
                LocalDate.EPOCH,
                false,
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
