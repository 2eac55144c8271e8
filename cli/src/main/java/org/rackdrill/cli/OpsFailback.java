package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.cli.operating.OperatingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops failback}. */
@Command(
        name = "failback",
        header = "Bring a service back to its first node, with its data.",
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill ops failback db"})
final class OpsFailback implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "What to move.")
    private String service = "";

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsFailback(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Operating.of(
                surroundings,
                options,
                "failback of " + service,
                (operations, key) -> operations.carryOut(key, new Operation.Failback(), new Target.Service(service)));
    }
}
