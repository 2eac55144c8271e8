package org.rackdrill.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.Nearest;
import org.rackdrill.cli.output.CatalogueListing;
import org.rackdrill.cli.output.FaultListing;
import org.rackdrill.model.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rackdrill catalog}: what is known about parts, and how well. */
@Command(
        name = "catalog",
        header = "Look up a part with its values and sources, or all faults of drills.",
        footerHeading = "%nExamples:%n",
        footer = {"  rackdrill catalog", "  rackdrill catalog intel-nuc-11", "  rackdrill catalog faults"})
final class Catalog implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The part, or `faults`; without it, the names of all parts.")
    private Optional<String> name = Optional.empty();

    Catalog(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (name.filter("faults"::equals).isPresent()) {
            new FaultListing(surroundings.terminal().out()).print();
            return ExitCode.GOOD.code();
        }
        Catalogue catalogue = Catalogue.load();
        CatalogueListing listing = new CatalogueListing(surroundings.terminal().out());
        if (name.isEmpty()) {
            listing.names(catalogue);
        } else {
            String wanted = name.get();
            listing.entry(catalogue.find(wanted).orElseThrow(() -> unknown(wanted, catalogue)));
        }
        return ExitCode.GOOD.code();
    }

    private static Refusal unknown(String wanted, Catalogue catalogue) {
        List<String> near = Nearest.of(
                wanted, catalogue.entries().stream().map(Catalogue.Entry::name).toList());
        return new Refusal(
                ExitCode.USAGE,
                "the catalogue has no '" + wanted + "'. "
                        + (near.isEmpty()
                                ? "'rackdrill catalog' lists what it has."
                                : "Did you mean " + String.join(" or ", near) + "?"));
    }
}
