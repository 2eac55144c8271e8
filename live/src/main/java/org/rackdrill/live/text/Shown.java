package org.rackdrill.live.text;

/** Words of a foreign program as people may be shown them: short, on one line, and unable to command a terminal. */
public final class Shown {
    private static final int LONGEST = 160;

    private Shown() {}

    /** Returns the text without control characters, cut off when it is long. */
    public static String text(String foreign) {
        StringBuilder shown = new StringBuilder();
        String start = foreign.length() > 4 * LONGEST ? foreign.substring(0, 4 * LONGEST) : foreign;
        start.codePoints()
                .map(letter -> Character.isWhitespace(letter) ? ' ' : letter)
                .filter(letter -> !Character.isISOControl(letter) && Character.getType(letter) != Character.FORMAT)
                .forEach(shown::appendCodePoint);
        String one = shown.toString().strip().replaceAll(" +", " ");
        return one.length() > LONGEST ? one.substring(0, LONGEST - 1) + "…" : one;
    }
}
