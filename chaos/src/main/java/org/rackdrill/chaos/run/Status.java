package org.rackdrill.chaos.run;

import org.rackdrill.chaos.check.Verdict;

/** How a run ended, from best to worst; of several the worst counts. Only {@link #PASSED} is a success. */
public enum Status {
    PASSED(Verdict.PASSED, "everything was seen and was as expected"),
    TIMER_LEFT(Verdict.UNKNOWN, "everything is undone, and a timer that would undo it once more could not be removed"),
    NOT_SEEN_STEADY(Verdict.UNKNOWN, "nobody could tell whether the lab was healthy, so nothing was broken"),
    NOT_SEEN(Verdict.UNKNOWN, "something could not be seen"),
    NOT_RECOVERED(Verdict.FAILED, "the steady state did not come back after everything was undone"),
    DEVIATED(Verdict.FAILED, "something happened that should not"),
    STEP_FAILED(Verdict.FAILED, "a step failed, and the drill was ended there"),
    NOT_STEADY(Verdict.ABORTED, "the lab was not healthy before, so nothing was broken"),
    REFUSED(Verdict.ABORTED, "the drill was refused before anything was done"),
    INTERRUPTED(Verdict.ABORTED, "somebody ended the drill; everything is undone"),
    GUARDRAIL(Verdict.ABORTED, "a guardrail ended the drill; everything is undone"),
    JOURNAL_FAILED(Verdict.ABORTED, "the journal took no more records; everything is undone"),
    KILLED(Verdict.ABORTED, "the run ended without closing its journal; nothing was left broken"),
    UNDO_UNVERIFIED(Verdict.UNDO_FAILED, "something was undone, and nobody could see whether it worked"),
    UNDO_FAILED(Verdict.UNDO_FAILED, "something could not be undone"),
    LEFT_OPEN(Verdict.UNDO_FAILED, "the run ended before it undid what it had armed"),
    JOURNAL_DAMAGED(Verdict.UNDO_FAILED, "the journal is damaged: what it says no more may have been done");

    private final Verdict verdict;
    private final String means;

    Status(Verdict verdict, String means) {
        this.verdict = verdict;
        this.means = means;
    }

    /** Returns the verdict that it stands for. */
    public Verdict verdict() {
        return verdict;
    }

    /** Returns what it is, as a sentence without its end. */
    public String means() {
        return means;
    }
}
