package org.rackdrill.chaos.check;

import java.util.Locale;

/** What every world refuses, unless the drill names it under {@code accepts}. */
public enum Danger {
    /** The fault takes away the last redundancy of something: one more failure and it is down or lost. */
    LAST_REDUNDANCY("one more failure and it is down or lost"),
    /** A cluster loses its majority. */
    QUORUM_LOSS("a cluster loses its majority"),
    /** Data are lost that no copy holds, or that only a restore brings back. */
    DATA_LOSS("data are lost, or come back only by a restore"),
    /** What runs the drill, or watches it, is hit itself. */
    HARNESS_IN_RADIUS("what runs or watches the drill is hit itself"),
    /** The drill names a {@code blast-radius}, and something else goes down too. */
    BEYOND_RADIUS("more is hit than the blast radius names"),
    /** Another drill is running. */
    OTHER_DRILL("another drill is running"),
    /** A scrub or a resilver is running. */
    SCRUB_RUNNING("a scrub or a resilver is running"),
    /** A UPS is not fully charged. */
    UPS_NOT_FULL("a UPS is not fully charged");

    private final String means;

    Danger(String means) {
        this.means = means;
    }

    /** Returns its word in drill files, such as {@code last-redundancy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it is, as a clause. */
    public String means() {
        return means;
    }
}
