package org.rackdrill.chaos.run;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;

/** One record of a journal. What is about to be done is written before it is done, what came of it afterwards. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Entry {

    /** Returns when it was, on the world's clock. */
    Duration at();

    /**
     * The first record of every journal.
     *
     * @param format of the journal
     * @param run the name of the run
     * @param date the local time at the lab's first site
     * @param plan none: nothing is done but to undo what earlier runs left
     */
    record Opened(
            Duration at,
            String format,
            String run,
            WorldKind world,
            LocalDateTime date,
            Terms terms,
            Optional<Plan> plan)
            implements Entry {}

    /** A part of the run that begins. */
    record Began(Duration at, Phase phase) implements Entry {}

    /** What a probe saw. Looks that see the same as the one before are left out. */
    record Seen(Duration at, Probe probe, Observation seen) implements Entry {}

    /**
     * A step that starts.
     *
     * @param targets what it is going to work on; none for a gate
     */
    record Started(Duration at, String step, List<Target> targets) implements Entry {
        public Started {
            targets = List.copyOf(targets);
        }
    }

    /** A step that has ended. */
    record Ended(Duration at, String step) implements Entry {}

    /** A step that failed. */
    record Failed(Duration at, String step, String why) implements Entry {}

    /**
     * A hit that is going to be armed and done, and the way back.
     *
     * @param affects what is going down or harmed by it, as far as the world could tell just before
     */
    record Intended(Duration at, Hit hit, Undo undo, Duration settles, List<Target> affects) implements Entry {
        public Intended {
            affects = List.copyOf(affects);
        }
    }

    /** A hit that an earlier run may have left, and that is going to be undone. */
    record Taken(Duration at, Hit hit, Undo undo, Duration settles) implements Entry {}

    /** What came of arming a hit. */
    record Armed(Duration at, String hit, Answer answer) implements Entry {}

    /** What came of doing it. */
    record Injected(Duration at, String hit, Answer answer) implements Entry {}

    /** A lease that could not be extended. */
    record NotExtended(Duration at, String hit, Answer answer) implements Entry {}

    /** A hit that is going to be undone. */
    record Undoing(Duration at, String hit, String why) implements Entry {}

    /** What came of undoing it. */
    record Undone(Duration at, String hit, Answer answer) implements Entry {}

    /** What was seen at the thing itself. */
    record Proved(Duration at, String hit, Observation seen) implements Entry {}

    /** What came of removing the timer. */
    record Disarmed(Duration at, String hit, Answer answer) implements Entry {}

    /** The end of all breaking, before its time. */
    record Stopped(Duration at, Cause cause, String why) implements Entry {}

    /** What the world says of an expectation that no probe can see. */
    record Looked(Duration at, Expectation expectation, Observation seen) implements Entry {}

    /** The last record of a run that came to its end. A judge does not believe it: it judges again. */
    record Closed(Duration at, Status status, String why) implements Entry {}

    /** The parts of a run. */
    enum Phase {
        /** What earlier runs left is undone. */
        RECONCILING,
        /** The steady state is looked at. */
        BEFORE,
        /** Steps are done. */
        TIMELINE,
        /** Everything is undone. */
        UNDOING,
        /** The steady state is looked at again. */
        AFTER
    }

    /** Why a run was ended before its time. */
    enum Cause {
        /** An earlier run left something that cannot be undone. */
        LEFT_BEHIND,
        /** The plan does not fit any more, or a person said no. */
        REFUSAL,
        /** The steady state was not there. */
        NOT_STEADY,
        STEP,
        GUARDRAIL,
        /** A person or the operating system. */
        SIGNAL,
        /** The journal takes no more records. */
        JOURNAL,
        /** Something that should never happen. */
        BUG
    }
}
