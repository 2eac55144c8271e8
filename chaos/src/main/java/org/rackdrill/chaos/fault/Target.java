package org.rackdrill.chaos.fault;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.rackdrill.model.lab.PoolRef;

/** One thing of a lab, by its name there. Its text reads back as the same target. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Target {

    /** Returns what sort of thing it is. */
    TargetKind kind();

    /** Returns it as a drill file writes it. */
    String text();

    /** What can be started. */
    sealed interface Startable extends Target permits Node, Service {}

    /** What bytes travel over. */
    sealed interface Line extends Target permits Cable, Wan, Vpn {}

    /** What is readable only with a key. */
    sealed interface Locked extends Target permits Pool, Copy {}

    /** A computer. */
    record Node(String name) implements Startable {
        @Override
        public TargetKind kind() {
            return TargetKind.NODE;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** What people use. */
    record Service(String name) implements Startable {
        @Override
        public TargetKind kind() {
            return TargetKind.SERVICE;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** A router, switch or access point. */
    record Box(String name) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.BOX;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /**
     * A network cable.
     *
     * @param from a node or a box
     * @param to the box that {@code from} is plugged into
     */
    record Cable(String from, String to) implements Line {
        @Override
        public TargetKind kind() {
            return TargetKind.CABLE;
        }

        @Override
        public String text() {
            return from + " - " + to;
        }
    }

    /** An internet access. */
    record Wan(String name) implements Line {
        @Override
        public TargetKind kind() {
            return TargetKind.WAN;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** A tunnel between two sites. */
    record Vpn(String name) implements Line {
        @Override
        public TargetKind kind() {
            return TargetKind.VPN;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** An uninterruptible power supply. */
    record Ups(String name) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.UPS;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** The public grid at one site. */
    record Mains(String site) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.MAINS;
        }

        @Override
        public String text() {
            return site;
        }
    }

    /**
     * A disk of a pool.
     *
     * @param number from 1, in the order of the lab file
     */
    record Disk(PoolRef pool, int number) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.DISK;
        }

        @Override
        public String text() {
            return pool + "/" + number;
        }
    }

    /** Disks that live and die together. */
    record Pool(PoolRef at) implements Locked {
        @Override
        public TargetKind kind() {
            return TargetKind.POOL;
        }

        @Override
        public String text() {
            return at.toString();
        }
    }

    /** The data of a service, where it works on them. */
    record Dataset(String service) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.DATASET;
        }

        @Override
        public String text() {
            return service;
        }
    }

    /** A further copy of the data of a service. */
    record Copy(String service, PoolRef at) implements Locked {
        @Override
        public TargetKind kind() {
            return TargetKind.COPY;
        }

        @Override
        public String text() {
            return service + " at " + at;
        }
    }

    /** Nodes that decide by majority. */
    record Cluster(String name) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.CLUSTER;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** A place with everything in it. */
    record Site(String name) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.SITE;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** Two sets of nodes that stop hearing each other; everybody else still hears both. */
    record Border(List<String> these, List<String> those) implements Target {
        public Border {
            these = List.copyOf(these);
            those = List.copyOf(those);
        }

        @Override
        public TargetKind kind() {
            return TargetKind.BORDER;
        }

        @Override
        public String text() {
            return String.join(" and ", these) + " | " + String.join(" and ", those);
        }
    }

    /**
     * Whatever an earlier step has hit: what a drill expects of a thing that luck or a role has chosen.
     *
     * @param step its name
     * @param kind what that step aims at
     */
    record HitBy(String step, TargetKind kind) implements Target {
        @Override
        public String text() {
            return "the target of " + step;
        }
    }
}
