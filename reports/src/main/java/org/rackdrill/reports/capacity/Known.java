package org.rackdrill.reports.capacity;

import java.util.function.DoubleFunction;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.simulator.capacity.Likely;

/** Numbers with their intervals, as people read them. */
final class Known {
    private Known() {}

    /** Returns a number with its interval in brackets; without one when its ends look alike. */
    static String text(Likely number, DoubleFunction<String> words) {
        String low = words.apply(number.low());
        String high = words.apply(number.high());
        String best = words.apply(number.best());
        return low.equals(high) ? best : best + " (" + withoutUnit(low, high) + " to " + high + ")";
    }

    /** Returns a share with its interval. */
    static String share(Likely share) {
        return text(share, Figures::share);
    }

    /** Returns a number in a unit with its interval. */
    static String in(String unit, Likely number) {
        return text(number, value -> Figures.about(value, 3) + "\u00a0" + unit);
    }

    /** A unit that stands at the end need not stand twice. */
    private static String withoutUnit(String low, String high) {
        int unit = low.lastIndexOf('\u00a0');
        return unit > 0 && high.endsWith(low.substring(unit)) ? low.substring(0, unit) : low;
    }
}
