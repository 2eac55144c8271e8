package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path state;

    @Test
    void readsBackWhatWasWritten() throws IOException {
        Map<String, String> entries =
                new LinkedHashMap<>(Map.of("name", "b", "instance", "1", "java", "/opt/a=b/java"));
        Place.NODES.forEach(node -> entries.put(Ledger.machine(node), "id-of-" + node));

        new Ledger(entries).write(state);

        Sandbox sandbox = Ledger.read(state).orElseThrow().sandbox(state);
        assertThat(sandbox.name()).isEqualTo("b");
        assertThat(sandbox.addresses()).containsEntry("node4", "10.78.1.14");
        assertThat(sandbox.machineIds()).containsEntry("node2", "id-of-node2");
        assertThat(Ledger.read(state).orElseThrow().get("java")).isEqualTo("/opt/a=b/java");
    }

    @Test
    void oneThatWasCutOffIsNone() throws IOException {
        new Ledger(Map.of("name", "b")).write(state);
        Path file = state.resolve("rack/ledger");
        Files.writeString(file, Files.readString(file).replace("end=1\n", ""));

        assertThat(Ledger.read(state)).isEmpty();
    }
}
