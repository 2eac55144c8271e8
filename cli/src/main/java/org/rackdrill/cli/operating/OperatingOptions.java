package org.rackdrill.cli.operating;

import java.util.Optional;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.JsonOption;
import org.rackdrill.cli.real.Ground;
import org.rackdrill.cli.terminal.ShellWords;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every operation. */
public final class OperatingOptions {
    @Option(names = "--on", paramLabel = "WORLD", description = "Where: sandbox or live (${DEFAULT-VALUE}).")
    private String on = "sandbox";

    @Option(names = "--name", paramLabel = "NAME", description = "Which sandbox, when there are several (a).")
    private String name = "a";

    @Option(names = "--lab", paramLabel = "LAB", description = "The lab; on sandbox that of the sandbox by default.")
    private Optional<String> lab = Optional.empty();

    @Option(names = "--dry-run", description = "Show what would be asked of which host; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Go on with an operation that was begun under this key, instead of beginning a new one.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--confirm",
            paramLabel = "LAB",
            description = "On live, for what changes anything: the name of the lab, typed on purpose.")
    private Optional<String> confirmed = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    /**
     * Opens the machines of the lab.
     *
     * @param changes whether what is asked for changes anything: on live that needs the name of the lab
     */
    public Ground ground(LabDesk desk, boolean changes) {
        WorldKind kind = kind();
        String argument = lab.orElseGet(() -> {
            if (kind == WorldKind.LIVE) {
                throw new Refusal(ExitCode.USAGE, "a lab is missing: say --lab LAB.");
            }
            return "sandbox";
        });
        ReadLab read = desk.readUsable(argument);
        String wanted = read.lab().name();
        if (kind == WorldKind.LIVE && changes && !dryRun && !confirmed.equals(Optional.of(wanted))) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "this changes real machines. When what --dry-run shows is what you want, add --confirm "
                            + ShellWords.quoted(wanted) + ".");
        }
        return Ground.of(kind, name, read.lab());
    }

    private WorldKind kind() {
        return switch (on) {
            case "sandbox" -> WorldKind.SANDBOX;
            case "live" -> WorldKind.LIVE;
            default ->
                throw new Refusal(ExitCode.USAGE, "operations are done on sandbox or live, not on '" + on + "'.");
        };
    }

    /** Returns whether nothing may change. */
    public boolean dryRun() {
        return dryRun;
    }

    /** Returns the key of an operation to go on with. */
    public Optional<String> key() {
        return key;
    }

    /** Returns whether a program reads standard output. */
    public boolean json() {
        return json.wanted();
    }
}
