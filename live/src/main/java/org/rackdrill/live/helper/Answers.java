package org.rackdrill.live.helper;

import java.nio.charset.StandardCharsets;
import org.rackdrill.live.host.Reply;

/** What the helper prints, as a reply. */
public final class Answers {
    private static final int LONGEST_WHY = 1200;

    private Answers() {}

    /**
     * Reads an answer.
     *
     * @param host who answered
     * @param step what was asked
     * @param bytes all that came; nothing that begins with one of the three words is no answer at all
     */
    public static Reply read(String host, String step, byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, Reply.LONGEST), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        if (end < 0) {
            return Reply.unknown(host + ": " + step + ": no answer");
        }
        String first = text.substring(0, end);
        if (first.equals("done")) {
            return Reply.done(text.substring(end + 1));
        }
        if (first.startsWith("refused ")) {
            return Reply.refused(host + ": " + step + ": " + clause(first.substring("refused ".length())));
        }
        if (first.startsWith("unknown ")) {
            return Reply.unknown(host + ": " + step + ": " + clause(first.substring("unknown ".length())));
        }
        return Reply.unknown(host + ": " + step + ": the answer is no answer of the helper");
    }

    private static String clause(String why) {
        String printable = why.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > LONGEST_WHY ? printable.substring(0, LONGEST_WHY) : printable;
    }
}
