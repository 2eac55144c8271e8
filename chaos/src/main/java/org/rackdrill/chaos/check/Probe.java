package org.rackdrill.chaos.check;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.quantity.Share;

/** A question about the lab that is answered with true, false or unknown at any moment. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Probe {

    /** Returns what it looks at. */
    Target of();

    /** Returns it as a drill file writes it. */
    String text();

    /** A node, service, box, line or UPS works. For a service: everybody who should reach it does. */
    record Up(Target of) implements Probe {
        @Override
        public String text() {
            return "up: " + of.text();
        }
    }

    /**
     * A service answers fast enough.
     *
     * @param within the longest time to an answer
     */
    record Answers(Target.Service of, Duration within) implements Probe {
        @Override
        public String text() {
            return "answers: " + of.text();
        }
    }

    /**
     * A service runs on this node.
     *
     * @param on the node's name
     */
    record RunsOn(Target.Service of, String on) implements Probe {
        @Override
        public String text() {
            return "runs: " + of.text();
        }
    }

    /** A service does not run on more nodes than it should: never twice on the same data. */
    record RunsOnce(Target.Service of) implements Probe {
        @Override
        public String text() {
            return "runs-once: " + of.text();
        }
    }

    /** A cluster has the majority that it needs. */
    record Quorate(Target.Cluster of) implements Probe {
        @Override
        public String text() {
            return "quorate: " + of.text();
        }
    }

    /** A pool, a cluster, a service or the Ceph of a cluster has all of the redundancy that it was built with. */
    record Redundant(Target of) implements Probe {
        @Override
        public String text() {
            return "redundant: " + of.text();
        }
    }

    /**
     * A pool is not too full.
     *
     * @param atMost of its capacity
     */
    record Used(Target.Pool of, Share atMost) implements Probe {
        @Override
        public String text() {
            return "used: " + of.text();
        }
    }

    /**
     * A copy is recent.
     *
     * @param within the greatest age of the newest state that could be restored
     */
    record Fresh(Target.Copy of, Duration within) implements Probe {
        @Override
        public String text() {
            return "fresh: " + of.text();
        }
    }

    /** The data are whole and readable: neither deleted nor encrypted nor locked. */
    record Intact(Target of) implements Probe {
        @Override
        public String text() {
            return "intact: " + of.text();
        }
    }

    /** A UPS runs on mains. */
    record OnMains(Target.Ups of) implements Probe {
        @Override
        public String text() {
            return "on-mains: " + of.text();
        }
    }

    /**
     * A UPS is charged enough.
     *
     * @param atLeast of a full charge
     */
    record Charged(Target.Ups of, Share atLeast) implements Probe {
        @Override
        public String text() {
            return "charged: " + of.text();
        }
    }

    /**
     * A node reaches another node over the network.
     *
     * @param to the other node's name
     */
    record Reaches(Target.Node of, String to) implements Probe {
        @Override
        public String text() {
            return "reaches: " + of.text();
        }
    }

    /**
     * A node's clock is right.
     *
     * @param within how far it may be off
     */
    record ClockRight(Target.Node of, Duration within) implements Probe {
        @Override
        public String text() {
            return "clock: " + of.text();
        }
    }

    /**
     * A node has memory left.
     *
     * @param atLeast of its memory
     */
    record MemoryFree(Target.Node of, Share atLeast) implements Probe {
        @Override
        public String text() {
            return "memory-free: " + of.text();
        }
    }

    /** The alarm about something is silent. */
    record NoAlarm(Target of) implements Probe {
        @Override
        public String text() {
            return "no-alarm: " + of.text();
        }
    }
}
