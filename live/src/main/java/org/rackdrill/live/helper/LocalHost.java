package org.rackdrill.live.helper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** This machine, asked through the helper as a process of our own; what the rack of a sandbox is. */
public final class LocalHost implements Host {
    private final String name;
    private final Path script;
    private final Map<String, String> environment;

    /**
     * A host.
     *
     * @param script the helper's text in a file that stays as long as something may be armed
     * @param environment all that the process gets to know; where its state is, for one
     */
    public LocalHost(String name, Path script, Map<String, String> environment) {
        this.name = name;
        this.script = script;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reply ask(Request request, Duration within) {
        Process process;
        try {
            process = start();
        } catch (IOException e) {
            return Reply.refused(name + ": the helper does not start: " + e.getMessage());
        }
        CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> read(process), LocalHost::aside);
        try (OutputStream in = process.getOutputStream()) {
            in.write((request.line() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // It ended without listening; what it says tells why.
        }
        return Answers.read(name, request.verb(), waitFor(process, answer, within));
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("perl", script.toString()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static byte[] waitFor(Process process, CompletableFuture<byte[]> answer, Duration within) {
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return new byte[0];
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new byte[0];
        } finally {
            // Its own child, and not what that has started to stay: nodes of a sandbox, for one.
            List<ProcessHandle> children = process.children().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static byte[] read(Process process) {
        try (InputStream out = process.getInputStream()) {
            return out.readNBytes(Reply.LONGEST + 64);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static void aside(Runnable reading) {
        Thread thread = new Thread(reading, "helper-answer");
        thread.setDaemon(true);
        thread.start();
    }
}
