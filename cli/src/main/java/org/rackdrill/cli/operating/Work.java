package org.rackdrill.cli.operating;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.real.Ground;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.live.operation.ManifestFolder;
import org.rackdrill.live.operation.Operations;
import org.rackdrill.live.operation.Rehearsal;
import org.rackdrill.live.operation.Told;
import org.rackdrill.reports.json.RecordWriter;

/** One operation from its begin to its end, watched. */
public final class Work {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Terminal terminal;
    private final Clock clock;
    private final BooleanSupplier stop;

    /**
     * Somebody who watches.
     *
     * @param stop whether the person has enough of it; the operation goes on without us
     */
    public Work(Terminal terminal, Clock clock, BooleanSupplier stop) {
        this.terminal = terminal;
        this.clock = clock;
        this.stop = stop;
    }

    /** One call to the operations, which begins something or says how it stands. */
    @FunctionalInterface
    public interface Pass {
        /** Returns how it stands. */
        Told of(Operations operations, String key);
    }

    /** What a program reads; keys may be added, never renamed. */
    public record Document(String key, String operation, String answer, String why, List<Fact> facts) {}

    /** Something that a step has found. */
    public record Fact(String name, String value) {}

    /** Does it, or says what would be done. */
    public ExitCode run(String what, Ground ground, OperatingOptions options, Pass pass) {
        String key = options.key().orElseGet(() -> "ops-" + clock.millis());
        if (options.dryRun()) {
            return rehearse(ground, key, pass);
        }
        Operations operations = new Operations(ground.lab(), ground.hosts(), manifests(ground));
        Told told = watched(what, key, operations, pass);
        if (options.json()) {
            terminal.out().document(RecordWriter.bytes(document(what, key, told)));
        } else {
            print(what, key, told);
        }
        return switch (told.answer().kind()) {
            case DONE -> ExitCode.GOOD;
            case REFUSED -> ExitCode.MISSED;
            case UNKNOWN -> ExitCode.OPEN;
            case RUNNING -> ExitCode.INTERRUPTED;
        };
    }

    private static Document document(String what, String key, Told told) {
        List<Fact> facts = told.facts().entrySet().stream()
                .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                .toList();
        String answer = told.answer().kind().name().toLowerCase(Locale.ROOT);
        return new Document(key, what, answer, told.answer().why(), facts);
    }

    /** Returns where manifests are kept, beside the journals. */
    static ManifestFolder manifests(Ground ground) {
        return new ManifestFolder(ground.journals().resolve("manifests"));
    }

    private ExitCode rehearse(Ground ground, String key, Pass pass) {
        Outlet out = terminal.out();
        Operations operations = new Operations(
                ground.lab(), new Rehearsal(ground.hosts(), out::line), new ManifestFolder(Path.of("/nonexistent")));
        Answer answer = pass.of(operations, key).answer();
        if (answer.kind() == Answer.Kind.REFUSED || answer.kind() == Answer.Kind.UNKNOWN) {
            out.line("It would end there: " + answer.why() + ".");
            return answer.kind() == Answer.Kind.REFUSED ? ExitCode.MISSED : ExitCode.OPEN;
        }
        return ExitCode.GOOD;
    }

    private Told watched(String what, String key, Operations operations, Pass pass) {
        Outlet err = terminal.err();
        Told told = pass.of(operations, key);
        String shown = "";
        while (!told.over() && !stop.getAsBoolean()) {
            if (!told.progress().equals(shown)) {
                shown = told.progress();
                err.line(what + ": " + shown.strip());
                err.flush();
            }
            LockSupport.parkNanos(PAUSE);
            told = pass.of(operations, key);
        }
        return told;
    }

    private void print(String what, String key, Told told) {
        Outlet out = terminal.out();
        told.facts().forEach((name, value) -> {
            if (!value.isEmpty()) {
                out.line("  " + name + ": " + value);
            }
        });
        switch (told.answer().kind()) {
            case DONE -> out.line(what + ": done");
            case REFUSED -> out.line(what + ": not done: " + told.answer().why());
            case UNKNOWN -> out.line(what + ": nobody knows: " + told.answer().why());
            case RUNNING ->
                out.line(what + ": goes on without us; --key " + key + " with the same words asks how it stands");
        }
    }
}
