package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.output.JsonOption;
import org.rackdrill.cli.sandbox.ConditionTable;
import org.rackdrill.cli.sandbox.NameOption;
import org.rackdrill.cli.sandbox.Told;
import org.rackdrill.live.sandbox.Condition;
import org.rackdrill.live.sandbox.Sandbox;
import org.rackdrill.reports.json.RecordWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rackdrill sandbox status}: how the nodes are. */
@Command(
        name = "status",
        header = "Show nodes, power, logins and what runs.",
        description = "%nEnds with 0 when all is as it should be, with 1 when something is not.",
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill sandbox status", "  sudo ./rackdrill sandbox status --json - | jq .healthy"})
final class SandboxStatus implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private NameOption which = new NameOption();

    @Mixin
    private JsonOption json = new JsonOption();

    SandboxStatus(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Told.refusing(() -> {
            Sandbox.needRoot("rackdrill sandbox status" + which.option());
            Sandbox sandbox = which.sandbox();
            ConditionTable table = new ConditionTable(sandbox, Condition.of(sandbox));
            if (json.wanted()) {
                surroundings.terminal().out().document(RecordWriter.bytes(table.document()));
            } else {
                table.print(surroundings.terminal().out());
            }
            return (table.healthy() ? ExitCode.GOOD : ExitCode.MISSED).code();
        });
    }
}
