package org.rackdrill.simulator.capacity;

import org.jspecify.annotations.Nullable;

/**
 * Something that a lab has too little of, or will have.
 *
 * @param kind one of those of {@link Kind}, as results spell it
 * @param subject what is short: a pool, a node, a UPS, a job, a site
 * @param other what belongs to it: the node that is lost, the guest that has no room, the UPS that has failed; or empty
 * @param value how much is asked
 * @param bound how much there is
 * @param when the day; null for what holds today, or whenever something fails
 */
public record Limit(
        String kind,
        String subject,
        String other,
        double value,
        double bound,
        @Nullable Reached when) {

    /** What can be short, in the order in which it hurts: first what does so today. */
    public enum Kind {
        /** Disks cannot do what is asked: {@code value} times what they can. */
        OVERLOAD("overload"),
        /** Guests on a node take more bytes than it has. */
        MEMORY("memory"),
        /** A virtual machine has more cores than its node has threads, and does not start. */
        CORES("cores"),
        /** Guests keep more cores of a node busy than leaves room for peaks: the cores in the mean, and those that it has. */
        CPU("cpu"),
        /** A UPS carries more watts than it may. */
        UPS("ups"),
        /** A socket gives more amperes than it may. */
        OUTLET("outlet"),
        /** The busiest disk of a pool: the utilisation that is exceeded a quarter of the time. */
        BUSY("busy"),
        /** A service misses the latency that it aims at: {@code value} of the time it keeps it, {@code bound} is wanted. */
        SLOW("slow"),
        /** Copies take more hours than they have. */
        WINDOW("window"),
        /** The lab and the household together are more amperes than the breaker bears. */
        BREAKER("breaker"),
        /** What is switched on together when power returns is more amperes than the breaker surely bears. */
        INRUSH("inrush"),
        /** The battery lasts fewer minutes than the shutdown is to begin before its end. */
        BATTERY("battery"),
        /** A pool gets too full: the share that is used and the share of the rule. */
        SPACE("space"),
        /** Copies will take more hours than they have. */
        WINDOW_LATER("window-later"),
        /** A guest of a lost node finds no room: the bytes that it needs and the most that are free. */
        NODE_LOST("node-lost"),
        /** A virtual machine of a lost node has more cores than the node that would start it has threads. */
        CORES_LOST("cores-lost"),
        /** After the loss of a node, guests keep too many cores of another one busy. */
        CPU_LOST("cpu-lost"),
        /** When one UPS fails another one carries more watts than it may. */
        UPS_LOST("ups-lost"),
        /** At full load a UPS carries more watts than it may. */
        UPS_BUSY("ups-busy"),
        /** At full load a socket gives more amperes than it may. */
        OUTLET_BUSY("outlet-busy"),
        /** Disks are saturated at {@code value} times today's load. */
        LOAD("load");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns how results spell it. */
        public String word() {
            return word;
        }
    }

    static Limit now(Kind kind, String subject, String other, double value, double bound) {
        return new Limit(kind.word(), subject, other, value, bound, null);
    }

    static Limit later(Kind kind, String subject, double value, double bound, Reached when) {
        return new Limit(kind.word(), subject, "", value, bound, when);
    }
}
