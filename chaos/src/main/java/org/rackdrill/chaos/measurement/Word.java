package org.rackdrill.chaos.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a table.
 *
 * @param column in which it begins, from 1
 */
record Word(String text, int column) {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?:[.,]\\d{1,18})?");

    /** What `zpool` puts behind numbers, each 1,024 of the one before. */
    private static final String UNITS = "BKMGTPEZ";

    static List<Word> of(String line) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start() + 1));
        }
        return words;
    }

    /** Returns the number that it is, whose decimals some languages part with a comma. */
    double number(Lines at) {
        if (!NUMBER.matcher(text).matches()) {
            throw noNumber(at);
        }
        return Double.parseDouble(text.replace(',', '.'));
    }

    /** Returns the number that it is, with a unit or without. */
    double sized(Lines at) {
        int unit = UNITS.indexOf(text.charAt(text.length() - 1));
        return unit < 0
                ? number(at)
                : new Word(text.substring(0, text.length() - 1), column).number(at) * Math.pow(1024, unit);
    }

    /** Returns how many milliseconds it says, with a unit, or in nanoseconds without. */
    double millis(Lines at) {
        String digits = text.replaceFirst("(ns|us|ms|s)$", "");
        double value = new Word(digits, column).number(at);
        return switch (text.substring(digits.length())) {
            case "us" -> value / 1000;
            case "ms" -> value;
            case "s" -> value * 1000;
            default -> value / 1e6;
        };
    }

    private RuntimeException noNumber(Lines at) {
        String shown = text.length() > 30 ? text.substring(0, 30) + "..." : text;
        return at.wrong(column, "`" + shown + "` is no number", "Give the file as the tool wrote it.");
    }
}
