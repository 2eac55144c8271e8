package org.rackdrill.reports.page;

/** Durations in the unit that a person would choose for them. */
public enum Hours {
    SECONDS(3600, "s"),
    MINUTES(60, "min"),
    HOURS(1, "h"),
    DAYS(1 / 24.0, "days");

    private final double inOneHour;
    private final String unit;

    Hours(double inOneHour, String unit) {
        this.inOneHour = inOneHour;
        this.unit = unit;
    }

    /** Returns the unit for durations of about that many hours. */
    public static Hours unitFor(double hours) {
        double size = Math.abs(hours);
        if (size >= 200) {
            return DAYS;
        }
        if (size >= 1) {
            return HOURS;
        }
        return size == 0 || size >= 1 / 60.0 ? MINUTES : SECONDS;
    }

    /** Returns a duration whose interval nobody gave. */
    public static String text(double hours) {
        return text(hours, 2);
    }

    /** Returns a duration with at most so many significant digits. */
    public static String text(double hours, int digits) {
        Hours unit = unitFor(hours);
        return unit.label(Figures.about(unit.in(hours), unit.in(Math.abs(hours)) >= 100 ? 3 : digits));
    }

    /** Returns a duration as finely as its interval allows, without the interval. */
    public static String text(double hours, double low, double high) {
        Hours unit = unitFor(hours);
        return unit.label(unit.number(hours, low, high));
    }

    /** Returns an interval of durations, such as {@code 1.1 to 3.4 h}. */
    public static String range(double low, double high) {
        Hours unit = unitFor(Math.max(Math.abs(low), Math.abs(high)));
        return unit.number(low, low, high) + " to " + unit.label(unit.number(high, low, high));
    }

    /** Returns a duration and its interval, such as {@code 1.9 h (1.1 to 3.4)}; no interval when its ends look alike. */
    public static String withRange(double hours, double low, double high) {
        Hours unit = unitFor(Math.max(Math.abs(hours), Math.abs(high)));
        String from = unit.number(low, low, high);
        String to = unit.number(high, low, high);
        return unit.label(unit.number(hours, low, high)) + (from.equals(to) ? "" : " (" + from + " to " + to + ")");
    }

    /** Returns a number of hours in this unit. */
    public double in(double hours) {
        return hours * inOneHour;
    }

    /** Returns what this unit is called. */
    public String unit() {
        return unit;
    }

    private String label(String number) {
        return number + Figures.NARROW + (this == DAYS && number.equals("1") ? "day" : unit);
    }

    private String number(double hours, double low, double high) {
        int allowed = Figures.decimals(in(low), in(high));
        int useful = Figures.decimalsFor(in(hours), in(Math.abs(hours)) >= 100 ? 3 : 2);
        return Figures.fixed(in(hours), Math.max(0, Math.min(allowed, useful)));
    }
}
