package org.rackdrill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.journal.FileDisk;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Runner;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.real.Ground;
import org.rackdrill.cli.real.RealVenue;
import org.rackdrill.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill reconcile}: undoes whatever an earlier run left. */
@Command(
        name = "reconcile",
        header = "Undo whatever an earlier run left armed, and prove that it is gone.",
        description = {"%nEvery drill does this first, before it breaks anything. Nothing is broken by it."},
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  rackdrill reconcile --on sandbox", "  rackdrill reconcile my-rack.yaml --on live"})
final class Reconcile implements Callable<Integer> {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'reconcile-'yyyyMMdd-HHmmss");

    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "LAB", description = "The lab whose machines were hit (sandbox).")
    private String lab = "sandbox";

    @Option(names = "--on", required = true, paramLabel = "WORLD", description = "Where: sandbox or live.")
    private String on = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Which sandbox, when there are several (a).")
    private String name = "a";

    Reconcile(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        WorldKind kind = kind();
        Terminal terminal = surroundings.terminal();
        ReadLab read = new LabDesk(surroundings.directory(), terminal.err()).readUsable(lab);
        SimulatedLab model = new SimulatedLab(read.lab(), read.reading().hash());
        surroundings.interruption().heed();
        try (RealVenue venue = new RealVenue(
                Ground.of(kind, name, read.lab()),
                model,
                surroundings.clock(),
                surroundings.interruption()::requested,
                new RealVenue.Asked(1, Optional.empty(), List.of()))) {
            Path journals = venue.journals(surroundings.directory());
            String run = LocalDateTime.now(surroundings.clock()).format(NAME);
            Drill none = none(kind);
            Outcome outcome = new Runner(venue.world(none), new FileDisk(journals), venue.terms(none)).reconcile(run);
            terminal.out().line(sentence(outcome));
            return outcome.exitCode();
        } catch (IOException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, "the journals cannot be read: " + Reason.of(e) + ".");
        }
    }

    private static String sentence(Outcome outcome) {
        return switch (outcome.status()) {
            case PASSED ->
                outcome.why().isEmpty()
                        ? "What an earlier run left is undone, and was seen to be gone."
                        : "Nothing is left broken: " + outcome.why() + ".";
            default -> "Something may be left: " + outcome.why() + ".";
        };
    }

    private WorldKind kind() {
        return switch (on) {
            case "sandbox" -> WorldKind.SANDBOX;
            case "live" -> WorldKind.LIVE;
            default -> throw new Refusal(ExitCode.USAGE, "--on is sandbox or live: nothing is left in a simulator.");
        };
    }

    /** A drill that does nothing, for a world that is only there to undo. */
    private static Drill none(WorldKind kind) {
        return new Drill(
                "reconcile",
                "",
                "",
                Set.of(kind),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                BlastRadius.AS_AIMED,
                Set.of(),
                Optional.empty(),
                List.of(),
                Duration.ofHours(1));
    }
}
