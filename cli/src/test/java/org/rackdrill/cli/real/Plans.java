package org.rackdrill.cli.real;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.run.Plan;

/** Plans of a drill that breaks one thing. */
final class Plans {
    static final FaultKind CPU = FaultKind.CPU_PRESSURE;
    static final FaultKind POWER = FaultKind.NODE_POWER_LOSS;

    private Plans() {}

    static Plan of(FaultKind fault, WorldKind world, String lab) {
        return new Plan(
                Plan.FORMAT,
                "run",
                Blow.of(fault, 7).drill(),
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
