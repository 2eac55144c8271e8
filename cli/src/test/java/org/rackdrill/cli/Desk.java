package org.rackdrill.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.rackdrill.cli.real.StateHome;
import org.rackdrill.cli.study.Engine;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;

/** A place to run commands inside a test: a directory, something to type, and what was printed. */
final class Desk {
    private final Path directory;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption();
    private String typed = "";
    private boolean person;
    private Engine engine = new FakeEngine();

    Desk(Path directory) {
        this.directory = directory;
    }

    /** Types these lines before the command asks. */
    Desk typing(String... lines) {
        typed = String.join("\n", lines) + "\n";
        return this;
    }

    /** Puts a person with a colour terminal in front of both streams. */
    Desk withPerson() {
        person = true;
        return this;
    }

    /** Puts another engine behind the commands. */
    Desk with(Engine other) {
        engine = other;
        return this;
    }

    /** Somebody has asked to stop already. */
    Desk interrupted() {
        interruption.request();
        return this;
    }

    Surroundings surroundings() {
        return new Surroundings(
                new Terminal(
                        new Outlet(out, StandardCharsets.UTF_8, person, true),
                        new Outlet(err, StandardCharsets.UTF_8, person, true),
                        new BufferedReader(new StringReader(typed)),
                        person),
                directory,
                Clock.fixed(Instant.parse("2026-03-01T12:30:45Z"), ZoneOffset.UTC),
                System::nanoTime,
                interruption,
                engine,
                new StateHome(directory.resolve(".state")));
    }

    /** Runs one command. */
    Outcome run(String... args) {
        out.reset();
        err.reset();
        int code = new Program(surroundings()).run(args);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a command left behind. */
    record Outcome(int code, String out, String err) {}
}
