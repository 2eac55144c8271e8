package org.rackdrill.model.lab;

/**
 * What stands between a failure and its harm, and can itself fail unseen until a demand, an alarm or a drill shows it.
 */
public enum Protection {
    /** A cluster starts a guest elsewhere; each guest of its own. */
    FAILOVER("failover"),
    /** Nodes shut down in order before a battery is empty; each UPS of its own. */
    UPS("ordered shutdown"),
    /** A job brings a copy up to date; each copy of its own. */
    SYNC("sync jobs"),
    /** Monitoring tells its owner. */
    ALERTS("alarms"),
    /** A copy can be restored; each copy of its own. */
    RESTORE("restores");

    private final String label;

    Protection(String label) {
        this.label = label;
    }

    /** Returns what a person would call it. */
    public String label() {
        return label;
    }
}
