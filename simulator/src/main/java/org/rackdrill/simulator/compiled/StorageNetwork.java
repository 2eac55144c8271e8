package org.rackdrill.simulator.compiled;

/**
 * What stands between guests and their storage.
 *
 * @param mounts by guest
 * @param boots how guests that start share their disks
 * @param ceph every Ceph there is
 * @param cephOfData for each dataset the Ceph that it lies on, or -1
 * @param starts by guest, what it waits for after everything was off
 * @param slow the pools on which some service is too slow at times
 * @param freezes whether guests wait for storage that is away for a moment, rather than stop
 * @param slowLinks whether a sync that takes longer than its interval delays the next one
 */
public record StorageNetwork(
        MountPlan[] mounts,
        BootPlan boots,
        CephPlan[] ceph,
        int[] cephOfData,
        StartPlan[] starts,
        SlowPlan[] slow,
        boolean freezes,
        boolean slowLinks) {}
