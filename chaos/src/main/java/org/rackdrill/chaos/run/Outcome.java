package org.rackdrill.chaos.run;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.fault.FaultState;

/**
 * What a run comes to.
 *
 * @param why what decided, such as the guardrail that fired
 * @param judgements of the steady state, then of the expectations, in the order of the drill
 * @param faults the state of each hit, by its key
 */
public record Outcome(Status status, String why, List<Judgement> judgements, Map<String, FaultState> faults) {
    public Outcome {
        judgements = List.copyOf(judgements);
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    }

    /** Returns an outcome of a run that did nothing. */
    public static Outcome refused(String why) {
        return new Outcome(Status.REFUSED, why, List.of(), Map.of());
    }

    /** Returns the verdict. */
    public Verdict verdict() {
        return status.verdict();
    }

    /**
     * Returns the exit code of the process: 0 passed, 1 failed, 2 unknown or aborted, 3 an undo failed or was not seen to
     * work. After a signal the process says 130 or 143 in place of 2; nothing takes the place of 3.
     */
    public int exitCode() {
        return switch (verdict()) {
            case PASSED -> 0;
            case FAILED -> 1;
            case UNKNOWN, ABORTED -> 2;
            case UNDO_FAILED -> 3;
        };
    }
}
