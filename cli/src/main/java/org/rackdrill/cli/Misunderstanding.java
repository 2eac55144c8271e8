package org.rackdrill.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.Nearest;
import org.rackdrill.cli.input.ShippedLabs;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood, in one sentence, with what was probably meant. */
final class Misunderstanding {
    private static final String LAB = "LAB";

    private final ParameterException mistake;
    private final CommandLine command;
    private final Path directory;

    Misunderstanding(ParameterException mistake, Path directory) {
        this.mistake = mistake;
        this.command = mistake.getCommandLine();
        this.directory = directory;
    }

    String sentence() {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0));
        }
        if (mistake instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing());
        }
        String message = String.valueOf(mistake.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private String unknown(String word) {
        if (word.startsWith("-") && word.length() > 1) {
            return "there is no option '" + word + "'." + guess(word, options());
        }
        if (command.getSubcommands().isEmpty()) {
            return "'" + word + "' is one argument too many.";
        }
        String what = "there is no command '" + word + "'.";
        return isLab(word)
                ? what + " Did you mean simulate " + word + "?"
                : what + guess(word, command.getSubcommands().keySet());
    }

    private boolean isLab(String word) {
        try {
            return ShippedLabs.find(word).isPresent() || Files.isRegularFile(directory.resolve(word));
        } catch (InvalidPathException | Refusal e) {
            return false;
        }
    }

    private String missing(List<ArgSpec> arguments) {
        String labels = arguments.stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "));
        String what = command.getCommandName() + " needs " + labels;
        return labels.equals(LAB)
                ? what + ": a lab file, or a shipped lab: " + String.join(", ", ShippedLabs.racks()) + "."
                : what + ".";
    }

    private static String guess(String word, Collection<String> known) {
        List<String> near = Nearest.of(word, known);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    private List<String> options() {
        return command.getCommandSpec().optionsMap().keySet().stream()
                .filter(option -> option.startsWith("--"))
                .toList();
    }
}
