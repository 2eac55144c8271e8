package org.rackdrill.live.ssh;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.live.host.Reply;

/**
 * What the helper on a host answered, if it was the helper. What certainly came from something that stood in its way
 * means that nothing was done; what could have come from anything means that nobody knows.
 */
final class Answer {
    /** The longest that is listened to, in bytes: a body, and the line before it. */
    static final int LONGEST = Reply.LONGEST + 4096;

    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final String UNKNOWN = "unknown";

    private final String where;
    private final Ran ran;

    Answer(String host, String step, Ran ran) {
        this.where = host + ", " + step + ": ";
        this.ran = ran;
    }

    Reply reply() {
        byte[] out = ran.out();
        int end = 0;
        while (end < out.length && out[end] != '\n') {
            end++;
        }
        String first = new String(out, 0, end, StandardCharsets.UTF_8);
        String verdict = first.contains(" ") ? first.substring(0, first.indexOf(' ')) : first;
        boolean spoken = end < out.length || verdict.equals(DONE);
        if (!ran.broken().isEmpty()) {
            return unknown(ran.broken());
        }
        if (spoken && verdict.equals(DONE) && first.equals(DONE)) {
            int start = Math.min(end + 1, out.length);
            return ran.isGood()
                    ? Reply.done(new String(out, start, out.length - start, StandardCharsets.UTF_8))
                    : unknown("the helper says that it is done, but " + ending());
        }
        if (spoken && verdict.equals(REFUSED)) {
            return Reply.refused(where + rest(first, REFUSED));
        }
        if (spoken && verdict.equals(UNKNOWN)) {
            return unknown(rest(first, UNKNOWN));
        }
        return strange();
    }

    private Reply strange() {
        if (ran.out().length > 0) {
            return unknown("something else than the helper answers: " + opening(ran.text()));
        }
        Optional<String> obstacle = obstacle();
        return obstacle.isPresent()
                ? Reply.refused(where + obstacle.get())
                : unknown("no answer, and " + ending()
                        + (ran.err().isBlank() ? "" : ": '" + Words.quoted(ran.err()) + "'"));
    }

    /** Returns how a text begins, which tells who it is that speaks; of what is no text, only how long it is. */
    private String opening(String text) {
        return Words.isText(text)
                ? "'" + Words.quoted(text.strip().lines().findFirst().orElse("")) + "'"
                : ran.out().length + " bytes that are no text";
    }

    /** Returns what kept the helper from being run; nothing when it may have been run. */
    private Optional<String> obstacle() {
        int status = ran.status().orElse(0);
        if (status == 0) {
            return Optional.empty();
        }
        String err = ran.err();
        for (Map.Entry<String, String> known : obstacles().entrySet()) {
            if (err.contains(known.getKey())) {
                return Optional.of(known.getValue());
            }
        }
        boolean named = err.contains("sudo") || err.contains(SshHost.HELPER);
        if ((status == NOT_FOUND && named) || err.contains("sudo: " + SshHost.HELPER + ": command not found")) {
            boolean sudo = !err.contains(SshHost.HELPER);
            return Optional.of(sudo ? "there is no sudo" : "the helper is not installed; rackdrill ops helper install");
        }
        if (status == NOT_EXECUTABLE && named) {
            return Optional.of("the helper cannot be run: '" + Words.quoted(err) + "'");
        }
        return Optional.empty();
    }

    private static Map<String, String> obstacles() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("sudo: a password is required", "sudo asks for a password, so it does not know our rule");
        known.put("sudo: a terminal is required", "sudo asks for a password, so it does not know our rule");
        known.put("is not in the sudoers file", "sudo does not allow it: we are not in the sudoers file");
        known.put("is not allowed to execute", "sudo does not allow it");
        known.put("may not run sudo", "sudo does not allow it");
        known.put("account is currently not available", "the account may not run commands");
        return known;
    }

    private String ending() {
        if (!ran.signal().isEmpty()) {
            return "it was killed (" + ran.signal() + ")";
        }
        return ran.status().map(it -> "it ended with " + it).orElse("the host did not tell how it ended");
    }

    private static String rest(String first, String verdict) {
        String why = Words.quoted(first.substring(verdict.length()));
        return why.isEmpty() ? "the helper gives no reason" : why;
    }

    private Reply unknown(String why) {
        return Reply.unknown(where + why);
    }
}
