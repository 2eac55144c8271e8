package org.rackdrill.reports.page;

import java.util.List;

/** Names that somebody chose, made fit to stand inside a sentence. */
public final class Named {
    private static final int LONGEST = 40;
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private Named() {}

    /** Returns a name without characters that no one sees: those that control a terminal or the direction of text. */
    public static String visible(String chosen) {
        StringBuilder visible = new StringBuilder(chosen.length());
        chosen.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> !Character.isISOControl(c) && !isTurning(c))
                .forEach(visible::appendCodePoint);
        return visible.toString().strip();
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }

    private static boolean isTurning(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }

    /** Returns a name, cut to forty characters, that cannot turn around the direction of the words beside it. */
    public static String inSentence(String chosen) {
        return inSentence(chosen, LONGEST);
    }

    /** Returns a text with names in it, cut to so many characters, that cannot turn around the words beside it. */
    public static String inSentence(String chosen, int longest) {
        String name = Spoken.shortened(visible(chosen), longest);
        if (name.isEmpty()) {
            return "(unnamed)";
        }
        boolean mayTurn = name.codePoints().anyMatch(Named::isRightToLeft);
        return mayTurn ? ISOLATE + name + END_OF_ISOLATE : name;
    }

    /** Returns names as a sentence lists them, at most so many, the others counted. */
    public static String list(List<String> chosen, int most) {
        List<String> names = chosen.stream().map(Named::inSentence).toList();
        if (names.size() <= most) {
            return Spoken.list(names);
        }
        return String.join(", ", names.subList(0, most)) + " and " + Spoken.count(names.size() - most) + " more";
    }
}
