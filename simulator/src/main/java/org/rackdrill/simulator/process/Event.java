package org.rackdrill.simulator.process;

/** What can happen at a moment; the subject's meaning stands beside each. */
public enum Event {
    /** Mode, of anything but a component. */
    FAIL,
    /** Mode: it strikes once more than luck deals. */
    STRIKE,
    /** Component. */
    COMPONENT_FAILS,
    /** Nothing: the clock of many components ticks. */
    TICK,
    /** Component: its crew is through. */
    COMPONENT_MENDED,
    /** Mode: the failure has just shown, and whoever watches may raise an alarm. */
    ALARM,
    /** Mode: the operator knows. */
    NOTICED,
    /** Mode: the part has arrived. */
    PART_HERE,
    /** Kind of spare part: the drawer is filled again. */
    RESTOCKED,
    /** Mode: the repair is done. */
    MENDED,
    /** Machine. */
    BOOTED,
    /** Machine: an ordered shutdown is through. */
    HALTED,
    /** UPS: time to shut down in order. */
    BATTERY_LOW,
    /** UPS. */
    BATTERY_EMPTY,
    /** UPS: its battery carries nothing from now on, and nobody sees it. */
    BATTERY_DIES,
    /** UPS: a test shows that its battery is dead or worn. */
    BATTERY_FOUND,
    /** UPS: its nodes have stopped, and it cuts its outlets. */
    OUTLETS_OFF,
    /** UPS: it gives them power again. */
    OUTLETS_ON,
    /** Circuit breaker: it has been too hot for too long. */
    TRIPS,
    /** Circuit breaker: batteries behind it are charged again. */
    CHARGED,
    /** Site: its mains are back after a storm. */
    STORM_PAST,
    /** Internet access: back after a storm. */
    LINE_MENDED,
    /** Mode: the tunnel that crashed has restarted. */
    TUNNEL_UP,
    /** Guest. */
    GUEST_UP,
    /** Guest: its turn in the start order has come. */
    GUEST_STARTS,
    /** Disks: the first of the guests that start from them may be through. */
    STARTS_THROUGH,
    /** Node: its guests start elsewhere. */
    RECOVER,
    /** Node: no quorum for too long. */
    WATCHDOG,
    /** Node: no quorum for too long, and nobody resets it. */
    NO_MAJORITY,
    /** Node: it hangs, and its watchdog has had enough. */
    FENCED,
    /** Node: its manager starts guests again. */
    RESUME,
    /** Node: its guests come home. */
    FAILBACK,
    /** Guest: a person brings it home. */
    BRING_HOME,
    /** Node: time for updates. */
    PATCH,
    /** Number of the automatic update. */
    UPDATE,
    /** Disk. */
    RESILVERED,
    /** Controller: its disks hold what was written without them. */
    CAUGHT_UP,
    /** Pool: what was lost is assessed once everything that the blow hit is known. */
    ASSESS,
    /** Pool: rebuilt and restored. */
    POOL_BACK,
    /** Dataset: its service finds that they are gone. */
    FINDS_NOTHING,
    /** Mode: somebody misses files that were deleted. */
    MISSED,
    /** Mode: an attack is seen. */
    SEEN,
    /** Dataset: restored. */
    DATA_BACK,
    /** Disk: the copies that were on it exist elsewhere, or on the new one. */
    CEPH_REFILLED,
    /** Ceph and member: fresh copies again. */
    CEPH_CAUGHT_UP,
    /** Ceph: what vanished is taken for gone. */
    CEPH_GRACE_OVER,
    /** Ceph: made anew after a loss, it takes back what the copies hold. */
    CEPH_RESTORES,
    /** Ceph: it has done so. */
    CEPH_RESTORED,
    /** Number of what may be too slow: its disks begin to be scrubbed. */
    SCRUB_BEGINS,
    /** Number of what may be too slow: they are through. */
    SCRUB_ENDS,
    /** Number of what may be too slow: another hour of the week. */
    SLOW_HOUR,
    /** Kind of protection: it is rehearsed. */
    DRILL,
    /** Nothing: something is changed on purpose. */
    CHANGE,
    /** Nothing: an alarm about what has nothing. */
    FALSE_ALARM,
    /** Nothing: look how old the copies are. */
    LOOK;

    private static final Event[] ALL = values();

    /** Whether luck or a schedule of years brings it, and not what has just happened. */
    boolean ambient() {
        return switch (this) {
            case FAIL,
                    COMPONENT_FAILS,
                    TICK,
                    BATTERY_DIES,
                    DRILL,
                    CHANGE,
                    FALSE_ALARM,
                    PATCH,
                    UPDATE,
                    LOOK,
                    SCRUB_BEGINS -> true;
            default -> false;
        };
    }

    static Event of(int number) {
        return ALL[number];
    }
}
