package org.rackdrill.live.helper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** One helper with a state of its own, and a small rack whose switches are files. */
final class Bench implements AutoCloseable {
    static final Duration WITHIN = Duration.ofSeconds(40);

    final Path folder;
    final LocalHost host;

    /** Lays it out in an empty folder, or skips the test where there is no Perl. */
    Bench(Path folder) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "there is no Perl: apt-get install perl-base");
        this.folder = Files.createDirectories(folder);
        Files.writeString(script(), HelperScript.text());
        try (InputStream rack = Objects.requireNonNull(Bench.class.getResourceAsStream("rack"))) {
            Files.write(folder.resolve("rack"), rack.readAllBytes());
        }
        Files.setPosixFilePermissions(folder.resolve("rack"), PosixFilePermissions.fromString("rwxr-xr-x"));
        host = new LocalHost("rack", script(), environment());
    }

    Path script() {
        return folder.resolve("helper");
    }

    Path state() {
        return folder.resolve("state");
    }

    Map<String, String> environment() {
        return Map.of(
                "RACKDRILL_STATE", state().toString(),
                "RACKDRILL_RACK", folder.resolve("rack").toString());
    }

    static Request powerLoss(String verb, String hit) {
        return Request.of(verb)
                .with("hit", hit)
                .with("run", hit.split("/")[0])
                .with("fault", "node-power-loss")
                .with("node", "node1");
    }

    static Request linkDown(String verb, String hit) {
        return Request.of(verb)
                .with("hit", hit)
                .with("run", hit.split("/")[0])
                .with("fault", "link-down")
                .with("port", "node1");
    }

    static Request of(String verb, String hit) {
        return Request.of(verb).with("hit", hit).with("run", hit.split("/")[0]);
    }

    Reply ask(Request request) {
        return host.ask(request, WITHIN);
    }

    /** Returns whether nothing at the rack is broken. */
    boolean well() {
        try (Stream<Path> hands = Files.list(Files.createDirectories(folder.resolve("hands")))) {
            return hands.findAny().isEmpty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the processes that still watch over something here. */
    List<ProcessHandle> watches() {
        String script = script().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .map(words -> List.of(words).contains(script)
                                && List.of(words).contains("--watch"))
                        .orElse(false))
                .toList();
    }

    /** Ends whoever watches and waits for it: a folder in which somebody writes cannot be deleted. */
    @Override
    public void close() {
        List<ProcessHandle> all = watches().stream()
                .flatMap(watch -> Stream.concat(watch.descendants(), Stream.of(watch)))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process ->
                process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join());
    }
}
