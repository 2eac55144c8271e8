package org.rackdrill.live.nut;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A UPS that a server of Network UPS Tools speaks for. Reading needs no password, and nothing else is ever asked.
 *
 * @param port usually 3493
 */
public record Upsd(String ups, String host, int port) {
    private static final int USUAL_PORT = 3493;
    private static final int LONGEST_LINE = 1024;
    private static final int MOST_LINES = 2000;
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9_.-]{1,64})@(\\[[0-9A-Fa-f:.]{2,45}\\]|[A-Za-z0-9.-]{1,253})(?::(\\d{1,5}))?");

    /** Returns the UPS of an address {@code name@host[:port]}; none when it is not one. */
    public static Optional<Upsd> at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group(3) == null ? USUAL_PORT : Integer.parseInt(parts.group(3));
        String host = parts.group(2).replaceAll("[\\[\\]]", "");
        return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(new Upsd(parts.group(1), host, port));
    }

    /**
     * Asks for everything that the UPS says. Returns in time whatever the other side does.
     *
     * @param within the longest wait, connecting included; at least a millisecond
     */
    public UpsAnswer ask(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), left(end));
            socket.getOutputStream().write(("LIST VAR " + ups + "\n").getBytes(StandardCharsets.US_ASCII));
            return Variables.read(ups, lines(socket, end));
        } catch (IOException e) {
            return UpsAnswer.none(UpsAnswer.Kind.UNREACHABLE, "no answer from " + host + ":" + port);
        }
    }

    private List<String> lines(Socket socket, long end) throws IOException {
        InputStream from = socket.getInputStream();
        List<String> lines = new ArrayList<>();
        byte[] chunk = new byte[4096];
        StringBuilder line = new StringBuilder();
        while (lines.size() < MOST_LINES) {
            socket.setSoTimeout(left(end));
            int count = from.read(chunk);
            if (count < 0) {
                return lines;
            }
            for (int i = 0; i < count; i++) {
                if (chunk[i] != '\n') {
                    line.append((char) (chunk[i] & 0xFF));
                    continue;
                }
                lines.add(line.toString());
                if (isLast(line.toString())) {
                    return lines;
                }
                line.setLength(0);
            }
            if (line.length() > LONGEST_LINE) {
                return List.of();
            }
        }
        return lines;
    }

    private static boolean isLast(String line) {
        return line.startsWith("END LIST VAR ") || line.startsWith("ERR ");
    }

    /** Returns the milliseconds that are left, so that one slow byte after another cannot hold us. */
    private static int left(long end) throws IOException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis < 1) {
            throw new IOException("too late");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
