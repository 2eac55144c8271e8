package org.rackdrill.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.sandbox.NameOption;
import org.rackdrill.cli.sandbox.Told;
import org.rackdrill.live.sandbox.Sandbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill sandbox shell}: root in a node. */
@Command(
        name = "shell",
        header = "Open a shell of root in a node, or run one command there.",
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill sandbox shell node1", "  sudo ./rackdrill sandbox shell node1 -- zpool status"})
final class SandboxShell implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private NameOption which = new NameOption();

    @Parameters(index = "0", paramLabel = "NODE", description = "The node.")
    private String node = "";

    @Parameters(index = "1..*", paramLabel = "COMMAND", description = "What to run there; without it, a shell.")
    private List<String> command = List.of();

    SandboxShell(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Told.refusing(() -> {
            Sandbox.needRoot("rackdrill sandbox shell " + node + which.option());
            List<String> program = command.isEmpty() ? List.of("bash", "-l") : command;
            List<String> inside = which.sandbox().inside(node, program);
            surroundings.terminal().out().flush();
            try {
                return new ProcessBuilder(inside).inheritIO().start().waitFor();
            } catch (IOException e) {
                throw new Refusal(ExitCode.UNAVAILABLE, "cannot enter " + node + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCode.INTERRUPTED.code();
            }
        });
    }
}
