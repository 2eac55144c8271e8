package org.rackdrill.cli.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.output.ProblemList;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.Document;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;
import org.rackdrill.model.yaml.Tree;

/** Where drills are handed in: finds them, and the labs that they are for. */
public final class DrillDesk {
    private final Path directory;
    private final LabDesk labs;

    /**
     * Opens the desk.
     *
     * @param directory where relative paths start
     */
    public DrillDesk(Path directory, LabDesk labs) {
        this.directory = directory;
        this.labs = labs;
    }

    /** Returns the file that a person means, when that is a drill; a file goes before a shipped drill of its name. */
    public Optional<LabFile> find(String argument) {
        boolean shipped = !Files.isRegularFile(InputFile.of(argument, directory).path())
                && ShippedLabs.find(argument).isEmpty();
        Optional<LabFile> drill = shipped ? ShippedDrills.find(argument) : Optional.empty();
        return drill.isPresent()
                ? drill
                : Optional.of(LabArgument.find(argument, directory)).filter(DrillDesk::isDrill);
    }

    /** Returns the drill that a person means, or says what there is instead. */
    public LabFile drill(String argument) {
        boolean named = Files.exists(InputFile.of(argument, directory).path())
                || ShippedDrills.find(argument).isPresent()
                || ShippedLabs.find(argument).isPresent();
        if (!named) {
            List<String> near = Nearest.of(argument, ShippedDrills.names());
            throw InputFile.refusal("there is no file and no shipped drill '" + argument + "'"
                    + (near.isEmpty()
                            ? "; scenarios/drills has those that come with the program."
                            : ". Did you mean " + String.join(" or ", near) + "?"));
        }
        return find(argument)
                .orElseThrow(() -> InputFile.refusal("'" + argument
                        + "' is no drill: a drill's file begins with `drill: 1` and ends in .drill.yaml."));
    }

    /** Reads a drill, right or wrong, for the lab that it names: a file beside it, or a shipped lab. */
    public DrillReading read(LabFile drill) {
        Path file = directory.resolve(drill.fileName());
        Path folder = Optional.ofNullable(file.getParent()).orElse(directory);
        return new DrillReader(name -> lab(name, folder)).read(drill.fileName(), drill.bytes());
    }

    /** Reads a drill that can be run, or says everything that is wrong with it. */
    public DrillReading readUsable(LabFile drill, Outlet outlet) {
        DrillReading reading = read(drill);
        List<Problem> errors = reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty() || reading.drill().isEmpty()) {
            new ProblemList(outlet).print(drill, errors);
            throw new Refusal(ExitCode.BAD_INPUT, drill.fileName() + " has " + Amount.of(errors.size(), "error") + ".");
        }
        return reading;
    }

    /**
     * Reads the lab that a drill is for, which is whole.
     *
     * @param name as the drill says it
     * @param file where the drill, or its plan, is
     */
    public ReadLab labOf(String name, Path file) {
        return labs.readUsable(beside(
                name, Optional.ofNullable(directory.resolve(file).getParent()).orElse(directory)));
    }

    private static String beside(String name, Path folder) {
        Path beside = InputFile.of(name, folder).path();
        return Files.isRegularFile(beside) ? beside.toString() : name;
    }

    private Lab lab(String name, Path folder) {
        ReadLab lab;
        try {
            lab = labs.read(beside(name, folder));
        } catch (Refusal refused) {
            throw new BadText(
                    "the lab `" + name + "` cannot be read: "
                            + refused.sentence().replaceFirst("\\.$", ""),
                    "Name a lab file beside the drill, or a shipped lab.");
        }
        int errors = lab.problems(Severity.ERROR).size();
        if (errors > 0) {
            throw new BadText(
                    "the lab `" + name + "` has " + Amount.of(errors, "error"), "`rackdrill validate` lists them.");
        }
        return lab.lab();
    }

    private static boolean isDrill(LabFile file) {
        return file.fileName().matches(".*\\.drill\\.ya?ml")
                || Document.of(file.fileName(), file.bytes())
                        .tree()
                        .filter(tree -> tree instanceof Tree.Entries keys
                                && keys.find("drill").isPresent()
                                && keys.find("rackdrill").isEmpty())
                        .isPresent();
    }
}
