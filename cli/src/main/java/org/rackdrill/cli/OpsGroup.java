package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rackdrill ops}: what an administrator does. */
@Command(
        name = "ops",
        header = "Do an administrator's work on real hosts: copies, proofs, failover, audits.",
        description = {
            "%nEach step goes on by itself on its host, under a key; whoever was interrupted",
            "asks again with that key. What the steps may use is said on each host, in",
            "/etc/rackdrill/operations; docs/operations.md has the words."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            OpsScrub.class,
            OpsSync.class,
            OpsBackup.class,
            OpsAudit.class,
            OpsRestoreProof.class,
            OpsReplaceDisk.class,
            OpsFailover.class,
            OpsFailback.class,
            OpsMaintenance.class,
            OpsHelperInstall.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo ./rackdrill ops audit",
            "  sudo ./rackdrill ops sync db node2/tank",
            "  ./rackdrill ops failover db --to node2 --on live --lab my-lab.yaml --dry-run"
        })
final class OpsGroup implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr(), line.getColorScheme());
        return ExitCode.USAGE.code();
    }
}
