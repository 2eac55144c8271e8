package org.rackdrill.reports.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium with a fresh profile that is gone when this is closed. */
public final class Chromium implements AutoCloseable {
    /** What to tell a person whose machine has none. */
    public static final String HOW_TO_INSTALL = "no Chromium here, so no page is looked at: apt install chromium";

    private static final Duration START = Duration.ofSeconds(40);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Process process;
    private final Path profile;
    private final Wire wire;

    private Chromium(Process process, Path profile, Wire wire) {
        this.process = process;
        this.profile = profile;
        this.wire = wire;
    }

    /** Returns the program, when it is installed. */
    public static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(":")).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts a browser. */
    public static Chromium start() throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("rackdrill-chromium");
        Process process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        try {
            URI address = address(process, profile);
            Wire wire = new Wire();
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .connectTimeout(START)
                    .buildAsync(address, wire)
                    .get(START.toSeconds(), TimeUnit.SECONDS);
            return new Chromium(process, profile, wire);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IOException("Chromium did not start; its output: " + Files.readString(profile.resolve("log")), e);
        }
    }

    /** Returns a new tab. */
    public Tab tab() {
        String target = wire.send("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asString();
        String session = wire.send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
        return new Tab(wire, session);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            // A dying helper process may still write there: what is left goes with the temporary directory.
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** Chromium writes its port and path into a file of its profile. */
    private static URI address(Process process, Path profile) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("no debugging port");
    }
}
