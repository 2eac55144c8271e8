package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rackdrill sandbox}: real hosts on this machine. */
@Command(
        name = "sandbox",
        header = "Real hosts on this machine, to break and to mend.",
        description = {
            "%nFour hosts made of namespaces, with ZFS, a cluster, a database, a UPS and a",
            "second site; a power strip, a switch and a line between the sites. Needs root.",
            "The first time it fetches Debian bookworm, which takes a minute or two."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {SandboxUp.class, SandboxStatus.class, SandboxShell.class, SandboxDown.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo ./rackdrill sandbox up",
            "  sudo ./rackdrill sandbox status",
            "  sudo ./rackdrill sandbox shell node1",
            "  sudo ./rackdrill sandbox down"
        })
final class SandboxGroup implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr(), line.getColorScheme());
        return ExitCode.USAGE.code();
    }
}
