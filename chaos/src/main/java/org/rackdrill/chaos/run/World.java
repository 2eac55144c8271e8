package org.rackdrill.chaos.run;

import java.time.Duration;
import java.time.LocalDateTime;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;

/**
 * Where a drill runs: the only thing that the runner knows of hosts, networks and time.
 *
 * <p>No method throws because a host fails: whatever is not known is answered as unknown, and every call returns within
 * {@link Terms#call}. A call that came back as {@link Answer.Kind#UNKNOWN} may have been done, may be done later, or
 * never. The runner is one thread and calls one method at a time.
 *
 * <p>What a world owes to whoever it breaks:
 *
 * <ul>
 *   <li>{@link #arm} puts the undo and a timer on the target itself, or on a witness where the fault cuts the target
 *       off, and answers {@code DONE} only after it has read both back. The timer fires without us, and what is armed is
 *       undone at the next boot. While something is armed by one run, or is still
 *       broken by it although its timer has fired, the target refuses to be armed by another.
 *   <li>{@link #inject} is refused <em>by the target</em> unless the hit is armed, its timer has not fired and its undo
 *       was not called: a message that was delayed, or sent by a controller that slept too long, must not break
 *       anything. Hits whose undo is nothing to do ({@link Hit#needsArming}) are not armed.
 *   <li>{@link #undo} may be called often, from any half-done state, also when nothing was done, and by a later run.
 *       When only a damaged journal could have told that a target was hit, {@link Undo#before} is empty: the world finds
 *       out by itself, from what it left at the target, what the state was before.
 *   <li>{@link #prove} looks at the thing itself and never at what we believe to have done.
 * </ul>
 */
public interface World {

    /** Returns which world it is. */
    WorldKind kind();

    /** Returns the hash of the lab that this world is made of. */
    String labHash();

    /** Returns the local time at the lab's first site, for people and for plans that are bound to a day. */
    LocalDateTime date();

    /**
     * Returns whether something that drills wait for is going on, or for {@link Calendar.Busy#PEOPLE} whether somebody
     * uses a service at all.
     */
    default Truth busy(Calendar.Busy what) {
        return Truth.UNKNOWN;
    }

    /** Returns the time since the world began; it never goes back, whatever happens to the clocks on the wall. */
    Duration now();

    /**
     * Returns how long before its time a fault is made ready: examined, written down and armed, so that nothing is left
     * to do then but to break it. None in a world whose calls take no time.
     */
    default Duration headStart() {
        return Duration.ZERO;
    }

    /**
     * Lets the world go on until a time. A stop that is asked for meanwhile ends the wait; one that was asked for before
     * does not, because undoing has to wait too.
     */
    void waitUntil(Duration time);

    /** Returns whether a person or the operating system wants the run to end. */
    boolean stopAsked();

    /** Returns whether a person has said yes; {@link Truth#UNKNOWN} as long as nobody has said anything. */
    Truth approval(Approval approval);

    /** Returns what an aim leads to at this moment. */
    Found find(Aim<?> aim);

    /** Returns what a hit would do now, and the way back; changes nothing. */
    Examined examine(Hit hit);

    /**
     * Puts the undo and its timer where they fire without us.
     *
     * @param lease after which the timer fires, counted by the target from when it gets the message
     */
    Answer arm(Hit hit, Undo undo, Duration lease);

    /** Breaks it. */
    Answer inject(Hit hit);

    /** Winds the timer up again; refused when it has fired. */
    Answer extend(Hit hit, Duration lease);

    /** Takes it back; after this the hit cannot be injected any more. */
    Answer undo(Hit hit, Undo undo);

    /** Returns whether what was hit is as it was before: {@link Truth#TRUE} when the fault is gone. */
    Observation prove(Hit hit, Undo undo);

    /** Removes the timer and the undo from the target; called only after the proof. */
    Answer disarm(Hit hit);

    /**
     * Begins an operation, or says how it stands: the first call with a key begins it.
     *
     * @param key unique in the run
     */
    Answer perform(String key, Operation<?> operation, Target target);

    /** Asks a probe. */
    Observation observe(Probe probe);

    /**
     * Returns a time until which every probe would answer exactly as it does now, if nobody told this world to do
     * anything meanwhile; {@link #now} when nobody knows. The runner leaves out looks that can see nothing new, so only
     * a world whose looks take no time and have no luck of their own may say more than now: its journal stays the same.
     */
    default Duration quietUntil() {
        return now();
    }

    /**
     * Says whether an expectation was met that no probe can see, such as how much was lost, or whose probe was blind for a
     * while, such as {@link Probe.RunsOnce}; asked once, before anything that is left is undone.
     *
     * @param expectation about real things: whatever step it spoke of is resolved, and {@link Expectation.NothingElse}
     *     names everything that may be affected
     * @param since from when it counts
     */
    Observation look(Expectation expectation, Duration since);
}
