package org.rackdrill.simulator.storage;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.rackdrill.simulator.statistics.Moments;

/** Independent histories of one rig, and what they show together. */
public final class Trial {

    private final List<Observed> histories;

    private Trial(List<Observed> histories) {
        this.histories = histories;
    }

    /**
     * Runs histories; the same seed gives the same numbers.
     *
     * @param histories at least 2
     */
    public static Trial run(Rig rig, Span span, int histories, long seed) {
        if (histories < 2) {
            throw new IllegalArgumentException("one history says nothing about its own error");
        }
        Traffic traffic = new Traffic(rig);
        return new Trial(LongStream.range(0, histories)
                .mapToObj(history -> traffic.run(span, seed, history))
                .toList());
    }

    /**
     * Runs one history.
     *
     * @param history its number, which its luck hangs on
     */
    public static Observed one(Rig rig, Span span, long seed, long history) {
        return new Traffic(rig).run(span, seed, history);
    }

    /** Returns a number of a history, averaged over all of them. */
    public Estimate estimate(ToDoubleFunction<Observed> number) {
        Moments moments = new Moments();
        histories.forEach(history -> moments.add(number.applyAsDouble(history)));
        return Estimate.of(moments);
    }
}
