package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.cli.operating.OperatingOptions;
import org.rackdrill.model.lab.PoolRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops backup}. */
@Command(
        name = "backup",
        header = "Take one more backup, and see that it is listed.",
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill ops backup db node4/vault"})
final class OpsBackup implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Whose data.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "POOL", description = "The pool that the copy lies on, as node/pool.")
    private String pool = "";

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsBackup(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PoolRef at = Operating.pool(pool);
        return Operating.of(
                surroundings,
                options,
                "backup of " + service + " at " + pool,
                (operations, key) -> operations.carryOut(key, new Operation.Backup(), new Target.Copy(service, at)));
    }
}
