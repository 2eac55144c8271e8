package org.rackdrill.live.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of what a program printed whose end was seen. What comes after the last end of a line may be half of
 * something, and half of {@code UNAVAIL 120} can be {@code UNAVAIL 1}.
 */
public final class Lines {

    /** Stands for a line that is too long to be one, and for all that come after too many; it means nothing anywhere. */
    public static final String UNREADABLE = "\uFFFD";

    private static final int LONGEST = 8192;
    private static final int MOST = 200_000;

    private Lines() {}

    /** Returns the lines of an output, without their ends. */
    public static List<String> complete(String output) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = output.indexOf('\n'); end >= 0; end = output.indexOf('\n', from)) {
            if (lines.size() >= MOST) {
                lines.add(UNREADABLE);
                return lines;
            }
            lines.add(end - from > LONGEST ? UNREADABLE : output.substring(from, end));
            from = end + 1;
        }
        return lines;
    }
}
