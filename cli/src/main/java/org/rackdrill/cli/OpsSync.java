package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.cli.operating.OperatingOptions;
import org.rackdrill.model.lab.PoolRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops sync}. */
@Command(
        name = "sync",
        header = "Bring a copy up to date, and see that it is.",
        description = {
            "%nIt is done when the copy holds a snapshot of the same guid as one that was",
            "taken on the primary after you asked, whatever the tool says."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill ops sync db node2/tank"})
final class OpsSync implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Whose data.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "POOL", description = "The pool that the copy lies on, as node/pool.")
    private String pool = "";

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsSync(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PoolRef at = Operating.pool(pool);
        return Operating.of(
                surroundings,
                options,
                "sync of " + service + " at " + pool,
                (operations, key) -> operations.carryOut(key, new Operation.Sync(), new Target.Copy(service, at)));
    }
}
