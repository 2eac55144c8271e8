package org.rackdrill.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.cli.operating.OperatingOptions;
import org.rackdrill.model.lab.PoolRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops restore-proof}. */
@Command(
        name = "restore-proof",
        header = "Restore a copy beside, compare every file, start its database.",
        description = {
            "%nThe manifest that it is compared with was made on the primary by an earlier",
            "sync or backup. Everything that was restored is removed afterwards."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo ./rackdrill ops restore-proof db node4/tank",
            "  sudo ./rackdrill ops restore-proof db node4/vault --json -"
        })
final class OpsRestoreProof implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Whose data.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "POOL", description = "The pool that the copy lies on, as node/pool.")
    private String pool = "";

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsRestoreProof(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PoolRef at = Operating.pool(pool);
        return Operating.of(
                surroundings,
                options,
                "restore-proof of " + service + " at " + pool,
                (operations, key) -> operations.carryOut(
                        key, new Operation.RestoreProof(Optional.empty()), new Target.Copy(service, at)));
    }
}
