package org.rackdrill.simulator.study;

import java.util.List;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.Contending;

/** What a lab has and the simulator leaves out, in words for the report. */
final class NotSimulated {

    private NotSimulated() {}

    /**
     * Returns what is left out of a lab.
     *
     * @param contending who finds out when services are too slow, which then count as down
     */
    static List<String> in(Lab lab, Contending contending) {
        boolean aims = lab.services().stream()
                .anyMatch(service -> service.demand().latency().isPresent());
        return List.of(
                aims && contending != Contending.NOBODY
                        ? "disks so busy that a service without a `latency` is slow"
                        : "disks so busy that a service is slow");
    }
}
