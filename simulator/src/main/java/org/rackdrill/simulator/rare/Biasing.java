package org.rackdrill.simulator.rare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.simulator.kernel.Luck;
import org.rackdrill.simulator.statistics.Moments;

/**
 * Balanced failure biasing: where something is broken, the next thing is a failure in half of the cases, and each failure
 * is as likely as any other; each course counts as much as it was made too likely (Shahabuddin, Management Science 40(3),
 * 1994). From whole to whole again courses do not depend on each other, so that means are shares of sums over them; what
 * is not rare, such as how long that takes, is found without biasing (Goyal and others, IEEE Trans. Computers 41(1), 1992).
 */
public final class Biasing {

    private static final double HALF = 0.5;

    /** Courses of one piece of work, and pieces between two looks at the error. */
    private static final int PIECE = 1000;

    private static final int BLOCK = 16;

    private static final long[] ONE_STREAM = {Luck.nameOf("cycle")};

    private final MarkovModel model;
    private final long seed;

    /** Biases a model that comes back to its start again and again. */
    public Biasing(MarkovModel model, long seed) {
        this.model = model;
        this.seed = seed;
    }

    /** What is added up over a course. */
    enum Sum {
        /** How likely the course was that met a rare state. */
        MET(true),
        /** Time in rare states. */
        RARE(true),
        /** Time until everything is whole again. */
        CYCLE(false),
        /** Time until the first rare state, or until everything is whole again. */
        UNTIL_MET(false);

        private final boolean biased;

        Sum(boolean biased) {
            this.biased = biased;
        }
    }

    /**
     * Returns the chance that a rare state comes before the model is back at its start.
     *
     * @param relativeError to reach, such as 0.1
     * @param mostEvents after which it stops all the same, roughly
     */
    public Rarity chanceInACycle(double relativeError, long mostEvents) {
        return alone(Sum.MET, 0, relativeError, mostEvents);
    }

    /** Returns the share of time that is spent in rare states; see {@link #chanceInACycle}. */
    public Rarity unavailability(double relativeError, long mostEvents) {
        return ratio(Sum.RARE, Sum.CYCLE, relativeError, mostEvents);
    }

    /** Returns the mean time from the start to the first rare state; see {@link #chanceInACycle}. */
    public Rarity timeToFirst(double relativeError, long mostEvents) {
        return ratio(Sum.UNTIL_MET, Sum.MET, relativeError, mostEvents);
    }

    /**
     * Returns the chance of a rare state within a time from the start. Each wait is forced to end within it where nothing can
     * be mended; for times in which not much is mended. See {@link #chanceInACycle}.
     */
    public Rarity within(double time, double relativeError, long mostEvents) {
        return alone(Sum.MET, time, relativeError, mostEvents);
    }

    private Rarity ratio(Sum above, Sum below, double relativeError, long mostEvents) {
        double each = relativeError / Math.sqrt(2);
        Rarity first = alone(above, 0, each, mostEvents / 2);
        Rarity second = alone(below, 0, each, mostEvents / 2);
        return new Rarity(
                first.value() / second.value(),
                Math.hypot(first.relativeError(), second.relativeError()),
                Rarity.Method.BIASING,
                List.of(),
                first.events() + second.events(),
                Double.NaN);
    }

    private record Piece(double[] values, long events) {}

    private Rarity alone(Sum sum, double time, double relativeError, long mostEvents) {
        Moments moments = new Moments();
        long events = 0;
        double error = Double.POSITIVE_INFINITY;
        while (moments.count() == 0 || (error > relativeError && events < mostEvents)) {
            int from = (int) (moments.count() / PIECE);
            List<Piece> pieces = IntStream.range(from, from + BLOCK)
                    .parallel()
                    .mapToObj(number -> piece(sum, time, number))
                    .toList();
            for (Piece piece : pieces) {
                events += piece.events();
                for (double value : piece.values()) {
                    moments.add(value);
                }
            }
            error = moments.mean() == 0
                    ? Double.POSITIVE_INFINITY
                    : Math.sqrt(moments.varianceOfMean()) / moments.mean();
        }
        return new Rarity(
                moments.mean(),
                error,
                Rarity.Method.BIASING,
                List.of(),
                events,
                sum.biased ? unbiasedEvents() : (double) events / moments.count());
    }

    private double unbiasedEvents() {
        return piece(Sum.CYCLE, 0, -1).events() / (double) PIECE;
    }

    private Piece piece(Sum sum, double time, int number) {
        Luck luck = new Luck(ONE_STREAM);
        luck.begin(seed, (long) number << Byte.SIZE | sum.ordinal());
        Moves moves = new Moves();
        double[] values = new double[PIECE];
        long events = 0;
        for (int i = 0; i < PIECE; i++) {
            Cycle cycle = new Cycle(model, luck, moves, sum.biased, time);
            while (cycle.goesOn(sum == Sum.MET || sum == Sum.UNTIL_MET)) {
                events++;
            }
            events++;
            values[i] = cycle.of(sum);
        }
        return new Piece(values, events);
    }

    /** One course from whole to whole again, or until a time. */
    private static final class Cycle {

        private final MarkovModel model;
        private final Luck luck;
        private final Moves moves;
        private final boolean biased;
        private final int[] start;
        private int[] state;
        private double left;
        private final boolean limited;
        private double likelihood = 1;
        private boolean met;
        private double likelihoodWhenMet;
        private double rareTime;
        private double cycleTime;
        private double untilMet;

        Cycle(MarkovModel model, Luck luck, Moves moves, boolean biased, double time) {
            this.model = model;
            this.luck = luck;
            this.moves = moves;
            this.biased = biased;
            limited = time > 0;
            left = time;
            start = model.start();
            state = start.clone();
            moves.of(model, state);
        }

        double of(Sum sum) {
            return switch (sum) {
                case MET -> likelihoodWhenMet;
                case RARE -> rareTime;
                case CYCLE -> cycleTime;
                case UNTIL_MET -> untilMet;
            };
        }

        /** Lets the next thing happen. */
        boolean goesOn(boolean untilItIsMet) {
            if (moves.count() == 0 || !waits()) {
                return false;
            }
            boolean over = step();
            if (model.rare(state) && !met) {
                met = true;
                likelihoodWhenMet = likelihood;
            }
            moves.of(model, state);
            return !(over || (met && untilItIsMet));
        }

        /** The mean stands for the time that a state lasts, unless it may be too long. */
        private boolean waits() {
            double mean = 1 / moves.rate();
            if (limited) {
                return waitsNoLonger();
            }
            rareTime += model.rare(state) ? likelihood * mean : 0;
            cycleTime += likelihood * mean;
            untilMet += met ? 0 : likelihood * mean;
            return true;
        }

        private boolean waitsNoLonger() {
            boolean forced = moves.repairRate() == 0;
            double within = -Math.expm1(-moves.rate() * left);
            double drawn = -Math.log1p(-luck.of(0).nextDouble() * (forced ? within : 1)) / moves.rate();
            likelihood *= forced ? within : 1;
            left -= drawn;
            return left > 0;
        }

        /** Returns whether everything is whole again. */
        private boolean step() {
            int move = biased && !met ? towardsTheRare() : moves.at(luck.of(0).nextDouble());
            System.arraycopy(moves.target(move), 0, state, 0, state.length);
            return !limited && Arrays.equals(state, start);
        }

        private int towardsTheRare() {
            int failures = moves.failures();
            double repairs = moves.repairRate();
            boolean both = failures > 0 && repairs > 0;
            double failing = both ? HALF : failures > 0 ? 1 : 0;
            double drawn = luck.of(0).nextDouble();
            boolean fails = drawn < failing;
            double share = fails ? drawn / failing : (drawn - failing) / (1 - failing);
            int move = fails ? failure((int) (share * failures)) : repair(share * repairs);
            double chance = fails ? failing / failures : (1 - failing) * moves.rate(move) / repairs;
            likelihood *= moves.rate(move) / moves.rate() / chance;
            return move;
        }

        private int failure(int number) {
            int before = number;
            for (int i = 0; i < moves.count(); i++) {
                if (!moves.repairs(i) && before-- == 0) {
                    return i;
                }
            }
            throw new IllegalStateException("no failure " + number);
        }

        private int repair(double below) {
            double sum = below;
            int last = -1;
            for (int i = 0; i < moves.count(); i++) {
                if (moves.repairs(i)) {
                    last = i;
                    sum -= moves.rate(i);
                    if (sum < 0) {
                        return i;
                    }
                }
            }
            return last;
        }
    }
}
