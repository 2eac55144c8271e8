package org.rackdrill.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.real.StateHome;
import org.rackdrill.cli.study.Engine;
import org.rackdrill.cli.study.StudyProgress;
import org.rackdrill.cli.terminal.ShellWords;
import org.rackdrill.cli.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command finds around it; a test gives it another one.
 *
 * @param directory where relative paths start
 * @param clock the time of day, for naming directories
 * @param nanos a clock that only counts, for timings
 * @param interruption whether somebody wants us to stop
 * @param engine where to compute
 * @param state where is kept what outlives every run
 */
public record Surroundings(
        Terminal terminal,
        Path directory,
        Clock clock,
        LongSupplier nanos,
        Interruption interruption,
        Engine engine,
        StateHome state) {

    /** Returns the surroundings of this process. */
    static Surroundings ofProcess(Map<String, String> environment) {
        return new Surroundings(
                Terminal.ofProcess(environment),
                Path.of(""),
                Clock.systemDefaultZone(),
                System::nanoTime,
                new Interruption(),
                Engine.LOCAL,
                StateHome.ofUser());
    }

    /** Starts showing how far a study has come. */
    StudyProgress progress(String title) {
        return new StudyProgress(terminal.err(), title, nanos, interruption::requested);
    }

    /** Ends a command that was interrupted before it had seen anything. */
    void refuseNothing(long seen) {
        if (seen == 0 && interruption.requested()) {
            throw new Refusal(ExitCode.INTERRUPTED, "Interrupted before there was an answer.");
        }
    }

    /** Says of an answer that it came before its time, when somebody interrupted; and how the command ends then. */
    Optional<ExitCode> interrupted(long seen, String what) {
        if (!interruption.requested()) {
            return Optional.empty();
        }
        terminal.err().line(String.format(Locale.ROOT, "Interrupted: this is what %d %s say.", seen, what));
        return Optional.of(ExitCode.INTERRUPTED);
    }

    /** Returns the command that was typed, so that it can be typed again. */
    static String typed(CommandSpec spec) {
        List<String> words = new ArrayList<>(List.of("rackdrill"));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        return ShellWords.join(words);
    }
}
