package org.rackdrill.simulator.rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Biasing and splitting beside what can be counted, and what is exact. */
class RareEventsTest {

    private static final double Z = 3.3;

    private static MarkovModel pair(double failure) {
        return MarkovModel.of(new int[] {0}, state -> state[0] == 2, (state, moves) -> {
            if (state[0] < 2) {
                moves.failure((2 - state[0]) * failure)[0]++;
            }
            if (state[0] > 0) {
                moves.repair(state[0])[0]--;
            }
        });
    }

    /** As many parts as make the model too large to be solved. */
    private static MarkovModel many(int kinds, double failure) {
        return MarkovModel.of(
                new int[kinds],
                state -> {
                    for (int failed : state) {
                        if (failed == 3) {
                            return true;
                        }
                    }
                    return false;
                },
                (state, moves) -> {
                    for (int kind = 0; kind < kinds; kind++) {
                        if (state[kind] < 3) {
                            moves.failure((3 - state[kind]) * failure)[kind]++;
                        }
                        if (state[kind] > 0) {
                            moves.repair(state[kind])[kind]--;
                        }
                    }
                });
    }

    private static void agree(Rarity rarity, double expected, double itsError) {
        assertThat(rarity.value())
                .isCloseTo(expected, within(Z * Math.hypot(rarity.relativeError() * rarity.value(), itsError)));
    }

    @Test
    void aSmallModelIsSolved() {
        double failure = 1e-5;
        Rarity down = RareEvents.unavailability(pair(failure), 1, 0.1);

        assertThat(down.method()).isEqualTo(Rarity.Method.EXACT);
        assertThat(down.value()).isCloseTo(Math.pow(failure / (1 + failure), 2), withinPercentage(1e-9));
        assertThat(RareEvents.timeToFirst(pair(failure), 1, 0.1).value())
                .isCloseTo((3 * failure + 1) / (2 * failure * failure), withinPercentage(1e-9));
        assertThat(RareEvents.chanceInACycle(pair(failure), 1, 0.1).value())
                .isCloseTo(failure / (1 + failure), withinPercentage(1e-9));
    }

    @Test
    void aLargeModelIsBiasedAndAgreesWithWhatIsCounted() {
        MarkovModel model = many(7, 0.02);
        Rarity biased = RareEvents.chanceInACycle(model, 1, 0.03);
        int cycles = 200_000;
        int met = 0;
        MarkovCourse course = new MarkovCourse(model, state -> model.rare(state) ? 1 : 0);
        for (int i = 0; i < cycles; i++) {
            met += meets(course, i) ? 1 : 0;
        }
        double counted = (double) met / cycles;

        assertThat(biased.method()).isEqualTo(Rarity.Method.BIASING);
        assertThat(met).isGreaterThan(100);
        agree(biased, counted, Math.sqrt(counted / cycles));
    }

    private static boolean meets(MarkovCourse course, int number) {
        course.begin(3, number);
        boolean first = true;
        while (course.height() == 0 && (first || !course.atStart())) {
            course.goesOn();
            first = false;
        }
        return course.height() == 1;
    }

    @Test
    void biasingAgreesWithTheSolvedModelWhateverTheRates() {
        for (double failure : new double[] {0.05, 1e-3, 1e-6}) {
            MarkovModel model = many(2, failure);
            Biasing biasing = new Biasing(model, 1);

            agree(
                    biasing.unavailability(0.02, 20_000_000),
                    RareEvents.unavailability(model, 1, 0).value(),
                    0);
            agree(
                    biasing.timeToFirst(0.02, 20_000_000),
                    RareEvents.timeToFirst(model, 1, 0).value(),
                    0);
        }
    }

    @Test
    void splittingAgreesWithTheSolvedChanceInACycle() {
        MarkovModel model = many(1, 1e-3);
        double exact = RareEvents.chanceInACycle(model, 1, 0).value();
        // A cycle that is over is told from one that has not begun by a second number.
        MarkovModel once = MarkovModel.of(new int[] {1}, state -> state[0] == 3, (state, moves) -> {
            if (state[0] > 0 && state[0] < 3) {
                moves.failure((3 - state[0]) * 1e-3)[0]++;
                moves.repair(state[0])[0]--;
            }
        });
        Rarity split = RareEvents.chanceToReach(once, state -> state[0] == 0 ? -1 : state[0] - 1, 2, 1, 0.05);

        assertThat(split.method()).isEqualTo(Rarity.Method.SPLITTING);
        assertThat(split.levels()).hasSize(2);
        assertThat(split.relativeError()).isLessThanOrEqualTo(0.05);
        agree(split, exact, 0);
    }

    @Test
    void whatNeverHappensIsSaidToBeUnknown() {
        MarkovModel never = MarkovModel.of(new int[] {0}, state -> false, (state, moves) -> {});
        Rarity found = RareEvents.chanceToReach(never, state -> state[0], 3, 1, 0.1);

        assertThat(found.value()).isZero();
        assertThat(found.relativeError()).isInfinite();
    }

    @Test
    void aRateMustBePositive() {
        MarkovModel wrong = MarkovModel.of(new int[] {0}, state -> false, (state, moves) -> moves.failure(0)[0]++);

        assertThatThrownBy(() -> RareEvents.unavailability(wrong, 1, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a rate must be positive");
    }

    @Test
    void theSameSeedGivesTheSameAnswer() {
        MarkovModel model = many(7, 1e-3);

        assertThat(RareEvents.unavailability(model, 5, 0.1)).isEqualTo(RareEvents.unavailability(model, 5, 0.1));
        assertThat(RareEvents.unavailability(model, 5, 0.1)).isNotEqualTo(RareEvents.unavailability(model, 6, 0.1));
    }
}
