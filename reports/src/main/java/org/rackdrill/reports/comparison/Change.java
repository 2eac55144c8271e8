package org.rackdrill.reports.comparison;

import org.rackdrill.reports.page.Hours;
import org.rackdrill.simulator.study.Comparison.Difference;
import org.rackdrill.simulator.study.Results.Gain;

/** How sure it is that a lab is down less than another; never more than the interval says. From best to worst. */
public enum Change {
    LESS("✓", "less", "ok"),
    PROBABLY_LESS("?", "probably less", "maybe"),
    SAME("=", "the same", "soft"),
    PROBABLY_MORE("?", "probably more", "maybe"),
    MORE("✗", "more", "no");

    private final String mark;
    private final String word;
    private final String cssClass;

    Change(String mark, String word, String cssClass) {
        this.mark = mark;
        this.word = word;
        this.cssClass = cssClass;
    }

    /** Returns how a difference of downtime is to be read. */
    public static Change of(Difference difference) {
        Gain hours = difference.hoursPerYear();
        if (hours.high() < 0) {
            return LESS;
        }
        if (hours.low() > 0) {
            return MORE;
        }
        if (hours.hoursPerYear() == 0) {
            return SAME;
        }
        return hours.hoursPerYear() < 0 ? PROBABLY_LESS : PROBABLY_MORE;
    }

    /** Returns such as {@code ✓ 18 h less (15 to 20)}. */
    public static String text(Difference difference) {
        Change change = of(difference);
        Gain hours = difference.hoursPerYear();
        if (change == SAME) {
            return words(difference);
        }
        boolean less = hours.hoursPerYear() < 0;
        double low = less ? -hours.high() : hours.low();
        double high = less ? -hours.low() : hours.high();
        return change.mark + " " + change.word + ": " + Hours.withRange(Math.abs(hours.hoursPerYear()), low, high);
    }

    /** Returns such as {@code ✓ less}. */
    public static String words(Difference difference) {
        Change change = of(difference);
        return change.mark + " " + change.word;
    }

    /** Returns the class of the colour. */
    public String cssClass() {
        return cssClass;
    }
}
