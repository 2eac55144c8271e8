package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;

/** What a lab has and the simulator leaves out, in words for the report. */
final class NotSimulated {

    private NotSimulated() {}

    static List<String> in(Lab lab) {
        List<String> missing = new ArrayList<>();
        missing.add("disks so busy that a service is slow");
        if (lab.clusters().stream().map(Cluster::ceph).anyMatch(ceph -> ceph.isPresent())) {
            missing.add("the loss of a whole Ceph cluster, and its recovery traffic");
        }
        return missing;
    }
}
