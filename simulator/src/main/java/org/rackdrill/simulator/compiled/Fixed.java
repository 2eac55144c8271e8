package org.rackdrill.simulator.compiled;

import java.util.Locale;
import org.rackdrill.model.quantity.Scale;

/**
 * Times that are built in: nothing in a lab file changes them and no range is drawn for them, since little depends on
 * them. All are our estimates.
 */
public enum Fixed {
    BOOT_STEP(1.0 / 60, "between two steps of the boot order, which a power strip or the firmware keeps"),
    START_STEP(15.0 / 3600, "between two steps of the start order of guests"),
    SITE_REBUILT(30 * 24, "median until a burnt or robbed site has machines again, sometimes three times as long"),
    FAILOVER_DRILL(1, "at the keyboard for a drill of failover"),
    UPS_DRILL(1, "at the keyboard for a drill of the UPS"),
    SYNC_DRILL(0.1, "at the keyboard for a look whether syncs work"),
    ALERTS_DRILL(0.1, "at the keyboard for a test of the alarms"),
    RESTORE_DRILL(1.5, "at the keyboard for a restore on trial"),
    FALSE_ALARM(0.1, "looking at an alarm that is about nothing"),
    CHANGE(0.5, "at the keyboard for a change on purpose"),
    ROLLBACK(1.0 / 6, "a rollback to a local snapshot"),
    UNSCRUBBED(2 * Hours.PER_YEAR, "until an unreadable block is come across where nobody scrubs");

    private final double hours;
    private final String means;

    Fixed(double hours, String means) {
        this.hours = hours;
        this.means = means;
    }

    /** Returns the time in hours. */
    public double hours() {
        return hours;
    }

    /** Returns what it is, in words. */
    public String means() {
        return means;
    }

    /** Returns its name as {@code explain} prints it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the time as people write it. */
    public String text() {
        return Scale.TIME.about(hours);
    }
}
