package org.rackdrill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.game.GameDay;
import org.rackdrill.cli.game.SimulatedVenue;
import org.rackdrill.cli.game.Venue;
import org.rackdrill.cli.real.Ground;
import org.rackdrill.cli.real.Permit;
import org.rackdrill.cli.real.RealVenue;
import org.rackdrill.cli.study.Count;
import picocli.CommandLine.Option;

/** The options that say where a drill is run, and who allowed it. */
final class WorldOptions {
    private static final int SHORTEST_LEASE = 3;
    private static final int LONGEST_LEASE = 3600;

    @Option(
            names = "--on",
            paramLabel = "WORLD",
            description = "Where to run it: sim, sandbox or live (${DEFAULT-VALUE}).")
    private String on = "sim";

    @Option(names = "--name", paramLabel = "NAME", description = "Which sandbox, when there are several (a).")
    private String name = "a";

    @Option(
            names = "--confirm",
            paramLabel = "LAB",
            description = "On live: the name of the lab, as its file says it, typed on purpose.")
    private Optional<String> confirmed = Optional.empty();

    @Option(
            names = "--force",
            paramLabel = "REASON",
            description = "On live: run it although it never passed in sim and sandbox; the journal keeps the reason.")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--approve", paramLabel = "WHO", description = "Who has said yes to it, where the drill asks.")
    private List<String> approvals = new ArrayList<>();

    @Option(
            names = "--lease",
            paramLabel = "SECONDS",
            converter = Count.class,
            description = "After so long without us, a host undoes its fault (sandbox 30, live 90).")
    private Optional<Integer> lease = Optional.empty();

    /** Refuses what can never be right. */
    void check() {
        kind();
        if (lease.isPresent() && (lease.get() < SHORTEST_LEASE || lease.get() > LONGEST_LEASE)) {
            throw new Refusal(
                    ExitCode.USAGE, "--lease is from " + SHORTEST_LEASE + " to " + LONGEST_LEASE + " seconds.");
        }
    }

    private WorldKind kind() {
        for (WorldKind kind : WorldKind.values()) {
            if (kind.word().equals(on)) {
                return kind;
            }
        }
        throw new Refusal(ExitCode.USAGE, "there is no world '" + on + "'; there are sim, sandbox and live.");
    }

    /** Opens the place where a drill is run. */
    Venue venue(GameDay day, Surroundings surroundings, BooleanSupplier stop) {
        return kind() == WorldKind.SIM
                ? new SimulatedVenue(day.lab(), day.seed(), stop)
                : new RealVenue(
                        Ground.of(kind(), name, day.lab().lab()),
                        day.lab(),
                        surroundings.clock(),
                        stop,
                        new RealVenue.Asked(day.seed(), lease, approvals));
    }

    /** Returns the plan as it may be run; refuses one that nobody has allowed. */
    Plan permitted(Plan plan, GameDay day, Surroundings surroundings) {
        return kind() == WorldKind.LIVE
                ? new Permit(confirmed, reason)
                        .of(plan, day.lab().lab().name(), surroundings.state().passes())
                : plan;
    }

    /** Remembers that a drill passed, so that it may be run on live machines. */
    void remember(Plan plan, Outcome outcome, Surroundings surroundings) {
        if (outcome.status() == Status.PASSED && kind() != WorldKind.LIVE) {
            surroundings.state().passes().add(plan, surroundings.clock().instant());
        }
    }
}
