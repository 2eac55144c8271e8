package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The executable {@code rack} of one sandbox.
 *
 * @param state the folder of the sandbox
 */
record Hands(Path state) {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Puts it where it belongs. */
    void install() throws IOException {
        Path folder = Files.createDirectories(state.resolve("rack"));
        Files.write(executable(), Shipped.bytes("rack"));
        Files.setPosixFilePermissions(executable(), PosixFilePermissions.fromString("rwx------"));
        for (Map.Entry<String, byte[]> part : Shipped.below("hands").entrySet()) {
            Files.write(folder.resolve(part.getKey()), part.getValue());
        }
    }

    private Path executable() {
        return state.resolve("rack/rack");
    }

    /** Does something by hand and returns what was printed. */
    String must(String... words) {
        Call call = call(words);
        if (!call.good()) {
            throw new Impossible("the rack does not do '" + String.join(" ", words) + "': " + call.last());
        }
        return call.out().strip();
    }

    /** Tries something by hand. */
    Call call(String... words) {
        List<String> command = new ArrayList<>(List.of(executable().toString()));
        command.addAll(List.of(words));
        return Call.of(LONG, command);
    }
}
