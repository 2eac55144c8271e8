package org.rackdrill.cli.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.importing.chaostoolkit.ChaosToolkit;
import org.rackdrill.chaos.importing.draft.Imported;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.chaos.importing.nut.NutSequence;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.InputFile;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Printable;
import org.rackdrill.cli.terminal.ShellWords;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.quantity.BadText;

/**
 * A drill that is made from a file of another project, and written where there is none.
 *
 * @param lab as it was typed; none: names cannot be looked up
 * @param out where to write it; none: to standard output
 */
public record NewDrill(Terminal terminal, Path directory, Optional<String> lab, Optional<String> out) {
    // More than our readers take, so that they are the ones who refuse.
    private static final int MOST_BYTES = 1 << 20;

    /** What the drill names when nobody has said which lab it is for. */
    private static final String NO_LAB = "my-lab.yaml";

    /** Makes a drill from an experiment of the Chaos Toolkit. */
    public ExitCode fromChaosToolkit(String shown) {
        return from(shown, bytes -> {
            Optional<Lab> known = lab.map(this::read);
            return ChaosToolkit.read(shown, bytes, known, known.isPresent() ? labName() : NO_LAB);
        });
    }

    /** Makes a drill from a sequence of NUT's dummy-ups. */
    public ExitCode fromNutSequence(String shown, Optional<String> ups) {
        String named = lab.orElseThrow(
                () -> new Refusal(ExitCode.USAGE, "nut-seq needs --lab: the lab whose UPS behaves like this."));
        return from(shown, bytes -> NutSequence.read(shown, bytes, read(named), labName(), ups));
    }

    /** Makes something of the bytes of a file. */
    private interface Importer {
        Imported read(byte[] bytes);
    }

    private ExitCode from(String shown, Importer importer) {
        Optional<Path> target = out.map(this::free);
        byte[] bytes = InputFile.of(shown, directory).read(MOST_BYTES);
        Imported imported;
        try {
            imported = importer.read(bytes);
        } catch (Unusable unusable) {
            throw new Refusal(ExitCode.BAD_INPUT, unusable.problem().text());
        } catch (BadText bad) {
            throw new Refusal(ExitCode.USAGE, bad.what() + ". " + bad.fix());
        }
        Outlet err = terminal.err();
        say(err, shown, imported.draft().remarks());
        if (imported.drill().isEmpty()) {
            err.line("Nothing of " + shown + " can be a step of a drill, so none is written.");
            return ExitCode.MISSED;
        }
        write(imported.drill().get(), target);
        summary(err, imported);
        return imported.complete() ? ExitCode.GOOD : ExitCode.OPEN;
    }

    private static void say(Outlet err, String shown, List<Remark> remarks) {
        for (Kind kind : Kind.values()) {
            remarks.stream()
                    .filter(it -> it.kind() == kind)
                    .forEach(it ->
                            err.line(Printable.line(shown + ":" + it.line() + ": " + kind.word() + ": " + it.text())));
        }
    }

    private void summary(Outlet err, Imported imported) {
        List<Remark> remarks = imported.draft().remarks();
        long guessed = remarks.stream().filter(it -> it.kind() == Kind.GUESSED).count();
        long left = remarks.stream().filter(it -> it.kind() == Kind.LEFT_OUT).count();
        err.line("Wrote " + out.orElse("the drill") + ": "
                + Amount.of(imported.draft().timeline().size(), "step") + ", " + guessed + " guessed, " + left
                + " left out."
                + out.map(it -> " Next: rackdrill validate " + ShellWords.join(List.of(it)))
                        .orElse(""));
    }

    private Lab read(String argument) {
        return new LabDesk(directory, terminal.err()).readUsable(argument).lab();
    }

    /** A drill finds its lab beside itself, or among the shipped ones. */
    private String labName() {
        String named = lab.orElse(NO_LAB);
        Path file = InputFile.of(named, directory).path();
        if (!Files.isRegularFile(file) || out.isEmpty()) {
            return named;
        }
        Path folder = Optional.ofNullable(directory
                        .resolve(out.get())
                        .toAbsolutePath()
                        .normalize()
                        .getParent())
                .orElse(directory.toAbsolutePath());
        return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private Path free(String name) {
        Path path;
        try {
            path = directory.resolve(name);
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.USAGE, "'" + name + "' cannot be the name of a file here.");
        }
        if (Files.exists(path)) {
            throw inTheWay(name);
        }
        return path;
    }

    private void write(String drill, Optional<Path> target) {
        if (target.isEmpty()) {
            terminal.out().document(drill);
            return;
        }
        String name = out.orElse("");
        try {
            Files.write(target.get(), drill.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw inTheWay(name);
        } catch (IOException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, "cannot write '" + name + "': " + Reason.of(e) + ".");
        }
    }

    private static Refusal inTheWay(String name) {
        return new Refusal(ExitCode.USAGE, "'" + name + "' exists already; give --out another name.");
    }
}
