package org.rackdrill.chaos.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.journal.Journal;

/**
 * The journal as the runner uses it: it remembers what surely lasts, for the verdict may rest on nothing else, and the
 * first failure, after which nothing new may be begun.
 */
final class Log {
    private final @Nullable Journal journal;
    private final List<Entry> lasting = new ArrayList<>();
    private final List<Entry> unsure = new ArrayList<>();
    private Optional<String> failure;

    private Log(@Nullable Journal journal, Optional<String> failure) {
        this.journal = journal;
        this.failure = failure;
    }

    Log(Journal journal) {
        this(journal, Optional.empty());
    }

    /** A log that takes nothing, for what has to be undone although no journal can be created. */
    static Log without(IOException why) {
        return new Log(null, Optional.of(message(why)));
    }

    /** Records what is about to be done, or what came of it; false: it must not be done. */
    boolean act(Entry entry) {
        return failure.isEmpty() && note(entry) && flushed();
    }

    /** Records what was seen. */
    boolean note(Entry entry) {
        if (journal == null || failure.isPresent()) {
            return false;
        }
        try {
            journal.append(Entries.json(entry));
            unsure.add(entry);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            failure = Optional.of(message(e));
            return false;
        }
    }

    /** Records an undo: into the reserve when the disk is full. It is done whatever comes of this. */
    void undo(Entry entry) {
        if (journal == null) {
            return;
        }
        try {
            journal.appendReserved(Entries.json(entry));
            unsure.add(entry);
            flushed();
        } catch (IOException | IllegalArgumentException e) {
            failure = failure.or(() -> Optional.of(message(e)));
        }
    }

    /** Returns why a record could not be written, if one could not. */
    Optional<String> failure() {
        return failure;
    }

    /** Gives back space. Whatever fails here loses nothing: the records last already. */
    void close() {
        try {
            if (journal != null) {
                journal.close();
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Returns the records that a power cut would leave. */
    List<Entry> lasting() {
        return List.copyOf(lasting);
    }

    /** Returns the records as they will be when the run is closed. */
    List<Entry> withEnd(Duration now) {
        List<Entry> all = new ArrayList<>(lasting);
        all.addAll(unsure);
        all.add(new Entry.Closed(now, Status.PASSED, ""));
        return all;
    }

    private boolean flushed() {
        if (journal == null) {
            return false;
        }
        try {
            journal.flush();
            lasting.addAll(unsure);
            unsure.clear();
            return true;
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(message(e)));
            return false;
        }
    }

    private static String message(Exception e) {
        return "the journal cannot be written: " + e.getMessage();
    }
}
