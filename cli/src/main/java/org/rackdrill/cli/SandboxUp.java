package org.rackdrill.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.sandbox.ConditionTable;
import org.rackdrill.cli.sandbox.NameOption;
import org.rackdrill.cli.sandbox.Told;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.live.sandbox.Condition;
import org.rackdrill.live.sandbox.Raising;
import org.rackdrill.live.sandbox.Sandbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rackdrill sandbox up}: four real hosts, from nothing. */
@Command(
        name = "up",
        header = "Make a sandbox and start it.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo ./rackdrill sandbox up",
            "  sudo ./rackdrill sandbox up --name b",
            "  sudo ./rackdrill sandbox up --mirror http://ftp.de.debian.org/debian"
        })
final class SandboxUp implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private NameOption which = new NameOption();

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Where to fetch Debian bookworm (the mirror of this machine's apt).")
    private String mirror = "";

    SandboxUp(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Told.refusing(this::up).code();
    }

    private ExitCode up() {
        Outlet out = surroundings.terminal().out();
        Sandbox.needRoot("rackdrill sandbox up" + which.option());
        Optional<Sandbox> running = Sandbox.running(which.name());
        if (running.isPresent()) {
            out.line("The sandbox " + which.name() + " is up already. 'sandbox status" + which.option()
                    + "' shows it, 'sandbox down" + which.option() + "' takes it away.");
            return ExitCode.GOOD;
        }
        surroundings.interruption().heed();
        long start = surroundings.nanos().getAsLong();
        try (Told told =
                new Told(surroundings.terminal().err(), surroundings.nanos(), surroundings.interruption()::requested)) {
            Sandbox sandbox = Raising.raise(which.name(), mirror, told);
            Duration ssh = Duration.ofNanos(surroundings.nanos().getAsLong() - start);
            List<Condition> conditions = Raising.settle(sandbox, told);
            told.close();
            Duration all = Duration.ofNanos(surroundings.nanos().getAsLong() - start);
            return tell(new ConditionTable(sandbox, conditions), ssh, all);
        }
    }

    private ExitCode tell(ConditionTable table, Duration ssh, Duration all) {
        Outlet out = surroundings.terminal().out();
        table.print(out);
        if (table.healthy()) {
            out.line("Up: every node takes logins after " + seconds(ssh) + " s, everything is healthy after "
                    + seconds(all) + " s.");
            out.line("Next: sudo ./rackdrill sandbox shell node1" + which.option());
            return ExitCode.GOOD;
        }
        if (surroundings.interruption().requested()) {
            out.line("Interrupted: it is up, but was not healthy yet. 'sandbox down" + which.option()
                    + "' takes it away.");
            return ExitCode.INTERRUPTED;
        }
        out.line("It is up, but not healthy after " + seconds(all) + " s.");
        return ExitCode.UNAVAILABLE;
    }

    private static String seconds(Duration time) {
        return String.valueOf(Math.round(time.toMillis() / 1000.0));
    }
}
