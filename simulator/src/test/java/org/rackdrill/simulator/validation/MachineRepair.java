package org.rackdrill.simulator.validation;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.process.Scenario;

/** A hundred machines that fail after 4,380 hours in the mean and are whole again after 24; ninety-five are enough. */
final class MachineRepair {

    private static final int MACHINES = 100;
    private static final int ENOUGH = 95;

    private MachineRepair() {}

    static Lab lab() {
        String machines = IntStream.range(0, MACHINES).mapToObj(it -> "m" + it).collect(Collectors.joining(", "));
        return Scenario.of("components:\n"
                        + IntStream.range(0, MACHINES)
                                .mapToObj(it -> "  m%d: {fails: exp(4380 h), repairs: exp(24 h)}\n".formatted(it))
                                .collect(Collectors.joining())
                        + "groups: {enough: {needs: \"%d of [%s]\"}}\n".formatted(ENOUGH, machines)
                        + "services: {work: {needs: [enough]}}\n")
                .lab();
    }
}
