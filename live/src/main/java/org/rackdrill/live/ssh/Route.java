package org.rackdrill.live.ssh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way to a host: the jump hosts in the order in which they are passed, then the host itself.
 *
 * @param logins at least one; the last is the host itself
 */
public record Route(List<Login> logins) {
    private static final int MOST = 9;

    /** A route. */
    public Route {
        logins = List.copyOf(logins);
        if (logins.isEmpty()) {
            throw new IllegalArgumentException("a route ends at a host");
        }
    }

    /**
     * Reads {@code user@host[:port] [via user@host[:port]]...}: what stands behind a {@code via} is what the host before it
     * is reached through, so the last one is connected to first.
     *
     * @throws IllegalArgumentException when it is none; the message says what is expected
     */
    public static Route parse(String text) {
        List<Login> logins = new ArrayList<>();
        for (String login : text.strip().split("\\s+via\\s+", -1)) {
            logins.add(0, Login.parse(login));
        }
        if (logins.size() > MOST) {
            throw new IllegalArgumentException("'" + text + "' has more than " + (MOST - 1) + " jump hosts");
        }
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
        List<Login> nearest = new ArrayList<>(logins);
        Collections.reverse(nearest);
        return nearest.stream().map(Login::toString).collect(Collectors.joining(" via "));
    }
}
