package org.rackdrill.model.reading;

import java.util.Locale;
import org.rackdrill.model.catalogue.SettingReader;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Share;

/** What is assumed where a lab file is silent and no catalogue entry speaks. */
final class Fallbacks {

    static final String SLO = "99.9%";
    static final String USED = "50% (30% - 80%)";
    static final String ELECTRICITY = "0.32 AUD/kWh";
    static final double OUTLET_VOLTS = 230;
    static final double OUTLET_AMPS = 10;
    static final int BOOT_ORDER = 10;
    static final int PRIORITY = 10;
    static final int START_ORDER = 10;
    static final int CEPH_SIZE = 3;
    static final int CEPH_MIN_SIZE = 2;
    static final String CEPH_POOL = "osd";
    static final double CEPH_NETWORK = 125e6;
    static final String CEPH_RECOVERY = "usually 20 min, sometimes 4 h (x0.4 - x2.5)";

    /** Twice SBD's {@code SBD_WATCHDOG_TIMEOUT} of 5 s (sbd(8)): the advice for {@code stonith-watchdog-timeout}. */
    static final String RESET_BY_WATCHDOG = "10 s";

    /** A power switch answers in a second, a management controller needs many. Our estimate. */
    static final String FENCED_BY_DEVICE = "usually 3 s, sometimes 15 s (x0.4 - x2.5)";

    /** An election, probes and the plan. Our estimate. */
    static final String DECIDES_IN = "2 s";

    /** It is part of what was decided above. */
    static final String JOINS = "0 s";

    /** {@code dc-deadtime}, pacemaker-controld(7). */
    static final String WAITS_FOR_OTHERS = "20 s";

    static final String CRASH_NOTICED = "0 s";
    static final String NOTICES_AFTER = "usually 10 min, sometimes 2 h (x0.4 - x2.5)";
    static final String NOTICES_WITHOUT = "usually 3 h, sometimes 1 d (x0.4 - x2.5)";
    static final String ASLEEP = "22:00-07:00";
    static final String AWAY = "3 weeks/y";
    static final String TRIP_LASTS = "1 week (x0.4 - x2)";
    static final String HANDS_ON = "usually 40 min, sometimes 3 h (x0.5 - x2)";
    static final String SOFTWARE = "usually 15 min, sometimes 1 h (x0.5 - x2)";
    /** Of one watched service, with one check a minute and no retry. Our estimate: people report from daily to never. */
    static final String FALSE_ALARMS = "about every 1 y (2 months - 5 y)";

    /**
     * Kishani, Eftekhari and Asadi, Evaluating Impact of Human Errors on the Availability of Data Storage Systems, DATE
     * 2017, quote 0.1 % to 10 % for trained people with checklists.
     */
    static final String WRONG_DISK = "1% (0.1% - 10%)";

    static final String TRAVEL = "usually 1 h, sometimes 3 h (x0.4 - x2.5)";
    static final String CHANGES_EVERY = "about every 1 month (1 week - 4 months)";
    static final String CHANGES_GO_WRONG = "2% (0.5% - 6%)";
    static final String PATCH_EVERY = "1 month";
    static final String DELETE_DATASET = "about every 4 y (1.5 y - 12 y)";
    static final String FIRE = "about every 3000 y (1000 y - 10000 y)";

    /** 2.1 % of Australian households were broken into in 2023-24 (ABS); one in a dozen losing its rack is our guess. */
    static final String THEFT = "about every 600 y (200 y - 2000 y)";

    static final String SURGE = "about every 15 y (6 y - 40 y)";
    static final String RANSOMWARE = "about every 40 y (12 y - 120 y)";
    static final String SURGE_KILLS = "5% (1% - 15%)";
    static final String POWER_CYCLE = "60% (30% - 90%)";

    private static final String ASSUMED = "assumed where the lab file is silent";

    private Fallbacks() {}

    /**
     * Corosync's {@code token} of 3 s, {@code token_coefficient} of 0.65 s for each member beyond two, and {@code
     * consensus} of 1.2 tokens: corosync.conf(5) since 3.1.
     */
    static String lossNoticed(int members) {
        double seconds = (3 + 0.65 * Math.max(0, members - 2)) * 2.2;
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static Origin origin() {
        return Explaining.fallback(ASSUMED);
    }

    static Setting<Life> life(String text) {
        return SettingReader.parse(ValueText.LIFE, text, origin());
    }

    static Setting<Share> share(String text) {
        return SettingReader.parse(ValueText.SHARE, text, origin());
    }
}
