package org.rackdrill.chaos.importing;

import java.util.List;
import org.rackdrill.simulator.ha.Entry;
import org.rackdrill.simulator.ha.HaSetup;
import org.rackdrill.simulator.ha.Injection;
import org.rackdrill.simulator.ha.Physics;

/**
 * A case of the regression tests of Proxmox's HA manager: a cluster, what happens to it, and the log that it left.
 *
 * @param name the name of its directory
 * @param category what it is about, told from its contents
 * @param on the nodes that have power at the beginning, without daemons
 */
record PveHaCase(
        String name,
        Category category,
        Names names,
        HaSetup setup,
        Physics physics,
        List<Integer> on,
        List<List<Injection>> slots,
        List<Line> expected) {

    /**
     * A line of the log.
     *
     * @param number its number in the file, from 1
     * @param text the line as it stands there
     * @param entry what it says; of a kind that says nothing where it was not understood
     * @param understood whether it was
     */
    record Line(int number, String text, Entry entry, boolean understood) {}

    /** What a case is about. */
    enum Category {
        /** The number of services decides, and nothing but failures happens. */
        FAILOVER("fencing, quorum and recovery"),
        /** Starts that fail, guests in error. */
        FAILING_GUESTS("failing guests and locks"),
        /** Groups that become rules. */
        GROUPS("groups"),
        /** Services that belong to nodes. */
        NODE_AFFINITY("node affinity"),
        /** Services that belong together or apart. */
        SERVICE_AFFINITY("resource affinity"),
        /** Nodes compared by configured load. */
        STATIC("static load"),
        /** Nodes compared by load in use. */
        DYNAMIC("dynamic load"),
        /** Nodes emptied on purpose. */
        MAINTENANCE("maintenance"),
        /** Nodes and daemons that go down in good order. */
        SHUTDOWN("shutdown and reboot"),
        /** The stack disarmed. */
        DISARM("disarm"),
        /** The shared filesystem fails. */
        FILESYSTEM("cluster filesystem"),
        /** What people ask for services. */
        SERVICES("service commands"),
        /** Nothing to do. */
        IDLE("idle");

        private final String title;

        Category(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
