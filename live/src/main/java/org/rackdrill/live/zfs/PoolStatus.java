package org.rackdrill.live.zfs;

import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.text.Shown;

/**
 * What {@code zpool status} says about one pool. It is never called good unless all of it was read, to its last line.
 *
 * @param status what ZFS complains about, on one line; empty when it does not
 * @param see the address of its explanation; empty when there is none
 * @param vdevs the pool itself and its parts, in order
 * @param errors what it says about lost data
 * @param whole whether everything was there and each part said once
 */
public record PoolStatus(
        String name,
        Health health,
        String status,
        String see,
        Scan scan,
        List<Vdev> vdevs,
        String errors,
        boolean whole) {

    private static final String NO_ERRORS = "No known data errors";

    /** Complaints after which no disk is missing; any other that we do not know is taken for a bad one. */
    private static final List<String> ALL_DISKS_THERE = List.of(
            "Some supported features are not enabled",
            "Some supported and requested features are not enabled",
            "The pool is formatted using a legacy on-disk format",
            "The pool is formatted using an older on-disk format",
            "One or more devices has experienced an unrecoverable error",
            "One or more devices has experienced an error resulting in data corruption",
            "One or more devices are configured to use a non-native block size");

    /** Complaints of a pool that lacks something and works. */
    private static final List<String> STILL_WORKS = List.of(
            "One or more devices has been taken offline",
            "One or more devices has been removed",
            "One or more devices could not be opened. Sufficient replicas exist",
            "One or more devices could not be used because the label is missing or invalid. Sufficient replicas exist",
            "One or more devices are faulted in response to persistent errors. Sufficient replicas exist",
            "One or more devices is currently being resilvered");

    public PoolStatus {
        vdevs = List.copyOf(vdevs);
    }

    /** Returns the pools of an output, as text or JSON, by their name; those that are not in it are not known. */
    public static Map<String, PoolStatus> read(String output) {
        return output.stripLeading().startsWith("{") ? PoolJson.read(output) : new PoolText().read(output);
    }

    /** Returns what the output says about one pool; nothing good when it says nothing. */
    public static PoolStatus read(String output, String pool) {
        return read(output).getOrDefault(pool, unknown(pool));
    }

    private static PoolStatus unknown(String pool) {
        return new PoolStatus(pool, Health.UNKNOWN, "", "", Scan.NONE, List.of(), "", false);
    }

    /** Returns whether all that tries to use it waits for ever. ZFS on FUSE still calls such a pool ONLINE. */
    public boolean suspended() {
        return health == Health.SUSPENDED
                || see.contains("ZFS-8000-HC")
                || see.contains("ZFS-8000-JQ")
                || status.contains("in response to IO failures");
    }

    /** Returns whether it can be read and written. */
    public Truth works() {
        if (suspended()) {
            return Truth.FALSE;
        }
        return switch (health) {
            case ONLINE, DEGRADED ->
                whole && (complainsOf(ALL_DISKS_THERE) || complainsOf(STILL_WORKS)) ? Truth.TRUE : Truth.UNKNOWN;
            case UNKNOWN, AVAIL, INUSE -> Truth.UNKNOWN;
            case FAULTED, OFFLINE, UNAVAIL, REMOVED, SUSPENDED -> Truth.FALSE;
        };
    }

    /** Returns whether every disk is in its place and full of what it should hold. */
    public Truth redundant() {
        boolean missing = vdevs.stream()
                .anyMatch(part -> part.counts() && part.health() != Health.ONLINE && part.health() != Health.UNKNOWN);
        boolean bad = health != Health.ONLINE && health != Health.UNKNOWN;
        if (bad || missing || suspended() || scan.resilvers()) {
            return Truth.FALSE;
        }
        boolean read = whole
                && health == Health.ONLINE
                && scan.known()
                && vdevs.size() > 1
                && vdevs.stream().noneMatch(part -> part.health() == Health.UNKNOWN)
                && complainsOf(ALL_DISKS_THERE);
        return read ? Truth.TRUE : Truth.UNKNOWN;
    }

    /** Returns whether no data are known to be lost. Damage that no scrub has found yet is not seen. */
    public Truth intact() {
        if (errors.startsWith("Permanent errors") || (errors.contains("data errors") && !errors.equals(NO_ERRORS))) {
            return Truth.FALSE;
        }
        // Counters that nobody has cleared, and a scrub that found more than it could mend, contradict a clean end.
        boolean clean = vdevs.stream().limit(1).allMatch(pool -> pool.read() + pool.write() + pool.checksum() == 0)
                && scan.errors().orElse(0) == 0
                && scan.known();
        boolean good = whole && clean && errors.equals(NO_ERRORS) && works() == Truth.TRUE;
        return good ? Truth.TRUE : Truth.UNKNOWN;
    }

    private boolean complainsOf(List<String> known) {
        String words = status.replaceAll("\\s+", " ");
        return status.isEmpty() || known.stream().anyMatch(words::startsWith);
    }

    /** Returns its state in a few words for people. */
    public String words() {
        StringBuilder words = new StringBuilder(suspended() ? "SUSPENDED" : health.name());
        vdevs.stream()
                .filter(part -> part.depth() > 0 && part.counts() && part.health() != Health.ONLINE)
                .limit(3)
                .forEach(part -> words.append(", ")
                        .append(Shown.text(part.name()))
                        .append(' ')
                        .append(part.health()));
        if (scan.resilvers() || scan.scrubs()) {
            words.append(scan.resilvers() ? ", resilvers" : ", scrubs");
        }
        return errors.isEmpty() || errors.equals(NO_ERRORS) ? words.toString() : words + ", data errors";
    }
}
