package org.rackdrill.reports;

import org.rackdrill.reports.page.Named;

/** Text in a terminal, where a letter may be as wide as two and a name must not steer the screen. */
final class Columns {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Columns() {}

    /** Returns text that holds no control characters and ordinary spaces only. */
    static String plain(String text) {
        return Named.visible(text).replace('\u00a0', ' ');
    }

    /** Returns how many columns text takes; at least as many as any terminal gives it. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    /** Returns text of exactly that width: cut with an ellipsis, or filled with spaces on the right. */
    static String fitted(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(width - width(cut));
    }

    /** Returns text of at most that width, cut with an ellipsis. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int c : text.codePoints().toArray()) {
            used += width(c);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + "…";
    }

    private static int width(int c) {
        int type = Character.getType(c);
        boolean combining = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        if (combining || c == ZERO_WIDTH_JOINER || (c >= 0xFE00 && c <= 0xFE0F)) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** East Asian and emoji blocks, roughly: too wide is harmless, too narrow would break the line. */
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F000 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
