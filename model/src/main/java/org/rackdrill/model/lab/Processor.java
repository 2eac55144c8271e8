package org.rackdrill.model.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.quantity.BadText;

/**
 * The processors of a computer, all of them together.
 *
 * @param cores as they are built; 0 when nobody says
 * @param threads what its system sees: two for each core where each can run two; at least {@code cores}
 */
public record Processor(int cores, int threads) {

    /** Of a computer of which nobody says it. */
    public static final Processor NOT_STATED = new Processor(0, 0);

    /** A regular expression that every well-formed text matches, without anchors. */
    public static final String PATTERN = "\\d+ cores?( *, *\\d+ threads?)?|not stated";

    private static final Pattern COUNTED = Pattern.compile("(\\d{1,6}) cores?(?: *, *(\\d{1,6}) threads?)?");
    private static final String HOW = "Write it like `8 cores, 16 threads` or `4 cores`.";
    private static final int MOST = 4096;

    public Processor {
        if (cores < 0 || threads < cores) {
            throw new IllegalArgumentException(cores + " cores cannot run " + threads + " threads");
        }
    }

    /** Returns whether anybody says it. */
    public boolean isStated() {
        return cores > 0;
    }

    /**
     * Reads what {@link #text} writes; cores without threads run one each.
     *
     * @throws BadText when it is anything else, or no computer has them
     */
    public static Processor parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("not stated")) {
            return NOT_STATED;
        }
        Matcher counted = COUNTED.matcher(stripped);
        if (!counted.matches()) {
            String shown = stripped.length() > 60 ? stripped.substring(0, 57) + "..." : stripped;
            throw new BadText("`" + shown + "` does not say how many cores", HOW);
        }
        int cores = Integer.parseInt(String.valueOf(counted.group(1)));
        int threads = counted.group(2) == null ? cores : Integer.parseInt(String.valueOf(counted.group(2)));
        if (cores < 1 || threads > MOST) {
            throw new BadText("no computer has `" + stripped + "`", HOW);
        }
        if (threads < cores) {
            throw new BadText("`" + stripped + "` is fewer threads than cores", HOW);
        }
        return new Processor(cores, threads);
    }

    /** Returns such as {@code 8 cores, 16 threads}. */
    public String text() {
        return !isStated()
                ? "not stated"
                : cores + (cores == 1 ? " core" : " cores") + (threads == cores ? "" : ", " + threads + " threads");
    }
}
