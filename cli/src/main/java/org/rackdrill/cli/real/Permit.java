package org.rackdrill.cli.real;

import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.terminal.ShellWords;

/**
 * What somebody has to say before a drill breaks live machines.
 *
 * @param confirmed the name of the lab, typed on purpose
 * @param reason why it is run although it never passed elsewhere
 */
public record Permit(Optional<String> confirmed, Optional<String> reason) {

    /** Returns the plan as it may be run, or refuses. */
    public Plan of(Plan plan, String lab, Passes passes) {
        if (!confirmed.equals(Optional.of(lab))) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "this breaks real machines on purpose. When the dry run is what you want, add --confirm "
                            + ShellWords.quoted(lab) + ".");
        }
        List<String> missing = passes.missing(plan);
        if (missing.isEmpty()) {
            return plan;
        }
        String why = reason.orElseThrow(() -> new Refusal(
                ExitCode.OPEN,
                "refused: " + String.join(", and ", missing)
                        + ". Run it there first, or say why not: --force 'the reason'."));
        return plan.forcedBecause(why + " (" + String.join(", and ", missing) + ")");
    }
}
