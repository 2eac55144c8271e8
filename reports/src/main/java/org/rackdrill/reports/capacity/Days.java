package org.rackdrill.reports.capacity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.capacity.Reached;

/** When something is reached, as a person would say it: no finer than it is known. */
final class Days {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final double FAR_YEARS = 4;

    private Days() {}

    /** Returns such as {@code in March 2028 (June 2027 to 2031)}, {@code today}, or {@code not within 50 years}. */
    static String text(Reached when) {
        Double years = when.years();
        String date = when.date();
        if (years == null || date == null) {
            return "not within 50 years"
                    + (when.earliest() == null
                            ? ""
                            : " (" + day(when.earliestYears(), when.earliest()) + " at the earliest)");
        }
        if (years == 0) {
            return "today";
        }
        String best = day(years, date);
        String early = day(when.earliestYears(), when.earliest());
        String late = day(when.latestYears(), when.latest());
        return "in " + best + (early.equals(late) ? "" : " (" + early + " to " + late + ")");
    }

    /** Returns the best guess alone. */
    static String brief(Reached when) {
        Double years = when.years();
        return years == null ? "not within 50 years" : years == 0 ? "today" : day(years, when.date());
    }

    private static String day(@Nullable Double years, @Nullable String date) {
        if (years == null || date == null) {
            return "never";
        }
        if (years == 0) {
            return "today";
        }
        LocalDate day = LocalDate.parse(date);
        return years > FAR_YEARS ? String.valueOf(day.getYear()) : MONTH.format(day);
    }
}
