package org.rackdrill.simulator.validation;

import org.rackdrill.simulator.rare.MarkovModel;
import org.rackdrill.simulator.rare.Moves;

/** Systems without a lab, by the documented API of the simulator: what fails at which rate in which state. */
final class RareModels {

    /** Two of each of the first four kinds, four of each of the others. */
    private static final int[] PARTS = {2, 2, 2, 2, 4, 4, 4, 4, 4, 4};

    private static final int PROCESSORS = 2;

    private static final double TAKES_ANOTHER = 0.01;

    private RareModels() {}

    /** Copies, all of which fail alike, and one repair at a time; all of them failed is the rare thing. */
    static MarkovModel copies(int copies, double failure, double repair) {
        return MarkovModel.of(new int[] {0}, state -> state[0] == copies, (state, moves) -> {
            if (state[0] < copies) {
                moves.failure((copies - state[0]) * failure)[0]++;
            }
            if (state[0] > 0) {
                moves.repair(repair)[0]--;
            }
        });
    }

    /** Shards that all fail alike, of which some may; repairs that share one crew, or do not. */
    static MarkovModel shards(int shards, int spare, double failure, double repair, boolean oneCrew) {
        return MarkovModel.of(new int[] {0}, state -> state[0] > spare, (state, moves) -> {
            if (state[0] < shards) {
                moves.failure((shards - state[0]) * failure)[0]++;
            }
            if (state[0] > 0) {
                moves.repair((oneCrew ? 1 : state[0]) * repair)[0]--;
            }
        });
    }

    /** Three kinds of five parts, of each of which two must work; every part has a crew. */
    static MarkovModel threeKinds(double slow) {
        double[] failures = {slow, 1.5 * slow, 2 * slow};
        return MarkovModel.of(new int[3], state -> state[0] > 3 || state[1] > 3 || state[2] > 3, (state, moves) -> {
            for (int kind = 0; kind < failures.length; kind++) {
                if (state[kind] < 5) {
                    moves.failure((5 - state[kind]) * failures[kind])[kind]++;
                }
                if (state[kind] > 0) {
                    moves.repair(state[kind])[kind]--;
                }
            }
        });
    }

    /**
     * A database with two kinds of processors, two sets of controllers and six clusters of disks; parts fail in one of two
     * modes, a processor takes one of the other kind with it once in a hundred times, and one crew works at a part that it
     * chooses anew whenever something happens. Of each kind one part more must fail than may; the state counts failed parts by
     * kind and mode.
     */
    static MarkovModel database() {
        return MarkovModel.of(
                new int[2 * PARTS.length],
                state -> {
                    for (int kind = 0; kind < PARTS.length; kind++) {
                        if (failed(state, kind) > 1) {
                            return true;
                        }
                    }
                    return false;
                },
                (state, moves) -> {
                    int all = 0;
                    for (int failed : state) {
                        all += failed;
                    }
                    for (int kind = 0; kind < PARTS.length; kind++) {
                        databaseFails(state, kind, moves);
                        for (int mode = 0; mode < 2; mode++) {
                            int failed = state[2 * kind + mode];
                            if (failed > 0) {
                                moves.repair((mode == 0 ? 1 : 0.5) * failed / all)[2 * kind + mode]--;
                            }
                        }
                    }
                });
    }

    private static int failed(int[] state, int kind) {
        return state[2 * kind] + state[2 * kind + 1];
    }

    private static void databaseFails(int[] state, int kind, Moves moves) {
        int left = PARTS[kind] - failed(state, kind);
        if (left == 0) {
            return;
        }
        double inMode = left / (PARTS[kind] == 2 ? 2000.0 : 6000.0) / 2;
        int other = 1 - kind;
        boolean takes = kind < PROCESSORS && failed(state, other) < PARTS[other];
        for (int mode = 0; mode < 2; mode++) {
            moves.failure(inMode * (takes ? 1 - TAKES_ANOTHER : 1))[2 * kind + mode]++;
            for (int otherMode = 0; takes && otherMode < 2; otherMode++) {
                int[] both = moves.failure(inMode * TAKES_ANOTHER / 2);
                both[2 * kind + mode]++;
                both[2 * other + otherMode]++;
            }
        }
    }

    /** Two queues in a row; the second one is full with so many. */
    static MarkovModel tandem(int full) {
        return MarkovModel.of(new int[] {0, 1}, state -> state[1] >= full, (state, moves) -> {
            moves.failure(3)[0]++;
            if (state[0] > 0) {
                int[] next = moves.failure(2);
                next[0]--;
                next[1]++;
            }
            if (state[1] > 0) {
                moves.repair(6)[1]--;
            }
        });
    }

    /** Two parts, of which the second one begins to age when the first has failed. */
    static MarkovModel inTurn() {
        return MarkovModel.of(new int[] {0}, state -> state[0] == 2, (state, moves) -> {
            if (state[0] < 2) {
                moves.failure(state[0] == 0 ? 1e-4 : 5e-5)[0]++;
            }
        });
    }
}
