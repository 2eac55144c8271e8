package org.rackdrill.chaos.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.journal.Disk;
import org.rackdrill.chaos.journal.Journal;

/**
 * Runs game days. At every start it first undoes what earlier runs left armed, and it breaks nothing as long as that is
 * not proven to be gone.
 */
public final class Runner {
    private final World world;
    private final Disk disk;
    private final Terms terms;

    /**
     * Runs in a world.
     *
     * @param disk where the journals of all runs from this machine are, and nothing else
     */
    public Runner(World world, Disk disk, Terms terms) {
        this.world = world;
        this.disk = disk;
        this.terms = terms;
    }

    /**
     * Runs a plan. The outcome is what {@link Judge} reads from the journal, or worse: {@link Status#LEFT_OPEN} when
     * something of an earlier run is left and the journal failed before it could say so.
     */
    public Outcome run(Plan plan) {
        return claimed(plan.run(), Optional.of(plan));
    }

    /**
     * Undoes what earlier runs left armed.
     *
     * @param run the name of this run, unique over all runs; it has a journal only if there is something to undo
     */
    public Outcome reconcile(String run) {
        return claimed(run, Optional.empty());
    }

    /** Two runs with the same journals would each undo what the other one does. */
    private Outcome claimed(String run, Optional<Plan> plan) {
        Optional<Closeable> claim;
        try {
            claim = disk.claim();
        } catch (IOException e) {
            return unclear("the journals cannot be used: " + e.getMessage());
        }
        if (claim.isEmpty()) {
            return Outcome.refused("another run on this machine is going on");
        }
        try {
            return after(LeftBehind.in(disk), run, plan);
        } finally {
            release(claim.get());
        }
    }

    private Outcome after(LeftBehind left, String run, Optional<Plan> plan) {
        if (left.owed().isEmpty() && !left.unclear().isEmpty()) {
            return unclear(String.join("; ", left.unclear()));
        }
        if (left.owed().isEmpty() && plan.isEmpty()) {
            return new Outcome(Status.PASSED, "nothing was left", List.of(), Map.of());
        }
        try {
            Log log = new Log(Journal.create(disk, run + LeftBehind.JOURNAL));
            return journalled(log, left, run, plan);
        } catch (IOException e) {
            return unjournalled(Log.without(e), left);
        }
    }

    private Outcome journalled(Log log, LeftBehind left, String run, Optional<Plan> plan) {
        boolean opened =
                log.act(new Entry.Opened(world.now(), Plan.FORMAT, run, world.kind(), world.date(), terms, plan));
        String still = "";
        if (opened || !left.owed().isEmpty()) {
            Session session = new Session(world, log, terms);
            still = session.reconcile(left);
            if (still.isEmpty()) {
                plan.filter(it -> opened).ifPresent(session::run);
            }
            Outcome outcome = Judge.judge(log.withEnd(world.now()), Optional.empty());
            log.undo(new Entry.Closed(world.now(), outcome.status(), outcome.why()));
        }
        log.close();
        Outcome outcome = Judge.judge(log.lasting(), Optional.empty());
        return still.isEmpty() || outcome.status().compareTo(Status.UNDO_UNVERIFIED) >= 0
                ? outcome
                // The journal of this run may have failed before it could say so; those of earlier runs still do.
                : new Outcome(Status.LEFT_OPEN, still, outcome.judgements(), outcome.faults());
    }

    /** A full disk must not keep anything from being undone. Nothing new is done, and the next start proves it again. */
    private Outcome unjournalled(Log log, LeftBehind left) {
        String why = log.failure().orElseThrow();
        if (left.owed().isEmpty()) {
            return Outcome.refused(why);
        }
        String still = new Session(world, log, terms).reconcile(left);
        return still.isEmpty()
                ? new Outcome(Status.JOURNAL_FAILED, why, List.of(), Map.of())
                : new Outcome(Status.LEFT_OPEN, why + "; " + still, List.of(), Map.of());
    }

    private static Outcome unclear(String why) {
        return new Outcome(Status.JOURNAL_DAMAGED, why, List.of(), Map.of());
    }

    /** The claim ends with the process at the latest. */
    private static void release(Closeable claim) {
        try {
            claim.close();
        } catch (IOException e) {
            return;
        }
    }
}
