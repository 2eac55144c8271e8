package org.rackdrill.live.nut;

import java.util.List;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.text.Lines;

/** What the lines of a recorded session with upsd say. */
public final class NutLines {
    private NutLines() {}

    /** Returns the answer in a session, as it would be read from the network. */
    static UpsAnswer answer(String session) {
        List<String> lines = Lines.complete(session);
        int end = 0;
        while (end < lines.size()
                && !lines.get(end).startsWith("END LIST VAR ")
                && !lines.get(end).startsWith("ERR ")) {
            end++;
        }
        return Variables.read("ups1", lines.subList(0, Math.min(end + 1, lines.size())));
    }

    /** Returns whether a UPS is said to be on mains. */
    public static boolean onMains(String session) {
        return answer(session).state().map(UpsState::onMains).orElse(Truth.UNKNOWN) == Truth.TRUE;
    }
}
