package org.rackdrill.simulator.rare;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.rackdrill.simulator.kernel.Luck;

/** A {@link MarkovModel} as a course: which move comes next, not when, since nothing but the state matters. */
final class MarkovCourse implements Course<MarkovCourse> {

    private static final long[] ONE_STREAM = {Luck.nameOf("course")};

    private final MarkovModel model;
    private final ToIntFunction<int[]> height;
    private final Luck luck = new Luck(ONE_STREAM);
    private final Moves moves = new Moves();
    private final int[] state;

    MarkovCourse(MarkovModel model, ToIntFunction<int[]> height) {
        this.model = model;
        this.height = height;
        state = model.start();
    }

    @Override
    public void begin(long seed, long number) {
        set(model.start(), seed, number);
    }

    @Override
    public void goFrom(MarkovCourse other, long seed, long number) {
        set(other.state, seed, number);
    }

    private void set(int[] from, long seed, long number) {
        System.arraycopy(from, 0, state, 0, state.length);
        luck.begin(seed, number);
    }

    @Override
    public boolean goesOn() {
        if (height() < 0) {
            return false;
        }
        moves.of(model, state);
        if (moves.count() == 0) {
            return false;
        }
        System.arraycopy(moves.target(moves.at(luck.of(0).nextDouble())), 0, state, 0, state.length);
        return height() >= 0;
    }

    boolean atStart() {
        return Arrays.equals(state, model.start());
    }

    @Override
    public int height() {
        return height.applyAsInt(state);
    }
}
