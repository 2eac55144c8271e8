package org.rackdrill.reports.chart;

/** How wide words in a drawing become, guessed for a wide system font so that a narrow one leaves room. */
final class Lettering {
    private static final double CAPITAL = 0.78;
    private static final double SMALL = 0.64;
    private static final double THIN = 0.36;
    private static final double WIDE = 1.0;

    private Lettering() {}

    /** Returns text cut to what fits into a width. */
    static String fitted(String text, double fontSize, double width) {
        double used = 0;
        int[] letters = text.codePoints().toArray();
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            used += fontSize * width(letters[i]);
            boolean last = i == letters.length - 1;
            if (used > width - (last ? 0 : fontSize * WIDE)) {
                return kept.toString().stripTrailing() + "…";
            }
            kept.appendCodePoint(letters[i]);
        }
        return kept.toString();
    }

    private static double width(int c) {
        if (c > 0x2E80 || c == 'W' || c == 'M' || c == 'm' || c == 'w' || c == '@') {
            return WIDE;
        }
        if ("il.,:;'|!()[] jtfrI".indexOf(c) >= 0) {
            return THIN;
        }
        return Character.isUpperCase(c) || Character.isDigit(c) ? CAPITAL : SMALL;
    }
}
