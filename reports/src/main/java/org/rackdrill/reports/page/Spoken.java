package org.rackdrill.reports.page;

import java.util.List;

/** Counts, lists and chances in words. */
public final class Spoken {
    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final String ONE_IN = "1" + Figures.NARROW + "in" + Figures.NARROW;

    private Spoken() {}

    /** Returns a count: in words up to twelve. */
    public static String count(int n) {
        return n >= 0 && n < NUMBERS.size() ? NUMBERS.get(n) : Figures.whole(n);
    }

    /** Returns a count and the thing counted, such as {@code three evenings}. */
    public static String count(int n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** Returns how often: {@code once}, {@code twice}, {@code five times}. */
    public static String times(int n) {
        return n == 1 ? "once" : n == 2 ? "twice" : count(n) + " times";
    }

    /** Returns text that starts with a capital. */
    public static String capital(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(text, Character.charCount(first), text.length())
                .toString();
    }

    /** Returns items as a sentence lists them: {@code a, b and c}. */
    public static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** Returns a chance as {@code 1 in 480}, or {@code 45 in 100} when it is likely. */
    public static String chance(double probability) {
        return chance(probability, 2);
    }

    /** Returns a chance of which so many digits are known. */
    public static String chance(double probability, int digits) {
        if (Double.isNaN(probability)) {
            return "unknown";
        }
        if (probability <= 0) {
            return "never seen";
        }
        if (probability >= 0.095) {
            return Figures.fixed(Math.min(1, probability) * 100, 0) + Figures.NARROW + "in" + Figures.NARROW + "100";
        }
        double cases = 1 / probability;
        if (cases >= 1e9) {
            return "less than 1 in a billion";
        }
        String millions = Figures.about(cases / 1e6, digits);
        if (millions.equals("1")) {
            return ONE_IN + "a" + Figures.NARROW + "million";
        }
        return ONE_IN + (cases >= 1e6 ? millions + Figures.NARROW + "million" : Figures.about(cases, digits));
    }

    /** Returns a chance rounded as its interval allows: one digit when the ends are further apart than a factor of two. */
    public static String chance(double probability, double low, double high) {
        return chance(probability, high > 2 * low ? 1 : 2);
    }

    /** Returns a chance within ten years as a number of homes, rounded as its interval allows. */
    public static String homes(double probability, double low, double high) {
        int digits = high > 2 * low ? 1 : 2;
        if (!(probability > 0)) {
            return "No simulated home like this lost it.";
        }
        if (probability >= 0.095) {
            return "Of 100 homes like this, " + Figures.fixed(Math.min(1, probability) * 100, 0) + " lose it.";
        }
        if (probability < 1e-6) {
            return "Of a million homes like this, fewer than one loses it.";
        }
        return "Of " + Figures.about(1 / probability, digits) + " homes like this, one loses it.";
    }

    /** Returns how often something happens: {@code about 3 times a year}, {@code once in 12 years}. */
    public static String often(double timesPerYear) {
        if (!(timesPerYear > 0)) {
            return "never seen";
        }
        if (timesPerYear >= 1.5) {
            return "about " + Figures.about(timesPerYear, 1) + " times a year";
        }
        if (timesPerYear >= 0.7) {
            return "about once a year";
        }
        double years = 1 / timesPerYear;
        return "once in " + Figures.about(years, years >= 10 && years < 20 ? 2 : 1) + " years";
    }

    /** Returns a number of years: {@code five years}, {@code 18 months}. */
    public static String years(double years) {
        if (years > 0 && years < 2 && years != Math.rint(years)) {
            return count((int) Math.max(1, Math.round(years * 12)), "month", "months");
        }
        if (years == Math.rint(years)) {
            return count((int) years, "year", "years");
        }
        return Figures.about(years) + " years";
    }

    /** Returns text cut to so many characters, with an ellipsis for what is missing. */
    public static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
    }
}
