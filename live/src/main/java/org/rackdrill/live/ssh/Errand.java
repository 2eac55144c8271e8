package org.rackdrill.live.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.connection.channel.direct.Session;

/**
 * One command that is run on a host, with what it reads and what it prints. A thread of its own waits for the host; who
 * has sent it can give up at any moment, and then knows whether the host was told anything.
 */
final class Errand {
    private static final int LONGEST_ERR = 16 << 10;
    private static final Duration FOR_THE_STATUS = Duration.ofSeconds(5);

    private final String host;
    private final String command;
    private final byte[] input;
    private final Moment moment;
    private final int longestOut;
    private final Threads threads;
    private final Telling telling = new Telling();

    /** When the host is told: with the command, or only with what the command reads. */
    enum Moment {
        COMMAND,
        INPUT
    }

    Errand(String host, String command, byte[] input, Moment moment, int longestOut, Threads threads) {
        this.host = host;
        this.command = command;
        this.input = input.clone();
        this.moment = moment;
        this.longestOut = longestOut;
        this.threads = threads;
    }

    /** Returns whether the host was told, which whoever has sent it can prevent until then. */
    Telling telling() {
        return telling;
    }

    /**
     * Runs it.
     *
     * @throws Unreached when the host was certainly not told
     */
    Ran run(Connection on, Deadline deadline) throws Unreached {
        telling.over(on);
        Session open = on.open(deadline);
        try {
            if (moment == Moment.COMMAND) {
                telling.tell(host);
            }
            Session.Command running = exec(open);
            if (moment == Moment.INPUT) {
                telling.tell(host);
            }
            return speak(running, deadline);
        } finally {
            on.done(open);
        }
    }

    /**
     * Has it done by a command that is begun and waits for its input.
     *
     * @throws Unreached when the host was certainly not told
     */
    Ran runIn(Spare.Started begun, Connection on, Deadline deadline) throws Unreached {
        telling.over(on);
        try {
            telling.tell(host);
            return speak(begun.command(), deadline);
        } finally {
            on.done(begun.session());
        }
    }

    private Session.Command exec(Session open) throws Unreached {
        try {
            return open.exec(command);
        } catch (SSHException | SSHRuntimeException e) {
            String step = "starting the command";
            throw open.isOpen()
                    ? Unreached.at(host, step, "it admits no commands")
                    : Unreached.stale(host, step, Words.ofLibrary(e.getMessage()));
        }
    }

    private Ran speak(Session.Command running, Deadline deadline) {
        CompletableFuture<String> err = new CompletableFuture<>();
        threads.run(() -> {
            telling.enter();
            try {
                err.complete(drained(running.getErrorStream()));
            } finally {
                telling.leave();
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String broken;
        telling.enter();
        try {
            tellInput(running);
            broken = read(running.getInputStream(), out);
            if (broken.isEmpty()) {
                running.join(deadline.orSooner(FOR_THE_STATUS).left().toMillis() + 1, TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            broken = "the connection broke before all was answered";
        } finally {
            telling.leave();
        }
        String signal =
                running.getExitSignal() == null ? "" : running.getExitSignal().toString();
        return new Ran(Optional.ofNullable(running.getExitStatus()), signal, out.toByteArray(), soon(err), broken);
    }

    private void tellInput(Session.Command running) {
        try (OutputStream in = running.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // A command that ends without reading is judged by what it printed.
            return;
        }
    }

    private String read(InputStream stream, ByteArrayOutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 15];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            if (out.size() + read > longestOut) {
                return "it answers without end";
            }
            out.write(buffer, 0, read);
        }
        return "";
    }

    /** Reads everything, so that nothing stalls, and keeps the beginning. */
    private static String drained(InputStream stream) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 12];
        try {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                kept.write(buffer, 0, Math.min(read, LONGEST_ERR - kept.size()));
            }
        } catch (IOException e) {
            return kept.toString(StandardCharsets.UTF_8);
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private static String soon(CompletableFuture<String> err) {
        try {
            return err.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }
}
