package org.rackdrill.simulator.rare;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Answers about rare states of a {@link MarkovModel}: exact where it has few states, else by balanced failure biasing, or by
 * splitting where the model says how near each state is. Which it was stands in the answer.
 */
public final class RareEvents {

    /** About ten seconds of one core. */
    private static final long MOST_EVENTS = 50_000_000;

    private RareEvents() {}

    /** Returns the share of time that is spent in rare states, by a model that comes back to its start again and again. */
    public static Rarity unavailability(MarkovModel model, long seed, double relativeError) {
        return exact(model, SmallModel::unavailability)
                .orElseGet(() -> new Biasing(model, seed).unavailability(relativeError, MOST_EVENTS));
    }

    /** Returns the mean time from the start to the first rare state. */
    public static Rarity timeToFirst(MarkovModel model, long seed, double relativeError) {
        return exact(model, SmallModel::timeToFirst)
                .orElseGet(() -> new Biasing(model, seed).timeToFirst(relativeError, MOST_EVENTS));
    }

    /** Returns the chance that a rare state comes before the model is back at its start. */
    public static Rarity chanceInACycle(MarkovModel model, long seed, double relativeError) {
        return exact(model, SmallModel::chanceInACycle)
                .orElseGet(() -> new Biasing(model, seed).chanceInACycle(relativeError, MOST_EVENTS));
    }

    /**
     * Returns the chance of a rare state within some time from the start, by failure biasing where each wait is forced to end
     * in time while nothing can be mended. For times in which little is mended.
     */
    public static Rarity chanceWithin(MarkovModel model, double time, long seed, double relativeError) {
        return new Biasing(model, seed).within(time, relativeError, MOST_EVENTS);
    }

    /**
     * Returns the chance to reach a height before the model has ended, by splitting.
     *
     * @param height how near a state is; a negative one ends the course
     * @param top the height that is the rare thing
     */
    public static Rarity chanceToReach(
            MarkovModel model, ToIntFunction<int[]> height, int top, long seed, double relativeError) {
        Supplier<MarkovCourse> courses = () -> new MarkovCourse(model, height);
        return Splitting.chance(courses, courses, top, seed, relativeError, MOST_EVENTS);
    }

    private static Optional<Rarity> exact(MarkovModel model, ToDoubleFunction<SmallModel> what) {
        return SmallModel.of(model).map(small -> Rarity.exact(what.applyAsDouble(small)));
    }
}
