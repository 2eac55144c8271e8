package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.chaos.drill.reading.DrillSchema;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabSchema;
import org.rackdrill.model.reading.OptionsSchema;
import org.rackdrill.reports.CapacityJson;
import org.rackdrill.reports.ResultsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rackdrill schema}: the shape of our files, for editors and programs. */
@Command(
        name = "schema",
        header = "Print the JSON Schema of a lab, drill or options file, or of our results.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill schema lab > lab.schema.json",
            "  rackdrill schema drill > drill.schema.json",
            "  rackdrill schema options > options.schema.json",
            "  rackdrill schema results"
        })
final class Schema implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "lab|drill|options|results|capacity",
            description = "Which file: ${COMPLETION-CANDIDATES}.")
    private Of of = Of.lab;

    /** The files that have a schema, spelled as on the command line. */
    enum Of {
        lab,
        drill,
        options,
        results,
        capacity
    }

    Schema(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String schema = switch (of) {
            case lab -> LabSchema.json(Catalogue.load());
            case drill -> DrillSchema.json();
            case options -> OptionsSchema.json();
            case results -> ResultsJson.schema();
            case capacity -> CapacityJson.schema();
        };
        surroundings.terminal().out().document(schema);
        return ExitCode.GOOD.code();
    }
}
