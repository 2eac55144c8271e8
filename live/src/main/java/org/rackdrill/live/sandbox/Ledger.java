package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is written down about a sandbox, as lines {@code key=value} that the shell can read too. */
record Ledger(Map<String, String> entries) {
    private static final String FILE = "rack/ledger";
    private static final String MACHINE = "machine_";

    /** Returns what stands in the folder of a sandbox, or nothing when it was never written whole. */
    static Optional<Ledger> read(Path state) {
        Map<String, String> entries = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(state.resolve(FILE))) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    entries.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return entries.containsKey("end") ? Optional.of(new Ledger(entries)) : Optional.empty();
    }

    /** Writes it; the last line proves that nothing is missing. */
    void write(Path state) throws IOException {
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        Path file = state.resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.append("end=1\n"));
    }

    /** Returns the value of a key. */
    String get(String key) {
        String value = entries.get(key);
        if (value == null) {
            throw new IllegalStateException("the ledger of the sandbox has no " + key);
        }
        return value;
    }

    /** Returns the sandbox that it is about. */
    Sandbox sandbox(Path state) {
        Map<String, String> machines = new LinkedHashMap<>();
        Place.NODES.forEach(node -> machines.put(node, get(MACHINE + node)));
        return new Sandbox(get("name"), Integer.parseInt(get("instance")), state, machines);
    }

    /** Returns the key under which the machine-id of a node stands. */
    static String machine(String node) {
        return MACHINE + node;
    }
}
