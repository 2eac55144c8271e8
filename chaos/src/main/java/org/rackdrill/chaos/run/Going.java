package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.rackdrill.chaos.drill.Step;

/** How far a step of a timeline is. */
final class Going {
    /** Stands for what has not happened. */
    static final Duration NEVER = Duration.ofDays(1_000_000);

    final Step step;
    Duration started = NEVER;
    Duration ended = NEVER;
    Duration lookAt = Duration.ZERO;
    boolean triedAhead;
    /** What its first hit would do, as it was before it was due; taken when the hit is opened. */
    Optional<Examined> ahead = Optional.empty();
    /** What had been done by then. */
    int aheadAfter;

    final List<OpenHit> hits = new ArrayList<>();
    final Queue<Hit> next = new ArrayDeque<>();
    Found targets = Found.none("");

    Going(Step step) {
        this.step = step;
    }

    /** Returns whether its first hit is ready and it has not begun. */
    boolean isReady() {
        return started.equals(NEVER) && (!hits.isEmpty() || ahead.isPresent());
    }
}
