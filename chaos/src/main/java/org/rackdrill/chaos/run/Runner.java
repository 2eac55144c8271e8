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

    /** Runs a plan. The outcome is what {@link Judge} reads from the journal. */
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
        try {
            Optional<Closeable> claim = disk.claim();
            if (claim.isEmpty()) {
                return Outcome.refused("another run on this machine is going on");
            }
            try {
                return journalled(run, plan, LeftBehind.in(disk));
            } finally {
                claim.get().close();
            }
        } catch (IOException e) {
            return Outcome.refused("the journals cannot be used: " + e.getMessage());
        } catch (Unreadable e) {
            return new Outcome(Status.JOURNAL_DAMAGED, String.valueOf(e.getMessage()), List.of(), Map.of());
        }
    }

    private Outcome journalled(String run, Optional<Plan> plan, List<Story.Owed> left) throws IOException {
        if (plan.isEmpty() && left.isEmpty()) {
            return new Outcome(Status.PASSED, "nothing was left", List.of(), Map.of());
        }
        Journal journal;
        try {
            journal = Journal.create(disk, run + LeftBehind.JOURNAL);
        } catch (IOException e) {
            String why = "the journal cannot be written: " + e.getMessage();
            return left.isEmpty()
                    ? Outcome.refused(why)
                    : new Outcome(Status.LEFT_OPEN, why + "; an earlier run left something armed", List.of(), Map.of());
        }
        Log log = new Log(journal);
        boolean opened =
                log.act(new Entry.Opened(world.now(), Plan.FORMAT, run, world.kind(), world.date(), terms, plan));
        if (opened || !left.isEmpty()) {
            Session session = new Session(world, log, terms);
            if (session.reconcile(left)) {
                plan.filter(it -> opened).ifPresent(session::run);
            }
            Outcome outcome = Judge.judge(log.withEnd(world.now()), Optional.empty());
            log.undo(new Entry.Closed(world.now(), outcome.status(), outcome.why()));
        }
        close(journal);
        return Judge.judge(log.lasting(), Optional.empty());
    }

    /** Whatever fails here loses nothing: the records last already, and the space ahead of them may stay. */
    private static void close(Journal journal) {
        try {
            journal.close();
        } catch (IOException e) {
            return;
        }
    }
}
