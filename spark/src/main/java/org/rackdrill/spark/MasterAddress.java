package org.rackdrill.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.simulator.study.NoMachines;

/**
 * Where a standalone master listens, as Spark writes it: {@code spark://HOST:PORT}, or several of them after commas where
 * one stands by for another.
 */
record MasterAddress(String url, List<Host> hosts) {

    /** One master. */
    record Host(String name, int port) {

        @Override
        public String toString() {
            return name + ":" + port;
        }
    }

    private static final String SCHEME = "spark://";
    private static final Pattern HOST =
            Pattern.compile("([\\p{Alnum}.-]{1,253}|\\[[\\p{XDigit}:.]{2,45}])(?::(\\d{1,5}))");
    private static final int LAST_PORT = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Returns what is wrong with an address, in a sentence. */
    static Optional<String> objection(String url) {
        return parse(url).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "'" + url + "' is no Spark master; write spark://HOST:PORT, such as spark://10.0.0.5:7077.");
    }

    /** Reads an address to which there is no objection. */
    static MasterAddress of(String url) {
        return parse(url).orElseThrow(() -> new IllegalArgumentException("'" + url + "' is no Spark master"));
    }

    private static Optional<MasterAddress> parse(String url) {
        if (!url.startsWith(SCHEME)) {
            return Optional.empty();
        }
        List<Host> hosts = new ArrayList<>();
        for (String part : url.substring(SCHEME.length()).split(",", -1)) {
            Matcher host = HOST.matcher(part);
            int port = host.matches() ? Integer.parseInt(host.group(2)) : 0;
            if (port < 1 || port > LAST_PORT) {
                return Optional.empty();
            }
            hosts.add(new Host(host.group(1), port));
        }
        return Optional.of(new MasterAddress(url, List.copyOf(hosts)));
    }

    /**
     * Sees whether anybody listens there, since Spark itself would try for a minute.
     *
     * @throws NoMachines when nobody does
     */
    void knock() {
        List<String> reasons = new ArrayList<>();
        for (Host host : hosts) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host.name(), host.port()), (int) PATIENCE.toMillis());
                return;
            } catch (IOException e) {
                reasons.add(host + ": " + reason(e));
            }
        }
        throw new NoMachines(
                "no Spark master answers (" + String.join("; ", reasons) + "). Start one there, or correct --master.");
    }

    private static String reason(IOException e) {
        return e instanceof java.net.UnknownHostException ? "no such host" : String.valueOf(e.getMessage());
    }
}
