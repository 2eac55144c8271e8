package org.rackdrill.live.sandbox.attendant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The virtual power strip: one line in, one line out, as the package of the sandbox describes it. Like a real one it knows its
 * outlets, not what hangs on them.
 */
final class Strip {
    /** Where it listens. */
    static final int PORT = 7790;

    private static final int PATIENCE_MILLIS = 5000;
    private static final int LONGEST = 200;

    private final Rack rack;
    private final byte[] secret;
    private final ExecutorService outlets = Executors.newFixedThreadPool(4);

    Strip(Rack rack, String secret) {
        this.rack = rack;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Serves for ever. */
    void serve(String address) throws IOException {
        try (ServerSocket door = new ServerSocket()) {
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getByName(address), PORT));
            rack.write(
                    rack.folder().resolve("attends"),
                    String.valueOf(ProcessHandle.current().pid()));
            while (!Thread.currentThread().isInterrupted()) {
                Socket guest = door.accept();
                outlets.execute(() -> serve(guest));
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            guest.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII), LONGEST);
            String answer = answer(bounded(lines));
            guest.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return; // whoever asked is gone
        }
    }

    private static String bounded(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = lines.read(); letter >= 0 && letter != '\n'; letter = lines.read()) {
            if (line.length() == LONGEST) {
                return "";
            }
            line.append((char) letter);
        }
        return line.toString();
    }

    /** Returns the answer to a line. */
    String answer(String line) {
        String[] words = line.strip().split(" +");
        if (words.length < 2 || !MessageDigest.isEqual(words[0].getBytes(StandardCharsets.UTF_8), secret)) {
            return "error not allowed";
        }
        String node = words.length > 2 ? words[2] : "";
        switch (words[1]) {
            case "monitor":
                return "ok";
            case "list":
                return "ok " + String.join(" ", Rack.FED);
            case "on", "off", "reboot", "status":
                return Rack.FED.contains(node) ? outlet(words[1], node) : "error no such outlet";
            default:
                return "error no such verb";
        }
    }

    private String outlet(String verb, String node) {
        if (rack.note("unfed").isPresent() && List.of("on", "reboot").contains(verb)) {
            return "error the strip has no power";
        }
        Rack.Done done = rack.hands("outlet", verb.equals("status") ? "state" : verb, node);
        if (!done.good()) {
            return "error " + done.last();
        }
        return verb.equals("status") ? "ok " + done.last() : "ok";
    }
}
