package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.List;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Lasting;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;

/**
 * A hit that is armed or done, until its undo is proven: the protocol, one call to the world at a time, so that the
 * leases of other hits can be extended in between.
 *
 * <p>When the undo cannot be proven after some tries, nobody extends the lease any more: the timer at the target is the
 * second way back, and is waited for.
 */
final class OpenHit {
    private static final Duration NEVER = Duration.ofDays(1_000_000);

    /** Into as many parts the time is cut in which an undo settles, once the first proofs have failed. */
    private static final int PROOFS = 200;

    private final Hit hit;
    private final Undo undo;
    private final Duration settles;
    private final World world;
    private final Log log;
    private final Terms terms;

    private Stage stage = Stage.APPLIED;
    private String trouble = "";
    private String why = "its time is over";
    private boolean endsByItself;
    private Duration undoAt = NEVER;
    private Duration extendAt = NEVER;
    private Duration tryAt = Duration.ZERO;
    /** Until then the timer has surely not fired. */
    private Duration deadline = Duration.ZERO;
    /** By then it surely has. */
    private Duration firesBy = Duration.ZERO;

    private Duration giveUpProofAt = Duration.ZERO;
    private Duration nextProof = Duration.ZERO;
    private int tries;
    private int bugs;
    private boolean timerAwaited;
    private boolean left;

    private enum Stage {
        APPLIED,
        UNDOING,
        PROVING,
        DISARMING,
        OVER
    }

    OpenHit(Hit hit, Undo undo, Duration settles, World world, Log log, Terms terms) {
        this.hit = hit;
        this.undo = undo;
        this.settles = settles;
        this.world = world;
        this.log = log;
        this.terms = terms;
    }

    /**
     * Takes over what an earlier run may have left.
     *
     * @param lease of that run: its timer, if there is one, fires within it
     */
    void takeOver(Duration lease) {
        Duration now = world.now();
        firesBy = now.plus(lease);
        log.undo(new Entry.Taken(now, hit, undo, settles));
        undoNow("an earlier run left it");
    }

    /**
     * Writes the intent and arms. Whatever is not sure to have failed is undone.
     *
     * @param affects what is going to be harmed by it
     * @return why it cannot be injected, or an empty text
     */
    String ready(List<Target> affects) {
        if (!log.act(new Entry.Intended(world.now(), hit, undo, settles, affects))) {
            stage = Stage.OVER;
            return "its intent could not be written down";
        }
        if (hit.needsArming()) {
            arm();
        }
        return trouble;
    }

    private void arm() {
        Duration sent = world.now();
        Answer answer = world.arm(hit, undo, terms.lease());
        boolean written = log.act(new Entry.Armed(world.now(), hit.key(), answer));
        // The target counts from when it gets the message, which is never before it was sent.
        wound(sent);
        if (answer.kind() == Answer.Kind.REFUSED) {
            trouble = hit.text() + " was not armed: " + answer.why();
            stage = Stage.OVER;
        } else if (!answer.done()) {
            giveUp("nobody knows whether it is armed: " + answer.why());
        } else if (!written) {
            giveUp("that it is armed could not be written down");
        } else if (lapses()) {
            giveUp("its lease was over before it was done");
        }
    }

    /**
     * Injects what is ready. Whatever is not sure to have failed is undone.
     *
     * @param until when it is undone; {@link #untilTheEnd} for the end of the drill
     * @return why it is not there, or an empty text
     */
    String inject(Duration until) {
        if (stage != Stage.APPLIED) {
            return trouble;
        }
        Answer answer = world.inject(hit);
        log.act(new Entry.Injected(world.now(), hit.key(), answer));
        if (hit.irreversible()) {
            stage = Stage.OVER;
            trouble = answer.done() ? "" : hit.text() + ": " + answer.why();
        } else if (!answer.done()) {
            giveUp("it was not done: " + answer.why());
        } else {
            undoAt = until;
            endsByItself = until.equals(NEVER) && hit.fault().kind().lasting() != Lasting.UNTIL_UNDONE;
            tryAt = world.now().plus(terms.look());
        }
        return trouble;
    }

    /** Stands for the end of the drill. */
    static Duration untilTheEnd() {
        return NEVER;
    }

    /** Undoes it as soon as possible. */
    void undoNow(String reason) {
        if (stage == Stage.APPLIED) {
            stage = Stage.UNDOING;
            why = reason;
            tryAt = world.now();
        }
    }

    private void giveUp(String reason) {
        trouble = hit.text() + ": " + reason;
        undoNow(reason);
    }

    Hit hit() {
        return hit;
    }

    boolean over() {
        return stage == Stage.OVER;
    }

    /** Returns what went wrong while it should have been there; empty when nothing did. */
    String trouble() {
        return trouble;
    }

    /** Returns when it needs the next call. */
    Duration due() {
        return switch (stage) {
            case OVER -> NEVER;
            case APPLIED -> earlier(undoAt, earlier(extendAt, endsByItself ? tryAt : NEVER));
            case UNDOING, PROVING, DISARMING -> tryAt;
        };
    }

    /** Makes the call that is due. */
    void act() {
        switch (stage) {
            case APPLIED -> keep();
            case UNDOING -> undo();
            case PROVING -> prove();
            case DISARMING -> disarm();
            case OVER -> {}
        }
    }

    private void keep() {
        Duration now = world.now();
        if (now.compareTo(undoAt) >= 0) {
            makeSureItIsThere();
            undoNow(why);
        } else if (now.compareTo(extendAt) >= 0) {
            extend(now);
        } else if (endsByItself) {
            lookWhetherItEnded();
        }
    }

    /** A fault that its timer or a reboot ended unseen has not shown what it was there for. */
    void makeSureItIsThere() {
        if (stage == Stage.APPLIED && hit.needsArming() && !endsByItself) {
            extend(world.now());
        }
    }

    private void extend(Duration now) {
        if (now.compareTo(deadline) >= 0) {
            giveUp("its lease was over before it could be extended");
            return;
        }
        Answer answer = world.extend(hit, terms.lease());
        if (answer.done()) {
            wound(now);
            return;
        }
        if (answer.kind() == Answer.Kind.UNKNOWN) {
            // Perhaps the target has wound it up: it may fire as late as that, and as early as before.
            firesBy = world.now().plus(terms.lease());
        }
        log.note(new Entry.NotExtended(world.now(), hit.key(), answer));
        extendAt = world.now().plus(terms.again());
        if (answer.kind() == Answer.Kind.REFUSED) {
            giveUp("its lease was not extended: " + answer.why());
        }
    }

    private void wound(Duration sent) {
        deadline = sent.plus(terms.lease());
        firesBy = world.now().plus(terms.lease());
        extendAt = sent.plus(terms.lease().dividedBy(3));
    }

    private void lookWhetherItEnded() {
        Observation seen = world.prove(hit, undo);
        tryAt = world.now().plus(terms.look());
        if (seen.truth() == Truth.TRUE) {
            log.undo(new Entry.Proved(world.now(), hit.key(), seen));
            stage = hit.needsArming() ? Stage.DISARMING : Stage.OVER;
        }
    }

    private void undo() {
        tries++;
        log.undo(new Entry.Undoing(world.now(), hit.key(), why));
        Answer answer = world.undo(hit, undo);
        log.undo(new Entry.Undone(world.now(), hit.key(), answer));
        tryAt = world.now();
        giveUpProofAt = tryAt.plus(settles);
        nextProof = terms.again();
        stage = Stage.PROVING;
    }

    /** Only the proof ends the care for a hit; the timer stays until then. */
    private void prove() {
        Observation seen = world.prove(hit, undo);
        Duration now = world.now();
        log.undo(new Entry.Proved(now, hit.key(), seen));
        tryAt = now.plus(nextProof);
        nextProof = earlier(nextProof.multipliedBy(2), longestWait());
        if (seen.truth() == Truth.TRUE) {
            tries = 0;
            tryAt = now;
            stage = hit.needsArming() ? Stage.DISARMING : Stage.OVER;
        } else if (now.compareTo(giveUpProofAt) >= 0) {
            tryOtherwise();
        }
    }

    /** What may take days, such as a resilver, is not asked every few seconds. */
    private Duration longestWait() {
        Duration fine = settles.dividedBy(PROOFS);
        return earlier(fine, terms.look()).equals(fine) ? terms.look() : fine;
    }

    private void tryOtherwise() {
        if (tries < Terms.TRIES) {
            stage = Stage.UNDOING;
        } else if (!timerAwaited && hit.needsArming()) {
            timerAwaited = true;
            Duration fired = firesBy.plus(Terms.GRACE).plus(settles);
            tryAt = fired.compareTo(tryAt) > 0 ? fired : tryAt;
        } else {
            leave("its undo could not be proven");
        }
    }

    private void leave(String reason) {
        trouble = trouble.isEmpty() ? hit.text() + ": " + reason : trouble;
        stage = Stage.OVER;
        left = true;
    }

    /** Goes on after a call that threw, which no world should do: later, so that the other hits get their turn. */
    void stumble() {
        bugs++;
        tryAt = tryAt.plus(terms.again());
        if (bugs >= Terms.TRIES) {
            leave("a bug keeps it from being undone");
        }
    }

    /** Returns whether everything was tried and the fault may still be there. */
    boolean left() {
        return left;
    }

    /** Returns whether it is there, or may be. */
    boolean present() {
        return !over() || left || hit.irreversible();
    }

    /** A timer that stays behind undoes once more what is undone. The journal says so, and the next start tries again. */
    private void disarm() {
        tries++;
        Answer answer = world.disarm(hit);
        log.undo(new Entry.Disarmed(world.now(), hit.key(), answer));
        tryAt = world.now().plus(terms.again());
        if (answer.done() || tries >= Terms.TRIES) {
            stage = Stage.OVER;
        }
    }

    private boolean lapses() {
        return world.now().plus(terms.call()).compareTo(deadline) >= 0;
    }

    private static Duration earlier(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
