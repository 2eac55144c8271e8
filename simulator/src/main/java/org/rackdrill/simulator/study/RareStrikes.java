package org.rackdrill.simulator.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.history.StrikeCost;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.Extra;
import org.rackdrill.simulator.statistics.Moments;

/**
 * What a fire costs, though hardly a history sees one. A cause that strikes at a constant rate takes, in the mean, its
 * expected number of strikes times what one more strike takes at a moment chosen evenly (Mecke's formula; Last and
 * Penrose, Lectures on the Poisson Process, 2017, theorem 4.1). So a rare cause is made to strike in a few histories, and
 * its true rate does the rest: the mean does not depend any more on whether luck dealt none, one or two of them.
 */
final class RareStrikes {

    /** Strikes in the first histories, in the mean, from which on these tell well enough what one costs. */
    private static final double FEW = 50;

    /** Rare causes that are looked at; with more of them each matters less. */
    private static final int MOST = 24;

    /** Histories for each cause at least, and at most. */
    private static final int FEWEST_TRIALS = 16;

    private static final int MOST_TRIALS = 256;

    /** The part of the wanted precision that one of these causes may take up. */
    private static final double SHARE_OF_ERROR = 0.15;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final CompiledLab lab;
    private final double[][] factors;
    private final double horizon;
    private final int histories;

    /** How many things with a clock of their own have each cause. */
    private final int[] clocks;

    /** The standard deviation that any one of the causes may add to the hours down in a history, by service. */
    private final double[] bearable;

    /**
     * Rare causes beside the first histories.
     *
     * @param precision wanted, relative to the hours down
     */
    RareStrikes(CompiledLab lab, double[][] factors, double horizon, List<Tally> first, double precision) {
        this.lab = lab;
        this.factors = factors;
        this.horizon = horizon;
        clocks = new int[lab.causes().count()];
        for (Mode mode : lab.modes()) {
            clocks[mode.cause()] += mode.fails() == Lifetimes.NEVER ? 0 : 1;
        }
        bearable = new double[lab.services().length];
        histories = first.stream().mapToInt(Tally::histories).sum();
        for (Tally row : first) {
            for (int h = 0; h < row.histories(); h++) {
                for (int s = 0; s < bearable.length; s++) {
                    bearable[s] += SHARE_OF_ERROR * precision * row.down(h, s) / histories;
                }
            }
        }
    }

    /** Returns what each rare cause costs. */
    List<StrikeCost> costs(Runner runner, Crew crew) {
        record Weighed(int mode, double weight) {}
        List<Integer> modes = IntStream.range(0, lab.modes().length)
                .filter(this::isRare)
                .mapToObj(mode -> new Weighed(mode, weight(mode)))
                .sorted(Comparator.comparingDouble(it -> -it.weight()))
                .limit(MOST)
                .map(Weighed::mode)
                .sorted()
                .toList();
        return crew.each(modes, mode -> cost(runner, mode));
    }

    private boolean isRare(int number) {
        Mode mode = lab.modes()[number];
        boolean clocked = mode.owner() != Mode.Owner.PROTECTION && mode.owner() != Mode.Owner.DISK;
        double expected = expected(mode);
        return clocked && expected > 0 && expected * histories < FEW && isAlone(mode);
    }

    /** Returns whether nothing else has the same cause and a clock of its own. */
    private boolean isAlone(Mode mode) {
        return clocks[mode.cause()] == 1;
    }

    /** Returns how often it strikes in a history, in the mean over parameters; 0 where its rate is not constant. */
    private double expected(Mode mode) {
        return Arrays.stream(factors)
                        .mapToDouble(draw -> lab.lives().rate(mode.fails(), draw))
                        .average()
                        .orElse(0)
                * horizon;
    }

    /** About how many hours it takes from something. */
    private double weight(int number) {
        Mode mode = lab.modes()[number];
        double repair = lab.lives().mean(mode.repair().lasts(), factors[0]);
        return expected(mode) * Math.min(horizon, repair);
    }

    /** Looks at a few strikes, and at more of them where they matter and differ. */
    private StrikeCost cost(Runner runner, int mode) {
        StrikeCost few = cost(runner, mode, FEWEST_TRIALS);
        double more = 1;
        for (int s = 0; s < bearable.length; s++) {
            double variance = few.expected() / histories * few.variance()[s];
            more = Math.max(more, variance == 0 ? 1 : variance / (bearable[s] * bearable[s]));
        }
        int trials = (int) Math.min(MOST_TRIALS, Math.ceil(more * FEWEST_TRIALS));
        return trials > FEWEST_TRIALS ? cost(runner, mode, trials) : few;
    }

    private StrikeCost cost(Runner runner, int number, int trials) {
        Mode mode = lab.modes()[number];
        int[] numbers = new int[trials];
        Extra[] extras = new Extra[trials];
        for (int i = 0; i < trials; i++) {
            numbers[i] = i * Math.max(1, factors.length / trials);
            // Golden steps fill the horizon evenly, and meet all kinds of parameters early and late.
            extras[i] = new Extra(number, (i * GOLDEN % 1) * horizon);
        }
        Tally seen = runner.struck(numbers, mode.cause(), extras);
        double[] hours = new double[lab.services().length];
        double[] variance = new double[hours.length];
        for (int s = 0; s < hours.length; s++) {
            Moments moments = new Moments();
            for (int h = 0; h < trials; h++) {
                moments.add(seen.byCause(h, s, mode.cause()));
            }
            hours[s] = moments.mean();
            variance[s] = moments.varianceOfMean();
        }
        return new StrikeCost(mode.cause(), expected(mode), trials, hours, variance);
    }
}
