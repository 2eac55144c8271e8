package org.rackdrill.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import org.rackdrill.cli.terminal.Terminal;

/**
 * What a command finds around it; a test gives it another one.
 *
 * @param directory where relative paths start
 * @param clock the time of day, for naming directories
 * @param nanos a clock that only counts, for timings
 */
public record Surroundings(
        Terminal terminal, Path directory, Clock clock, LongSupplier nanos, Interruption interruption) {

    /** Returns the surroundings of this process. */
    static Surroundings ofProcess(Map<String, String> environment) {
        return new Surroundings(
                Terminal.ofProcess(environment),
                Path.of(""),
                Clock.systemDefaultZone(),
                System::nanoTime,
                new Interruption());
    }
}
