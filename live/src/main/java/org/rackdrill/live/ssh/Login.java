package org.rackdrill.live.ssh;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom to log in as, and where.
 *
 * @param host a name or an address, in small letters, without brackets
 * @param port 1 to 65535
 */
public record Login(String user, String host, int port) {
    /** The port when none is given. */
    public static final int SSH_PORT = 22;

    // Between brackets an address with colons, without them a name, or such an address whose port is the usual one.
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9._][A-Za-z0-9._$-]{0,63})@"
            + "(?:\\[([0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?)]|([^\\[\\]:]+)|([0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*))"
            + "(?::([0-9]{1,5}))?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9._:%-]{0,254}");

    /**
     * Reads {@code user@host[:port]}; an IPv6 address with a port stands in brackets.
     *
     * @throws IllegalArgumentException when it is none; the message says what is expected
     */
    public static Login parse(String text) {
        Matcher shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            throw new IllegalArgumentException("'" + text + "' must be like root@10.0.0.11 or root@nas.home:2222");
        }
        String host = Stream.of(2, 3, 4)
                .map(shape::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("'" + host + "' is no name or address of a host");
        }
        int port = shape.group(5) == null ? SSH_PORT : Integer.parseInt(shape.group(5));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("the port in '" + text + "' must be from 1 to 65535");
        }
        return new Login(shape.group(1), host.toLowerCase(Locale.ROOT), port);
    }

    /** Returns the name under which OpenSSH keeps the key of this host. */
    public String knownName() {
        return port == SSH_PORT ? host : "[" + host + "]:" + port;
    }

    /** Returns what can be typed for it. */
    @Override
    public String toString() {
        if (port == SSH_PORT) {
            return user + "@" + host;
        }
        return user + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
