package org.rackdrill.simulator.rare;

/**
 * Something whose future depends on its present state alone: the states as numbers that the model chooses the meaning of,
 * and what may happen in each, at which rate. It is asked by several threads at once and must not change.
 *
 * <pre>{@code
 * // Two like parts and one crew: how many of them are broken.
 * MarkovModel pair = MarkovModel.of(new int[] {0}, state -> state[0] == 2, (state, moves) -> {
 *     if (state[0] < 2) {
 *         moves.failure((2 - state[0]) * 1e-4)[0]++;
 *     }
 *     if (state[0] > 0) {
 *         moves.repair(1.0 / 24)[0]--;
 *     }
 * });
 * Rarity down = RareEvents.unavailability(pair, 1, 0.1);
 * }</pre>
 */
public interface MarkovModel {

    /** Returns the state in which everything is whole, as a new array. */
    int[] start();

    /** Returns whether a state is the rare thing. */
    boolean rare(int[] state);

    /**
     * Lists what may happen.
     *
     * @param state not to be changed
     */
    void moves(int[] state, Moves moves);

    /** Tells whether a state is the rare thing. */
    @FunctionalInterface
    interface Rare {
        boolean test(int[] state);
    }

    /** Lists what may happen in a state. */
    @FunctionalInterface
    interface Rates {
        void list(int[] state, Moves moves);
    }

    /** Returns the model that has a start, rare states and rates. */
    static MarkovModel of(int[] start, Rare rare, Rates rates) {
        return new MarkovModel() {
            @Override
            public int[] start() {
                return start.clone();
            }

            @Override
            public boolean rare(int[] state) {
                return rare.test(state);
            }

            @Override
            public void moves(int[] state, Moves moves) {
                rates.list(state, moves);
            }
        };
    }
}
