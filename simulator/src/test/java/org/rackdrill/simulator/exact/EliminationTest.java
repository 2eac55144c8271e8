package org.rackdrill.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The long run of chains, against fractions that lose no digit and against published answers. */
@Tag("long")
class EliminationTest {

    private static final double A_TRILLIONTH_OF_A_PERCENT = 1e-10;
    private static final double CHUNK_PER_HOUR = 0.00405 / 8760;
    private static final double REPAIRS_PER_HOUR = 1 / (6.5 * 24);

    /** Chunks of a Reed-Solomon code that die and are made again, each by itself; the last state has lost one too many. */
    private static SparseChain reedSolomon(int chunks, int parity, double failure, double repair) {
        SparseChain chain = new SparseChain(parity + 2);
        for (int dead = 0; dead <= parity; dead++) {
            chain.rate(dead, dead + 1, (chunks - dead) * failure);
            if (dead > 0) {
                chain.rate(dead, dead - 1, dead * repair);
            }
        }
        return chain;
    }

    private static boolean[] last(SparseChain chain) {
        boolean[] those = new boolean[chain.states()];
        those[those.length - 1] = true;
        return those;
    }

    @ParameterizedTest
    @CsvSource({"12, 2", "12, 4", "14, 4", "16, 4", "17, 3", "18, 6", "20, 3", "20, 8", "20, 12"})
    void codesOfTwelveToTwentyChunksKeepAllDigits(int chunks, int parity) {
        SparseChain chain = reedSolomon(chunks, parity, CHUNK_PER_HOUR, REPAIRS_PER_HOUR);
        assertThat(Elimination.hoursUntil(chain, last(chain)))
                .isCloseTo(Rational.hoursUntilLast(chain), withinPercentage(A_TRILLIONTH_OF_A_PERCENT));
    }

    @Test
    void theCodeOfSeventeenAndThreeLosesDataFourTimesAsOftenAsItsCalculatorSays() {
        SparseChain chain = reedSolomon(20, 3, CHUNK_PER_HOUR, REPAIRS_PER_HOUR);
        double lossesPerYear = 8760 / Elimination.hoursUntil(chain, last(chain));
        assertThat(lossesPerYear).isCloseTo(2.939e-11, withinPercentage(0.1));
    }

    @Test
    void ordinaryEliminationBreaksWhereThisHolds() {
        SparseChain chain = reedSolomon(20, 12, CHUNK_PER_HOUR, REPAIRS_PER_HOUR);
        double exact = Rational.hoursUntilLast(chain);
        assertThat(Math.abs(byLu(chain) / exact - 1)).isGreaterThan(0.5);
        assertThat(Elimination.hoursUntil(chain, last(chain))).isCloseTo(exact, withinPercentage(1e-10));
    }

    private static double byLu(SparseChain chain) {
        int n = chain.states() - 1;
        RealMatrix negative = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            negative.addToEntry(i, i, chain.exit(i));
            for (int way = 0; way < chain.ways(i); way++) {
                if (chain.to(i, way) < n) {
                    negative.addToEntry(i, chain.to(i, way), -chain.rate(i, way));
                }
            }
        }
        return new LUDecomposition(negative, 0)
                .getSolver()
                .solve(new ArrayRealVector(n, 1.0))
                .getEntry(0);
    }

    @Test
    void ratesThatSpanFifteenOrdersOfMagnitudeKeepAllDigits() {
        Random random = new Random(7);
        for (int run = 0; run < 40; run++) {
            int n = 2 + random.nextInt(9);
            SparseChain chain = new SparseChain(n);
            for (int i = 0; i < n; i++) {
                chain.rate(i, (i + 1) % n, Math.pow(10, -15 * random.nextDouble()));
                for (int j = 0; j < n; j++) {
                    if (random.nextInt(3) == 0) {
                        chain.rate(i, j, Math.pow(10, -15 * random.nextDouble()));
                    }
                }
            }
            double[] exact = Rational.stationary(chain);
            double[] found = Elimination.stationary(chain);
            for (int i = 0; i < n; i++) {
                assertThat(found[i])
                        .as("run %s, state %s", run, i)
                        .isCloseTo(exact[i], withinPercentage(A_TRILLIONTH_OF_A_PERCENT));
            }
        }
    }

    @Test
    void publishedTimesToLossComeOut() {
        // Validation case O21: serial repair, four replicas, in days.
        SparseChain chain = new SparseChain(5);
        for (int failed = 0; failed < 4; failed++) {
            chain.rate(failed, failed + 1, (4 - failed) * 8.1345e-3);
            if (failed > 0) {
                chain.rate(failed, failed - 1, 66.013);
            }
        }
        assertThat(Elimination.hoursUntil(chain, last(chain))).isCloseTo(2.73918e12, withinPercentage(1e-3));
    }

    /** Validation case O35: three types of five units, up while two of each are; repairs at rate 1, each by itself. */
    private static SparseChain threeTypes(double failure, boolean[] down) {
        SparseChain chain = new SparseChain(216);
        int[] power = {1, 6, 36};
        double[] rate = {failure, 1.5 * failure, 2 * failure};
        for (int state = 0; state < 216; state++) {
            for (int type = 0; type < 3; type++) {
                int failed = state / power[type] % 6;
                down[state] |= failed > 3;
                if (failed < 5) {
                    chain.rate(state, state + power[type], (5 - failed) * rate[type]);
                }
                if (failed > 0) {
                    chain.rate(state, state - power[type], failed);
                }
            }
        }
        return chain;
    }

    @ParameterizedTest
    @CsvSource({"1e-2, 1.010822e-6, 251360.95", "1e-3, 1.0934357e-10, 2.290025e9"})
    void threeTypesOfFiveUnits(double failure, double unavailability, double hours) {
        boolean[] down = new boolean[216];
        SparseChain chain = threeTypes(failure, down);
        assertThat(downTime(chain, down)).isCloseTo(unavailability, withinPercentage(1e-4));
        assertThat(Elimination.hoursUntil(chain, down)).isCloseTo(hours, withinPercentage(1e-4));
    }

    @Test
    void threeTypesOfFiveUnitsKeepTheirDigitsAtOneInTenToTheFourteenth() {
        boolean[] down = new boolean[216];
        SparseChain chain = threeTypes(1e-4, down);
        assertThat(downTime(chain, down)).isCloseTo(1.102151e-14, withinPercentage(1e-4));
        // The figure that was handed down for the time, 2.26860e13, has lost its sixth digit. Fractions have not.
        SparseChain alive = new SparseChain(65);
        int[] number = new int[216];
        int count = 0;
        for (int state = 0; state < 216; state++) {
            number[state] = down[state] ? 64 : count++;
        }
        for (int state = 0; state < 216; state++) {
            for (int way = 0; way < chain.ways(state) && !down[state]; way++) {
                alive.rate(number[state], number[chain.to(state, way)], chain.rate(state, way));
            }
        }
        assertThat(Elimination.hoursUntil(chain, down))
                .isCloseTo(Rational.hoursUntilLast(alive), withinPercentage(1e-10))
                .isCloseTo(2.26865e13, withinPercentage(1e-3));
    }

    private static double downTime(SparseChain chain, boolean[] down) {
        double[] time = Elimination.stationary(chain);
        double sum = 0;
        for (int state = 0; state < time.length; state++) {
            sum += down[state] ? time[state] : 0;
        }
        return sum;
    }

    @Test
    void whatIsNeverRepairedHasNoLongRun() {
        SparseChain chain = new SparseChain(2).rate(0, 1, 1);
        assertThatThrownBy(() -> Elimination.stationary(chain))
                .isInstanceOf(Unsolved.class)
                .hasMessageContaining("never repaired");
    }

    @Test
    void aChainThatIsTooLargeIsRefusedInTime() {
        // A random graph fills up: four thousand states would take a minute.
        Random random = new Random(3);
        SparseChain chain = new SparseChain(4000);
        for (int i = 0; i < chain.states(); i++) {
            chain.rate(i, (i + 1) % chain.states(), 1);
            for (int way = 0; way < 6; way++) {
                chain.rate(i, random.nextInt(chain.states()), random.nextDouble());
            }
        }
        assertThatThrownBy(() -> Elimination.stationary(chain))
                .isInstanceOf(Unsolved.class)
                .hasMessageContaining("4,000 states");
    }

    @Test
    void onlyRatesAreRates() {
        SparseChain chain = new SparseChain(2);
        assertThatThrownBy(() -> chain.rate(0, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chain.rate(0, 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chain.rate(0, 1, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> chain.rate(0, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
