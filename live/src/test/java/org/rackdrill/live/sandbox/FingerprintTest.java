package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void seesAProcessAndAFileThatAreNew() throws IOException, InterruptedException {
        Fingerprint before = Fingerprint.now();
        Path file = Files.createTempFile("rackdrill-fingerprint", "");
        Process process = new ProcessBuilder("tail", "-f", file.toString()).start();
        try {
            Fingerprint between = Fingerprint.read(Fingerprint.now().text());
            assertThat(between.since(before))
                    .anyMatch(line -> line.startsWith("process " + process.pid() + " ")
                            || line.contains("/" + process.pid() + " "))
                    .anyMatch(line -> line.equals("temporary " + file));
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            Files.delete(file);
        }
        assertThat(Fingerprint.now().since(before)).noneMatch(line -> line.contains(file.toString()));
    }

    @Test
    void seesTheMountsOfThisMachine() {
        assertThat(Fingerprint.now().lines()).anyMatch(line -> line.startsWith("mount proc /proc "));
    }
}
