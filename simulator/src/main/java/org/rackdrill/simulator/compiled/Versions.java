package org.rackdrill.simulator.compiled;

import java.util.Set;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Snapshots;
import org.rackdrill.simulator.compiled.CopyPlan.Keeping;

/** How far back in time what is kept of a dataset goes. */
public final class Versions {

    /** Sends snapshots, and deletes nothing on the target when the primary is destroyed. */
    private static final Set<String> SNAPSHOTS = Set.of("syncoid", "zfs-send");

    /** Keeps versions of its own. */
    private static final Set<String> BACKUPS =
            Set.of("pbs", "restic", "borg", "kopia", "hyper-backup", "duplicati", "vzdump");

    private static final Set<String> OFFLINE = Set.of("tape", "optical");

    /** How long a backup tool keeps versions when nobody says. Our estimate: most forget by a schedule. */
    private static final double BACKUP_HOURS = Hours.PER_YEAR;

    private static final double MONTH = Hours.PER_YEAR / 12;
    private static final double WEEK = 7 * Hours.PER_DAY;

    private Versions() {}

    /** Returns the age of the oldest snapshot that is kept; 0 without any. */
    public static double hours(Snapshots kept) {
        double longest = Math.max(kept.hourly(), kept.daily() * Hours.PER_DAY);
        longest = Math.max(longest, kept.weekly() * WEEK);
        longest = Math.max(longest, kept.monthly() * MONTH);
        return Math.max(longest, kept.yearly() * Hours.PER_YEAR);
    }

    /** Returns what a copy keeps beside the last state. */
    public static Keeping of(Copy copy, Snapshots snapshots, boolean keysCanBeLost) {
        double said = copy.keep().map(Hours::of).orElse(0.0);
        boolean sendsSnapshots = SNAPSHOTS.contains(copy.by());
        boolean backup = BACKUPS.contains(copy.by());
        double usual = sendsSnapshots ? hours(snapshots) : backup ? BACKUP_HOURS : 0;
        return new Keeping(
                backup && said > 0 ? said : Math.max(said, usual),
                !sendsSnapshots && !backup && said == 0,
                copy.direction() == Copy.Direction.PULL,
                OFFLINE.contains(copy.media()),
                keysCanBeLost
                        && copy.key().filter(Copy.Key.NOWHERE_ELSE::equals).isPresent());
    }

    /** Returns whether a copy carries the snapshots of the primary along. */
    public static boolean carriesSnapshots(Copy copy) {
        return SNAPSHOTS.contains(copy.by());
    }

    /** Returns whether two jobs carry what they carry in one snapshot: the same tool, target and schedule. */
    static boolean atOnce(Copy one, Copy other) {
        return SNAPSHOTS.contains(one.by())
                && one.by().equals(other.by())
                && one.to().equals(other.to())
                && one.every().equals(other.every());
    }
}
