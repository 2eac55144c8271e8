package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.cli.operating.OperatingOptions;
import org.rackdrill.model.lab.PoolRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops scrub}. */
@Command(
        name = "scrub",
        header = "Read and heal every block of a pool, and wait for the result.",
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill ops scrub node1/tank"})
final class OpsScrub implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "POOL", description = "The pool, as node/pool.")
    private String pool = "";

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsScrub(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PoolRef at = Operating.pool(pool);
        return Operating.harmless(
                surroundings,
                options,
                "scrub of " + pool,
                (operations, key) -> operations.carryOut(key, new Operation.Scrub(), new Target.Pool(at)));
    }
}
