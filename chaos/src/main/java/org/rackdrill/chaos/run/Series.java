package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Truth;

/**
 * What one probe saw over time: each answer holds until the next one. Before the first look nothing is known.
 *
 * @param from the start of the time that counts
 * @param to its end
 */
record Series(Duration from, Duration to, List<Piece> pieces) {

    Series {
        pieces = List.copyOf(pieces);
    }

    /** Makes a series of looks in the order of time. */
    static Series of(List<Entry.Seen> looks, Duration from, Duration to) {
        List<Piece> pieces = new ArrayList<>();
        Truth truth = Truth.UNKNOWN;
        Duration since = from;
        for (Entry.Seen look : looks) {
            if (look.at().compareTo(to) > 0) {
                break;
            }
            if (look.seen().truth() == truth) {
                continue;
            }
            if (look.at().compareTo(since) > 0) {
                pieces.add(new Piece(since, look.at(), truth));
                since = look.at();
            }
            truth = look.seen().truth();
        }
        // The last look may have been at the very end: it still says how things were then.
        pieces.add(new Piece(since, to, truth));
        return new Series(from, to, pieces);
    }

    /**
     * Returns the same series without the short times of which nothing is known between two of the same answer. A look
     * that saw nothing is no worse than none, and between any two looks lies a time that nobody sees.
     *
     * @param blink the longest such time
     */
    Series without(Duration blink) {
        List<Piece> kept = new ArrayList<>(pieces);
        for (int i = kept.size() - 2; i > 0; i--) {
            Piece before = kept.get(i - 1);
            Piece after = kept.get(i + 1);
            boolean blinked =
                    kept.get(i).truth() == Truth.UNKNOWN && kept.get(i).length().compareTo(blink) <= 0;
            if (blinked && before.truth() == after.truth()) {
                kept.subList(i, i + 2).clear();
                kept.set(i - 1, new Piece(before.from(), after.to(), before.truth()));
                i--;
            }
        }
        return new Series(from, to, kept);
    }

    /** Returns for how long an answer held, all times together. */
    Duration total(Truth truth) {
        return pieces.stream()
                .filter(piece -> piece.truth() == truth)
                .map(Piece::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns whether an answer was seen at all. */
    boolean has(Truth truth) {
        return pieces.stream().anyMatch(piece -> piece.truth() == truth);
    }

    /** Returns the first moment of an answer. */
    Optional<Duration> first(Truth truth) {
        return pieces.stream()
                .filter(piece -> piece.truth() == truth)
                .map(Piece::from)
                .findFirst();
    }

    /** Returns the last answer. */
    Truth last() {
        return pieces.get(pieces.size() - 1).truth();
    }

    /** Returns the same series up to a time, or to its end where that is earlier. */
    Series until(Duration end) {
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.from().compareTo(end) <= 0) {
                kept.add(new Piece(piece.from(), piece.to().compareTo(end) < 0 ? piece.to() : end, piece.truth()));
            }
        }
        return new Series(from, to.compareTo(end) < 0 ? to : end, kept);
    }

    /** Returns the same series from a time on. */
    Series since(Duration start) {
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.to().compareTo(start) > 0 || piece.equals(pieces.get(pieces.size() - 1))) {
                Duration begin = piece.from().compareTo(start) > 0 ? piece.from() : start;
                kept.add(new Piece(begin, piece.to().compareTo(begin) > 0 ? piece.to() : begin, piece.truth()));
            }
        }
        return new Series(start, to, kept);
    }
}
