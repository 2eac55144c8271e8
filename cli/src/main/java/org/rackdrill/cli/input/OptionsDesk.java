package org.rackdrill.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.output.ProblemList;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.Document;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.OptionsReader;
import org.rackdrill.model.reading.OptionsReading;
import org.rackdrill.model.reading.Outfit;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;
import org.rackdrill.model.yaml.Tree;

/** Where options files are handed in: finds them, and reads them for a lab. */
public final class OptionsDesk {
    private static final int MOST_BYTES = 16 << 20;

    private final Path directory;
    private final LabDesk labs;
    private final OptionsReader reader = new OptionsReader(new LabReader(Catalogue.load()));

    /**
     * Opens the desk.
     *
     * @param directory where relative paths start
     */
    public OptionsDesk(Path directory, LabDesk labs) {
        this.directory = directory;
        this.labs = labs;
    }

    /** Returns the options that a person means: a file goes before shipped options of its name. */
    public LabFile find(String argument) {
        InputFile file = InputFile.of(argument, directory);
        if (!Files.exists(file.path())) {
            Optional<LabFile> shipped = ShippedOptions.find(argument);
            if (shipped.isPresent()) {
                return shipped.get();
            }
            if (!argument.contains("/") && !argument.contains(".")) {
                List<String> near = Nearest.of(argument, ShippedOptions.names());
                throw InputFile.refusal("there is no file and no shipped options '" + argument + "'"
                        + (near.isEmpty()
                                ? "; shipped: " + String.join(", ", ShippedOptions.names()) + "."
                                : ". Did you mean " + String.join(" or ", near) + "?"));
            }
        }
        return new LabFile(argument, argument, file.read(MOST_BYTES));
    }

    /** Returns the file that a person means, when that is one of options. */
    public Optional<LabFile> options(String argument) {
        InputFile file = InputFile.of(argument, directory);
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        return Optional.of(new LabFile(argument, argument, file.read(MOST_BYTES)))
                .filter(OptionsDesk::isOptions);
    }

    private static boolean isOptions(LabFile file) {
        return file.fileName().matches(".*\\.options\\.ya?ml")
                || Document.of(file.fileName(), file.bytes())
                        .tree()
                        .filter(tree -> tree instanceof Tree.Entries keys
                                && keys.find("options").isPresent()
                                && keys.find("nodes").isEmpty())
                        .isPresent();
    }

    /** Reads options, right or wrong, for the lab that they name: a file beside them, or a shipped lab. */
    public OptionsReading read(LabFile options) {
        Optional<String> lab = reader.read(options.fileName(), options.bytes(), Optional.empty())
                .lab();
        if (lab.isEmpty()) {
            return reader.read(options.fileName(), options.bytes(), Optional.empty());
        }
        Path folder = Optional.ofNullable(directory.resolve(options.fileName()).getParent())
                .orElse(directory);
        Path beside = InputFile.of(lab.get(), folder).path();
        ReadLab read = labs.read(Files.isRegularFile(beside) ? beside.toString() : lab.get());
        return reader.read(
                options.fileName(),
                options.bytes(),
                read.problems(Severity.ERROR).isEmpty() ? Optional.of(ground(read)) : Optional.empty());
    }

    /** Reads options that can be laid over a lab, or says everything that is wrong with them. */
    public Outfit readUsable(LabFile options, ReadLab lab, Outlet outlet) {
        OptionsReading reading = reader.read(options.fileName(), options.bytes(), Optional.of(ground(lab)));
        List<Problem> errors = reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty() || reading.outfit().isEmpty()) {
            new ProblemList(outlet).print(options, errors);
            throw new Refusal(
                    ExitCode.BAD_INPUT, options.fileName() + " has " + Amount.of(errors.size(), "error") + ".");
        }
        return reading.outfit().get();
    }

    private static OptionsReader.Ground ground(ReadLab lab) {
        return new OptionsReader.Ground(
                lab.file().fileName(), lab.file().bytes(), lab.lab().currency());
    }
}
