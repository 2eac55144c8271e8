package org.rackdrill.chaos.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.journal.Journal;

/**
 * The journal as the runner uses it: it remembers what surely lasts, for the verdict may rest on nothing else, and the
 * first failure, after which nothing new may be begun.
 */
final class Log {
    private final Paper paper;
    private final List<Entry> lasting = new ArrayList<>();
    private final List<Entry> unsure = new ArrayList<>();
    private Optional<String> failure;

    /** What records are written on. */
    private interface Paper {
        void append(Entry entry) throws IOException;

        void appendReserved(Entry entry) throws IOException;

        void flush() throws IOException;

        void close() throws IOException;
    }

    private Log(Paper paper, Optional<String> failure) {
        this.paper = paper;
        this.failure = failure;
    }

    Log(Journal journal) {
        this(new Written(journal), Optional.empty());
    }

    /** A log that takes nothing, for what has to be undone although no journal can be created. */
    static Log without(IOException why) {
        return new Log(new Missing(why), Optional.of(message(why)));
    }

    /** A log that nobody reads after the process has ended, for runs that break nothing real. */
    static Log inMemory() {
        return new Log(new Remembered(), Optional.empty());
    }

    /** Records what is about to be done, or what came of it; false: it must not be done. */
    boolean act(Entry entry) {
        return failure.isEmpty() && note(entry) && flushed();
    }

    /** Records what was seen. */
    boolean note(Entry entry) {
        if (failure.isPresent()) {
            return false;
        }
        try {
            paper.append(entry);
            unsure.add(entry);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            failure = Optional.of(message(e));
            return false;
        }
    }

    /** Records an undo: into the reserve when the disk is full. It is done whatever comes of this. */
    void undo(Entry entry) {
        try {
            paper.appendReserved(entry);
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
            paper.close();
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
        try {
            paper.flush();
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

    private record Written(Journal journal) implements Paper {
        @Override
        public void append(Entry entry) throws IOException {
            journal.append(Entries.json(entry));
        }

        @Override
        public void appendReserved(Entry entry) throws IOException {
            journal.appendReserved(Entries.json(entry));
        }

        @Override
        public void flush() throws IOException {
            journal.flush();
        }

        @Override
        public void close() throws IOException {
            journal.close();
        }
    }

    private record Missing(IOException why) implements Paper {
        @Override
        public void append(Entry entry) throws IOException {
            throw why;
        }

        @Override
        public void appendReserved(Entry entry) throws IOException {
            throw why;
        }

        @Override
        public void flush() throws IOException {
            throw why;
        }

        @Override
        public void close() {}
    }

    /** The lists of the log are all that there is. */
    private record Remembered() implements Paper {
        @Override
        public void append(Entry entry) {}

        @Override
        public void appendReserved(Entry entry) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
