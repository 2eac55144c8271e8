package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault at a moment.
 *
 * @param at since the start of the hunt's week
 * @param lasts until it ends as its candidate says; none: by itself, or not within the week
 */
public record Strike(Candidate<?> candidate, Duration at, Optional<Duration> lasts) {

    /** The fault as its candidate has it. */
    static Strike of(Candidate<?> candidate, Duration at) {
        return new Strike(candidate, at, candidate.lasts());
    }

    Strike at(Duration other) {
        return new Strike(candidate, other, lasts);
    }

    Strike lasting(Optional<Duration> other) {
        return new Strike(candidate, at, other);
    }

    /** Returns whether both would be done to one thing at the same time, where a drill allows one fault. */
    boolean collides(Strike other) {
        return candidate.target().equals(other.candidate.target())
                && at.compareTo(other.end()) <= 0
                && other.at.compareTo(end()) <= 0;
    }

    private Duration end() {
        return switch (candidate.ending()) {
            case ITSELF -> at.plus(lasts.orElse(Duration.ZERO));
            case MENDED -> lasts.map(at::plus).orElse(Hunt.HORIZON);
            // A drill ends with these: what is gone stays gone, and what was noticed is over.
            case REPLACED, NOTICED, NEVER -> Hunt.HORIZON;
        };
    }

    /** Returns it as a person reads it, such as {@code wan-down wan for 4 h}. */
    public String text() {
        return candidate.text()
                + (candidate.ending() == Ending.ITSELF || candidate.ending() == Ending.MENDED
                        ? lasts.map(time -> " for " + Times.text(time)).orElse("")
                        : "");
    }
}
