package org.rackdrill.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.Nearest;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.AbilityListing;
import org.rackdrill.cli.output.CatalogueListing;
import org.rackdrill.cli.output.FaultListing;
import org.rackdrill.cli.output.JsonOption;
import org.rackdrill.cli.real.RollCall;
import org.rackdrill.model.catalogue.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill catalog}: what is known about parts, and how well. */
@Command(
        name = "catalog",
        header = "Look up a part with its values and sources, or all faults of drills.",
        footerHeading = "%nExamples:%n",
        description = {
            "%nWith --on it asks that world which faults it can do at the things of a lab, and",
            "says in its own words why not. Nothing is changed."
        },
        footer = {
            "  rackdrill catalog",
            "  rackdrill catalog intel-nuc-11",
            "  rackdrill catalog faults",
            "  sudo ./rackdrill catalog faults --on sandbox",
            "  rackdrill catalog faults --on live --lab my-lab.yaml --json -"
        })
final class Catalog implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The part, or `faults`; without it, the names of all parts.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "WORLD",
            description = "With `faults`: which of them sim, sandbox or live can do.")
    private Optional<String> on = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "Which sandbox, when there are several (a).")
    private String sandbox = "a";

    @Option(names = "--lab", paramLabel = "LAB", description = "The lab; but on live, that of the sandbox by default.")
    private Optional<String> lab = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    Catalog(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        boolean faults = name.filter("faults"::equals).isPresent();
        if (on.isPresent() && faults) {
            return abilities(on.get()).code();
        }
        if (on.isPresent() || lab.isPresent() || json.wanted()) {
            throw new Refusal(ExitCode.USAGE, "--on, --lab and --json are for `catalog faults --on WORLD`.");
        }
        if (faults) {
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

    private ExitCode abilities(String world) {
        ReadLab read = new LabDesk(
                        surroundings.directory(), surroundings.terminal().err())
                .readUsable(lab.orElseGet(() -> {
                    if (world.equals(WorldKind.LIVE.word())) {
                        throw new Refusal(ExitCode.USAGE, "a lab is missing: say --lab LAB.");
                    }
                    return "sandbox";
                }));
        AbilityListing listing = new AbilityListing(RollCall.of(world, sandbox, read, surroundings.clock()));
        if (json.wanted()) {
            surroundings.terminal().out().document(listing.json());
        } else {
            listing.print(surroundings.terminal().out());
        }
        return listing.code();
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
