package org.rackdrill.live.ssh;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What came of a command on a host.
 *
 * @param status the exit status; none when it was not told
 * @param signal what killed it, such as {@code KILL}; empty when nothing did
 * @param broken why there may be more to it than is told here, in a clause; empty when this is all
 */
public record Ran(Optional<Integer> status, String signal, byte[] out, String err, String broken) {

    /** Returns whether it ended by itself, with 0. */
    public boolean isGood() {
        return broken.isEmpty() && status.filter(it -> it == 0).isPresent();
    }

    /** Returns standard output as UTF-8, with what is invalid replaced. */
    public String text() {
        return new String(out, StandardCharsets.UTF_8);
    }
}
