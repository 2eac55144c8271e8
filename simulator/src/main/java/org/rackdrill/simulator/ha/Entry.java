package org.rackdrill.simulator.ha;

/**
 * A line of the log, by meaning instead of by words.
 *
 * @param at seconds, on the clock of whoever speaks
 * @param voice who speaks
 * @param speaker the node of the daemon that speaks, or -1
 * @param kind what is said
 * @param service the service that it is about, or -1
 * @param node the node that it is about, or -1
 * @param target the other node that it is about, or -1
 * @param detail what else matters, or empty
 */
public record Entry(long at, Voice voice, int speaker, Kind kind, int service, int node, int target, String detail) {

    /** Who writes a line. */
    public enum Voice {
        /** The cluster resource manager of a node. */
        CRM,
        /** The agent of a node. */
        LRM,
        /** The schedule. */
        SCHEDULE,
        /** The machine room. */
        HARDWARE,
        /** A watchdog that ran out. */
        WATCHDOG,
        /** The reboot of a node. */
        REBOOT,
        /** The shutdown of a node. */
        SHUTDOWN,
        /** The loop around all daemons. */
        LOOP
    }

    /** Returns the same line at another time. */
    public Entry at(long time) {
        return new Entry(time, voice, speaker, kind, service, node, target, detail);
    }
}
