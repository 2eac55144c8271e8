package org.rackdrill.simulator.capacity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something is reached; what does not happen within fifty years is null.
 *
 * @param years from today; 0 when it already is
 * @param earliestYears at the fast end of what is likely
 * @param latestYears at the slow end
 * @param date the day, as in 2027-03-14
 */
public record Reached(
        @Nullable Double years,
        @Nullable Double earliestYears,
        @Nullable Double latestYears,
        @Nullable String date,
        @Nullable String earliest,
        @Nullable String latest) {

    private static final double FURTHEST_YEARS = 50;
    private static final int DAYS = 365;

    /**
     * Returns when a quantity that grows steadily reaches a bound.
     *
     * @param perYear what is added in a year; where nothing is, it never does
     */
    static Reached when(Drawn now, Drawn perYear, double bound, LocalDate today) {
        Drawn years = now.with(
                perYear, (has, more) -> has >= bound ? 0 : more > 0 ? (bound - has) / more : Double.POSITIVE_INFINITY);
        Double best = within(years.bestGuess());
        Double early = within(Math.min(years.low(), years.bestGuess()));
        Double late = within(Math.max(years.high(), years.bestGuess()));
        return new Reached(best, early, late, day(best, today), day(early, today), day(late, today));
    }

    private static @Nullable Double within(double years) {
        return years <= FURTHEST_YEARS ? years : null;
    }

    private static @Nullable String day(@Nullable Double years, LocalDate today) {
        return years == null ? null : today.plusDays(Math.round(years * DAYS)).toString();
    }
}
