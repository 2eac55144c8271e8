package org.rackdrill.reports.chart;

import java.util.List;

/**
 * An hour of a simulated year, which has 365 days.
 *
 * @param month from 0
 * @param dayOfMonth from 1
 * @param hour from 0 to 24
 */
public record Day(int month, int dayOfMonth, double hour) {
    private static final List<Integer> LENGTHS = List.of(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
    private static final List<String> NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** Returns when that many hours of a year are over. */
    public static Day of(double hourOfYear) {
        int day = Math.max(0, Math.min(364, (int) (hourOfYear / 24)));
        Day midnight = ofYear(day);
        return new Day(midnight.month, midnight.dayOfMonth, Math.max(0, Math.min(24, hourOfYear - day * 24.0)));
    }

    /** Returns the first hour of a day, counted from 0. */
    static Day ofYear(int dayOfYear) {
        int day = dayOfYear;
        int month = 0;
        while (month < 11 && day >= LENGTHS.get(month)) {
            day -= LENGTHS.get(month);
            month++;
        }
        return new Day(month, day + 1, 0);
    }

    static int lengthOf(int month) {
        return LENGTHS.get(month);
    }

    static String monthName(int month) {
        return NAMES.get(month);
    }

    /** Returns such as {@code 14 Mar 19:20}. */
    public String text() {
        int minutes = Math.min(24 * 60 - 1, (int) Math.floor(hour * 60));
        return dayOfMonth + " " + NAMES.get(month) + " " + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
