package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.cli.operating.OperatingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rackdrill ops audit}. */
@Command(
        name = "audit",
        header = "Look for what is broken unseen, and count the copies of all data.",
        description = {
            "%nEnds with 0 when all is well, with 1 when something is not, with 2 when",
            "something could not be seen. A copy counts when it holds a snapshot that the",
            "primary has or had, told by its guid."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  sudo ./rackdrill ops audit", "  ./rackdrill ops audit --on live --lab my-lab.yaml --json -"})
final class OpsAudit implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OperatingOptions options = new OperatingOptions();

    OpsAudit(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Operating.audit(surroundings, options);
    }
}
