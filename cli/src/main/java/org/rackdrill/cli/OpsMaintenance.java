package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.operating.OperatingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops maintenance}. */
@Command(
        name = "maintenance",
        header = "Let the guests leave a node, or come back.",
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill ops maintenance node1 on", "  sudo ./rackdrill ops maintenance node1 off"})
final class OpsMaintenance implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NODE", description = "The node.")
    private String node = "";

    @Parameters(index = "1", paramLabel = "on|off", description = "on: the guests leave; off: they may come back.")
    private String to = "";

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsMaintenance(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Operation<Target.Node> operation = switch (to) {
            case "on" -> new Operation.MaintenanceOn();
            case "off" -> new Operation.MaintenanceOff();
            default -> throw new Refusal(ExitCode.USAGE, "maintenance is on or off, not '" + to + "'.");
        };
        return Operating.of(
                surroundings,
                options,
                "maintenance of " + node,
                (operations, key) -> operations.carryOut(key, operation, new Target.Node(node)));
    }
}
