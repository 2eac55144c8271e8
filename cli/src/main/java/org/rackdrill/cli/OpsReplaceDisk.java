package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.cli.operating.OperatingOptions;
import org.rackdrill.cli.study.Count;
import org.rackdrill.model.lab.PoolRef;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops replace-disk}. */
@Command(
        name = "replace-disk",
        header = "Put the spare in the place of a disk, and wait for the resilver.",
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill ops replace-disk node1/tank 2"})
final class OpsReplaceDisk implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "POOL", description = "The pool, as node/pool.")
    private String pool = "";

    @Parameters(index = "1", paramLabel = "NUMBER", converter = Count.class, description = "Which disk, from 1.")
    private int number;

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsReplaceDisk(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PoolRef at = Operating.pool(pool);
        return Operating.of(
                surroundings,
                options,
                "replacement of disk " + number + " of " + pool,
                (operations, key) ->
                        operations.carryOut(key, new Operation.ReplaceDisk(), new Target.Disk(at, number)));
    }
}
