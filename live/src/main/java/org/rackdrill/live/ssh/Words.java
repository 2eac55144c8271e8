package org.rackdrill.live.ssh;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What others say, made fit to stand in a sentence of ours. */
final class Words {
    private static final int LONGEST = 300;
    // What stands where bytes were no letter.
    private static final int REPLACEMENT = 0xfffd;

    private Words() {}

    /** Returns it on one line, without anything that moves a cursor, and not too long. */
    static String quoted(String text) {
        StringBuilder safe = new StringBuilder();
        text.strip().codePoints().limit(LONGEST).forEach(it -> safe.appendCodePoint(isPlain(it) ? it : '?'));
        return safe.toString();
    }

    /** Returns whether somebody could have written it to be read. */
    static boolean isText(String text) {
        return text.codePoints().allMatch(it -> "\t\r\n".indexOf(it) >= 0 || (isPlain(it) && it != REPLACEMENT));
    }

    static String lower(@Nullable String message) {
        if (message == null || message.isEmpty()) {
            return "no reason given";
        }
        return quoted(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
    }

    /** Returns in our words what the SSH library says most often. */
    static String ofLibrary(@Nullable String message) {
        String said = message == null ? "" : message;
        if (said.contains("Unable to reach a settlement of")) {
            return "we have no algorithm in common (" + said.replaceAll(".*settlement of (\\w+):.*", "$1") + ")";
        }
        if (said.contains("during identification exchange")) {
            return "it hung up before it introduced itself";
        }
        if (said.contains("encountered EOF") || said.contains("onnection reset") || said.contains("ocket closed")) {
            return "it hung up";
        }
        return lower(said);
    }

    private static boolean isPlain(int point) {
        int kind = Character.getType(point);
        return kind != Character.CONTROL
                && kind != Character.FORMAT
                && kind != Character.LINE_SEPARATOR
                && kind != Character.PARAGRAPH_SEPARATOR
                && kind != Character.SURROGATE;
    }
}
