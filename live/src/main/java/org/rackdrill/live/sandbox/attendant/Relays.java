package org.rackdrill.live.sandbox.attendant;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The relays of all ports that are delayed now, as the notes say. */
final class Relays {
    private static final String NOTE = "relay.";

    private final Rack rack;
    private final Map<String, Relay> running = new HashMap<>();

    Relays(Rack rack) {
        this.rack = rack;
    }

    /** Makes the relays what the notes say, and answers when a relay works. */
    void tick() {
        running.entrySet().removeIf(entry -> {
            boolean unwanted = rack.note(NOTE + entry.getKey()).isEmpty();
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
        for (String note : rack.notes()) {
            if (note.startsWith(NOTE)) {
                rack.note(note).ifPresent(words -> relay(note.substring(NOTE.length()), words));
            }
        }
    }

    /** The words are the first of four UDP ports, the delay and its jitter. */
    private void relay(String port, String words) {
        String[] parts = words.split(" ");
        try {
            Relay relay = running.get(port);
            if (relay == null) {
                relay = new Relay(Integer.parseInt(parts[0]));
                running.put(port, relay);
            }
            relay.delay(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            if (!rack.text("relayed." + port).map(String::strip).equals(java.util.Optional.of(words))) {
                rack.write(rack.folder().resolve("relayed." + port), words + "\n");
            }
        } catch (IOException | RuntimeException e) {
            rack.write(rack.folder().resolve("relayed." + port), "error " + e + "\n");
        }
    }
}
