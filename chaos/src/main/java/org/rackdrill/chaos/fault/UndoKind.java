package org.rackdrill.chaos.fault;

/** How what a fault did is taken back. Every way can be gone twice, and from any half-done state, with the same end. */
public enum UndoKind {
    /** Nothing to do: the thing comes back by itself, which is proven all the same. */
    BY_ITSELF("comes back by itself"),
    /** Power is switched on from outside: BMC, outlet or wake-on-LAN. */
    POWER_ON("power is switched on"),
    /** Power is switched off and on from outside, because the thing no longer listens. */
    POWER_CYCLE("power is switched off and on"),
    /** A stopped service is started. */
    START("the service is started"),
    /** A port is switched on again. */
    LINK_UP("the port is switched on"),
    /** What slows, drops or filters packets is removed. */
    CLEAR_NETWORK("the network rules are removed"),
    /** The feed is switched on again, or the power supply told that it is. */
    MAINS_ON("the mains are switched on"),
    /** The power supply's values are those of before. */
    RESTORE_UPS("the UPS tells the truth again"),
    /** The same disk is put back in place and takes the writes that it missed. */
    ONLINE_DISK("the disk is put back and resilvered"),
    /** What delays or fails input and output is removed. */
    CLEAR_INJECTION("the injected errors are removed"),
    /** A scrub heals what was damaged. */
    SCRUB("a scrub heals the blocks"),
    /** What fills the pool is removed. */
    FREE_SPACE("the filler is removed"),
    /** What eats memory or processors is ended. */
    END_LOAD("the load is ended"),
    /** The clock is set right. */
    SET_CLOCK("the clock is set right"),
    /** What was moved aside is moved back. */
    MOVE_BACK("what was moved aside is moved back"),
    /** Everything since a snapshot taken just before is thrown away. */
    ROLL_BACK("rolled back to the snapshot taken just before"),
    /** There is no way back but a restore from a copy, or none at all. */
    IRREVERSIBLE("cannot be undone");

    private final String means;

    UndoKind(String means) {
        this.means = means;
    }

    /** Returns what happens, as a clause. */
    public String means() {
        return means;
    }
}
