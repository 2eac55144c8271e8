package org.rackdrill.live.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.rackdrill.live.helper.Answers;
import org.rackdrill.live.helper.HelperScript;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** A container of its own with a real systemd and the helper in it, over the cached tree of the sandbox. */
final class Machine implements Host, AutoCloseable {
    private static final Path TREES = Path.of("/var/cache/rackdrill");
    private static final Path SCRIPT = Path.of("src/test/resources/operation/machine");

    private final String name;
    private final Path folder;

    private Machine(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** Returns a tree to start from, or none with which such a test cannot run. */
    static Optional<Path> tree() {
        try (Stream<Path> found = Files.list(TREES)) {
            return found.filter(tree -> Files.exists(tree.resolve("usr/sbin/syncoid")))
                    .filter(tree -> Files.exists(tree.resolve("usr/bin/restic")))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Starts one. */
    static Machine start(String name, Path tree, Path folder) throws IOException {
        Machine machine = new Machine(name, folder);
        Path helper = folder.resolve("helper");
        Files.writeString(helper, HelperScript.text());
        machine.script(
                "up",
                tree.toString(),
                helper.toString(),
                "src/main/resources/org/rackdrill/live/sandbox/node/all/usr/local/sbin/zfs");
        return machine;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reply ask(Request request, Duration within) {
        try {
            return Answers.read(
                    name,
                    request.verb(),
                    run(request.line() + "\n", "in", HelperScript.PATH).bytes());
        } catch (IOException e) {
            return Reply.unknown(name + ": " + e.getMessage());
        }
    }

    /** Runs a shell script inside, which must succeed, and returns what it prints. */
    String sh(String script) throws IOException {
        Output output = run(script, "in", "bash", "-eu");
        assertThat(output.code()).as(script + "\n" + output.text()).isZero();
        return output.text().strip();
    }

    @Override
    public void close() throws IOException {
        script("down");
    }

    private void script(String... words) throws IOException {
        Output output = run("", words);
        assertThat(output.code()).as(output.text()).isZero();
    }

    private record Output(int code, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Output run(String input, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString(), words[0], name, folder.toString()));
        command.addAll(List.of(words).subList(1, words.length));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream out = process.getInputStream()) {
            byte[] bytes = out.readAllBytes();
            process.waitFor(2, TimeUnit.MINUTES);
            return new Output(process.exitValue(), bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
