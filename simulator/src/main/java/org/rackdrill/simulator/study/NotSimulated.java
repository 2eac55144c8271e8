package org.rackdrill.simulator.study;

import java.util.List;

/** What a lab has and the simulator leaves out, in words for the report. */
final class NotSimulated {

    private NotSimulated() {}

    static List<String> inAnyLab() {
        return List.of("disks so busy that a service is slow");
    }
}
