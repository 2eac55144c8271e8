package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.sandbox.NameOption;
import org.rackdrill.cli.sandbox.Told;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.live.sandbox.Razing;
import org.rackdrill.live.sandbox.Sandbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rackdrill sandbox down}: as if there had never been one. */
@Command(
        name = "down",
        header = "Take a sandbox away, whatever there is of it.",
        description = {
            "%nMounts, namespaces, devices, cgroups, processes and temporary files are compared",
            "with those before 'sandbox up'. What is left is printed, and the command ends with 3.",
            "The Debian tree in /var/cache/rackdrill stays for the next time."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill sandbox down", "  sudo ./rackdrill sandbox down --name b"})
final class SandboxDown implements Callable<Integer> {
    private static final int SHOWN = 6;

    private final Surroundings surroundings;

    @Mixin
    private NameOption which = new NameOption();

    SandboxDown(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Told.refusing(this::down).code();
    }

    private ExitCode down() {
        Outlet out = surroundings.terminal().out();
        Sandbox.needRoot("rackdrill sandbox down" + which.option());
        if (!Razing.anything(which.name())) {
            out.line("There is no sandbox " + which.name() + ".");
            return ExitCode.GOOD;
        }
        try (Told told =
                new Told(surroundings.terminal().err(), surroundings.nanos(), surroundings.interruption()::requested)) {
            Razing.Difference difference = Razing.raze(which.name(), told);
            difference.ours().forEach(line -> out.line("left: " + line));
            difference.others().stream()
                    .limit(SHOWN)
                    .forEach(line -> out.line("changed meanwhile, by others: " + line));
            if (difference.others().size() > SHOWN) {
                out.line("changed meanwhile, by others: " + (difference.others().size() - SHOWN) + " more");
            }
            if (!difference.ours().isEmpty()) {
                out.line("The sandbox " + which.name() + " is down, but not all of it is gone.");
                return ExitCode.BROKEN;
            }
            out.line("The sandbox " + which.name() + " is gone; nothing of it is left.");
            return ExitCode.GOOD;
        }
    }
}
