package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;

/** What a lab has and the simulator leaves out, in words for the report. */
final class NotSimulated {

    private NotSimulated() {}

    static List<String> in(Lab lab) {
        List<String> missing = new ArrayList<>();
        missing.add("changes that go wrong");
        missing.add("disks so busy that a service is slow");
        if (lab.nodes().stream().flatMap(node -> node.pools().stream()).anyMatch(Pool::encrypted)) {
            missing.add("encrypted pools that wait for a person with the key after every boot");
        }
        if (lab.clusters().stream().map(Cluster::ceph).anyMatch(ceph -> ceph.isPresent())) {
            missing.add("the loss of a whole Ceph cluster, and its recovery traffic");
        }
        if (lab.nodes().stream().map(Node::unlock).anyMatch(unlock -> unlock == Node.Unlock.NETWORK)) {
            missing.add("a key server that is down when a node boots");
        }
        return missing;
    }
}
