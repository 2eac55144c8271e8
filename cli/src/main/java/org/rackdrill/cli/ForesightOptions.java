package org.rackdrill.cli;

import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.game.GameDay;
import org.rackdrill.cli.study.Computing;
import org.rackdrill.cli.study.Count;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a drill is foreseen. */
final class ForesightOptions {
    private static final int RUNS = 1_000;

    @Mixin
    private Computing computing = new Computing();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "" + RUNS,
            converter = Count.class,
            description = "Simulated runs that say what is to be expected (${DEFAULT-VALUE}).")
    private int runs = RUNS;

    @Option(names = "--no-prediction", description = "Do not say what is to be expected.")
    private boolean blind;

    /** Returns the seed. */
    long seed() {
        return computing.seed();
    }

    /** Returns a plan with what is to be expected of it, unless nobody wants to know or it is there already. */
    Plan of(GameDay day, Plan plan, Terms terms, BooleanSupplier stop) {
        boolean known =
                blind || plan.prediction().isPresent() || !plan.refusals().isEmpty();
        if (known) {
            return plan;
        }
        Plan foreseen = day.foreseen(plan, terms, runs, computing.threads(), stop);
        if (stop.getAsBoolean()) {
            // Runs that were ended early say nothing of the drill.
            throw new Refusal(ExitCode.INTERRUPTED, "Interrupted before anything was done.");
        }
        return foreseen;
    }
}
