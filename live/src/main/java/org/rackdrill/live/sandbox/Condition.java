package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a node is, seen from outside and from inside.
 *
 * @param node its name
 * @param address where it is reached
 * @param power {@code on}, {@code off} or {@code hangs}
 * @param ssh whether something answers there that speaks SSH
 * @param parts what should run there, and {@code ok} or a few words; empty when the node cannot say
 */
public record Condition(String node, String address, String power, boolean ssh, Map<String, String> parts) {
    private static final int CONNECT_MILLIS = 700;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String GOOD = "ok";

    /** Returns how the nodes of a sandbox are now. */
    public static List<Condition> of(Sandbox sandbox) {
        return sandbox.addresses().entrySet().parallelStream()
                .map(entry -> of(sandbox.state(), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Condition of(Path state, String node, String address) {
        String power = power(state, node);
        Map<String, String> parts = new LinkedHashMap<>();
        if (power.equals("on")) {
            Call health = new Inside(state, node).call(PATIENCE, "/usr/local/sbin/rackdrill-health");
            for (String line : health.out().lines().toList()) {
                String[] words = line.strip().split("\\s+", 2);
                if (words.length == 2) {
                    parts.put(words[0], words[1]);
                }
            }
            if (parts.isEmpty()) {
                parts.put("system", health.last());
            }
        }
        return new Condition(node, address, power, power.equals("on") && ssh(address), parts);
    }

    private static String power(Path state, String node) {
        try {
            Path group = Path.of(
                    Files.readString(state.resolve("nodes/" + node + "/group")).strip());
            String events = Files.readString(group.resolve("cgroup.events"));
            if (!events.contains("populated 1")) {
                return "off";
            }
            return events.contains("frozen 1") ? "hangs" : "on";
        } catch (IOException e) {
            return "off";
        }
    }

    /** Returns whether something there says that it speaks SSH. */
    static boolean ssh(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, 22), CONNECT_MILLIS);
            socket.setSoTimeout(CONNECT_MILLIS);
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("SSH-");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether all is as it should be. */
    public boolean healthy() {
        return power.equals("on") && ssh && troubles().isEmpty();
    }

    /** Returns what is not as it should be, in a few words each. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        parts.forEach((part, how) -> {
            if (!how.equals(GOOD)) {
                troubles.add(part + ": " + how);
            }
        });
        return troubles;
    }
}
