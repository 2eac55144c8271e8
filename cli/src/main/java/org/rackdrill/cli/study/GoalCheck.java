package org.rackdrill.cli.study;

import java.util.List;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.reports.simulation.Standing;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Service;

/** Whether every service keeps its goal, for {@code --check}. */
public final class GoalCheck {
    private final List<String> missed;
    private final List<String> open;

    /** Judges these results. */
    public GoalCheck(Results results) {
        this.missed = names(results, List.of(Standing.WILL_NOT));
        this.open = names(results, List.of(Standing.MAY, Standing.PROBABLY));
    }

    private static List<String> names(Results results, List<Standing> standings) {
        return results.services().stream()
                .filter(service -> standings.contains(Standing.of(service)))
                .map(Service::name)
                .toList();
    }

    /** Returns the code to exit with: a goal surely missed weighs more than one that may be. */
    public ExitCode exitCode() {
        if (!missed.isEmpty()) {
            return ExitCode.MISSED;
        }
        return open.isEmpty() ? ExitCode.GOOD : ExitCode.OPEN;
    }

    /** Returns the verdict in one line. */
    public String sentence() {
        if (missed.isEmpty() && open.isEmpty()) {
            return "Check: every goal is kept.";
        }
        return "Check:" + (missed.isEmpty() ? "" : " missed: " + String.join(", ", missed) + ".")
                + (open.isEmpty() ? "" : " may be missed: " + String.join(", ", open) + ".");
    }
}
