package org.rackdrill.simulator.capacity;

import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Daily;

/**
 * Requests of one sort to one pool, in numbers.
 *
 * @param name unique in its pool
 * @param service whose they are; none for what a system asks for itself
 * @param reads a second in the mean over the week
 * @param writes the same
 * @param syncShare of the writes
 * @param bytes of a request
 * @param runBytes what is read or written at once of requests in a row
 * @param blockBytes what the file system reads and writes as one; at least {@code runBytes}
 * @param blocks how many of these there are
 * @param popularity of the blocks
 * @param records how many of equal size they are taken for; at most {@code blocks}
 * @param exponent of the popularity of the records (Zipf)
 * @param when in the week it comes
 * @param depth requests always under way; 0 for what comes when it comes
 * @param background whether it waits for everybody else
 * @param remote whether it comes from another node
 */
record Stream(
        String name,
        Optional<String> service,
        double reads,
        double writes,
        double syncShare,
        double bytes,
        double runBytes,
        double blockBytes,
        double blocks,
        Zipf popularity,
        int records,
        double exponent,
        Daily when,
        int depth,
        boolean background,
        boolean remote) {

    /** Returns how many requests go together, in the mean. */
    double run() {
        return runBytes / bytes;
    }

    /** Returns whether a write replaces less than what the file system writes as one. */
    boolean partial() {
        return runBytes < blockBytes;
    }

    /** Returns the requests a second that somebody waits for: reads, synchronous writes, what must be read first. */
    double waitedFor() {
        return reads + writes * (partial() ? 1 : syncShare);
    }

    /** Returns what it is, to be compared. */
    List<Object> numbers() {
        return List.of(
                name,
                service,
                reads,
                writes,
                syncShare,
                bytes,
                runBytes,
                blockBytes,
                blocks,
                records,
                exponent,
                when,
                depth,
                background,
                remote);
    }

    /** Returns how often a block is looked up in memory. */
    Sharing.Reader reader() {
        return new Sharing.Reader(popularity, (reads + writes) / run(), blockBytes);
    }
}
