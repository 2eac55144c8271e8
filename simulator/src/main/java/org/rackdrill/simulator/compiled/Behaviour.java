package org.rackdrill.simulator.compiled;

/**
 * A physical process that can be left out, to see what it does to the answer. Leaving out is a tool of tests and of
 * {@code docs/physics.md}; people always get them all.
 */
public enum Behaviour {
    /** Outages of the public grid. */
    MAINS_OUTAGES,
    /** Momentary interruptions of the public grid. */
    MAINS_DIPS,
    /** Batteries that run empty. */
    BATTERY_RUNTIME,
    /** Batteries that need time to charge again. */
    BATTERY_RECHARGE,
    /** A UPS that carries more than it can on battery, and drops everything. */
    UPS_OVERLOAD,
    /** A UPS that dies itself. */
    UPS_FAILURES,
    /** The gap in which a UPS takes over, and what it resets. */
    UPS_TRANSFER,
    /** A bypass that carries the load when the UPS itself dies. */
    UPS_BYPASS,
    /** Batteries that hold less from year to year. */
    BATTERY_AGEING,
    /** Batteries that die unseen. */
    BATTERY_DEATH,
    /** Tests that find a battery that is dead or worn. */
    SELF_TESTS,
    /** Nodes that shut down in order before the battery is empty. */
    ORDERED_SHUTDOWN,
    /** Mains that return while nodes are shutting down. */
    POWER_RACE,
    /** Circuit breakers that trip. */
    BREAKER,
    /** Nodes that need a person after they lost power in the middle of their work. */
    HARD_STOPS,
    /** Machines that need time from power to work. */
    BOOT_TIMES,
    /** Failures of power supplies. */
    POWER_SUPPLIES,
    /** Failures of boards, processors and memory. */
    BOARDS,
    /** Failures of boot disks. */
    BOOT_DISKS,
    /** Crashes of hypervisors and NAS systems. */
    CRASHES,
    /** Crashes of guests. */
    GUEST_CRASHES,
    /** Failures of disks in pools. */
    DISK_FAILURES,
    /** Unreadable blocks that nobody sees until a resilver needs them. */
    LATENT_ERRORS,
    /** Scrubs that find unreadable blocks in time. */
    SCRUBS,
    /** Failures and crashes of routers, switches and access points. */
    BOX_FAILURES,
    /** Automatic updates of network boxes. */
    BOX_UPDATES,
    /** Outages and dips of internet accesses. */
    WAN_OUTAGES,
    /** Crashes of tunnels. */
    TUNNELS,
    /** Majority before anything starts. */
    QUORUM,
    /** Watchdogs that reset nodes without quorum. */
    FENCING,
    /** Automatic failover. */
    FAILOVER,
    /** Failover by hand. */
    MANUAL_FAILOVER,
    /** Guests that return to their node. */
    FAILBACK,
    /** Memory that limits where guests fit. */
    MEMORY_LIMITS,
    /** Parts that must be shipped. */
    SHIPPING,
    /** A person who sleeps. */
    SLEEP,
    /** A person who travels. */
    ABSENCE,
    /** Monitoring that is down when it is needed. */
    MONITORING,
    /** Alarms that wake their owner, who then works at night. */
    NIGHT_WORK,
    /** Alarms about what has nothing. */
    FALSE_ALARMS,
    /** Changes on purpose, some of which go wrong. */
    CHANGES,
    /** Replacements in which a healthy disk is pulled. */
    WRONG_DISK,
    /** Encrypted pools that wait for a person or a server after a boot. */
    UNLOCK,
    /** Containers that start anew when they are moved. */
    MIGRATION_RESTARTS,
    /** Updates of nodes. */
    PATCHING,
    /** Storms that take mains and internet of several sites together. */
    STORMS,
    /** Heatwaves in which sites of a region lose mains and internet together. */
    HEATWAVES,
    /** Surges that come in by mains and copper, and kill. */
    SURGES,
    /** Fire and other disasters that destroy a site. */
    DISASTERS,
    /** The time that restoring lost data takes. */
    RESTORE_TIMES,
    /** Datasets that a person deletes by mistake. */
    DELETIONS,
    /** Attacks that encrypt data. */
    RANSOMWARE,
    /** Thieves who take what stands at a site. */
    THEFT,
    /** Keys to encrypted copies that are lost with the primary. */
    LOST_KEYS,
    /** Memory without ECC that writes wrong data. */
    SILENT_CORRUPTION,
    /** Data that belong to the same moment. */
    CONSISTENCY,
    /** Parts that are not new when the study begins. */
    AGEING,
    /** Parts that wear out. */
    WEAR_OUT,
    /** Disks bought together that share their luck. */
    BATCHES,
    /** Controllers and backplanes that take several disks at once. */
    BACKPLANES,
    /** Resilvers that make the disks that they read fail sooner. */
    REBUILD_STRESS,
    /** Scrubs that wait for the end of a resilver. */
    SCRUB_PAUSES,
    /** Components that stand by and age more slowly. */
    STANDBY,
    /** Failures that take several components at once. */
    COMMON_CAUSE,
    /** Automatic failover that stopped working unseen. */
    FAILOVER_COVERAGE,
    /** An ordered shutdown that stopped working unseen. */
    SHUTDOWN_COVERAGE,
    /** Sync jobs that stopped unseen. */
    SYNC_COVERAGE,
    /** Alarms that nobody gets. */
    ALERT_COVERAGE,
    /** Copies that cannot be restored. */
    RESTORE_COVERAGE,
    /** Drills that find protections that stopped working. */
    DRILLS,
    /** The service that runs the jobs, which stand still while it is down. */
    AUTOMATION,
    /** Network drives that do not work again when the machine behind them has restarted. */
    STALE_MOUNTS,
    /** Guests that wait for storage which is away for a moment. */
    FREEZING,
    /** Syncs that take longer than the time between two of them. */
    SLOW_LINKS,
    /** Guests that start together and share their disks. */
    RESTART_STORMS,
    /** Guests that wait for storage which waits for them. */
    COLD_STARTS,
    /** Ceph below its surface: disks, copies that are made again, members that must catch up. */
    CEPH_DISKS,
    /** Resilvers and starts that share the disks with what is asked of them. */
    CONTENTION,
    /** Services that are slower than they aim at. */
    TOO_SLOW
}
