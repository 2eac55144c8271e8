package org.rackdrill.cli.sandbox;

import java.util.Optional;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.live.sandbox.Sandbox;
import picocli.CommandLine.Option;

/** {@code --name}: which of the sandboxes of this machine. */
public final class NameOption {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Which sandbox, where several are up side by side (${DEFAULT-VALUE}).")
    private String name = "a";

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the sandbox of that name, which must be up. */
    public Sandbox sandbox() {
        Optional<Sandbox> running = Sandbox.running(name);
        return running.orElseThrow(() -> new Refusal(
                ExitCode.UNAVAILABLE, "the sandbox " + name + " is not up: sudo ./rackdrill sandbox up" + option()));
    }

    /** Returns how to say it in a command. */
    public String option() {
        return name.equals("a") ? "" : " --name " + name;
    }
}
