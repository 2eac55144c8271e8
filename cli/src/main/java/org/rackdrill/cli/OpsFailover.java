package org.rackdrill.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.cli.operating.OperatingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops failover}. */
@Command(
        name = "failover",
        header = "Start a service on another node, when its own is seen to be dead.",
        description = {
            "%nA node that does not answer is cut off by its witness first; one whose service",
            "still runs is left alone, and nothing is done."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo ./rackdrill ops failover db --to node2",
            "  sudo ./rackdrill ops failover db --to node2 --planned"
        })
final class OpsFailover implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "What to move.")
    private String service = "";

    @Option(names = "--to", paramLabel = "NODE", description = "Where; the freshest copy, or the cluster, decides.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--planned", description = "Stop a primary that is well, and bring the copy up to date first.")
    private boolean planned;

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsFailover(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Operating.of(
                surroundings,
                options,
                "failover of " + service,
                (operations, key) -> planned
                        ? operations.move(key, service, to)
                        : operations.carryOut(key, new Operation.Failover(to), new Target.Service(service)));
    }
}
