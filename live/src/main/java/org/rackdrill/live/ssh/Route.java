package org.rackdrill.live.ssh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way to a host: the jump hosts in the order in which they are passed, then the host itself.
 *
 * @param logins at least one; the last is the host itself
 */
public record Route(List<Login> logins) {
    /** A route. */
    public Route {
        logins = List.copyOf(logins);
        if (logins.isEmpty()) {
            throw new IllegalArgumentException("a route ends at a host");
        }
    }

    /**
     * Reads {@code user@host[:port] [via user@host[:port][,user@host[:port]...]]}.
     *
     * @throws IllegalArgumentException when it is none; the message says what is expected
     */
    public static Route parse(String text) {
        String[] parts = text.strip().split("\\s+via\\s+", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException(
                    "'" + text + "' has more than one 'via'; more jump hosts go behind commas");
        }
        List<Login> logins = new ArrayList<>();
        if (parts.length == 2) {
            Arrays.stream(parts[1].split(",", -1)).map(Login::parse).forEach(logins::add);
        }
        logins.add(Login.parse(parts[0]));
        return new Route(logins);
    }

    /** Returns the host at the end. */
    public Login end() {
        return logins.get(logins.size() - 1);
    }

    /** Returns the jump hosts. */
    public List<Login> jumps() {
        return logins.subList(0, logins.size() - 1);
    }

    /** Returns what can be typed for it. */
    @Override
    public String toString() {
        return jumps().isEmpty()
                ? end().toString()
                : end() + " via " + jumps().stream().map(Login::toString).collect(Collectors.joining(","));
    }
}
