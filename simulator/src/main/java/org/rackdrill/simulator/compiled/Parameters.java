package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.simulator.kernel.Luck;

/**
 * What is not known exactly: each parameter is a factor on its best guess, 1 when the best guess is true. Parts of one
 * catalogue entry share a parameter, since what is not known about a model is the same for all of them.
 */
public final class Parameters {

    /** The 95 % point of the normal distribution: ranges hold nine in ten cases. */
    private static final double Z95 = 1.6448536269514722;

    /**
     * One uncertain value.
     *
     * @param name such as {@code wd-red-pro-8tb fails} or {@code node2 repair}
     * @param text the best guess as written
     */
    public record Parameter(String name, String text, Setting.Range range, Origin origin) {

        /** Returns the range as factors, for people. */
        public String rangeText() {
            return String.format(java.util.Locale.ROOT, "x%.2g to x%.2g", range.low(), range.high());
        }
    }

    /** The number that stands for a value known exactly. */
    public static final int CERTAIN = 0;

    private final List<Parameter> all = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Parameters() {
        all.add(new Parameter("", "", Setting.Range.CERTAIN, new Origin(Origin.Kind.DEFAULT, "", "", true)));
    }

    /** Returns the number of the parameter behind a setting of a part. */
    int number(String part, String model, String trait, Setting<?> setting) {
        if (setting.range().certain()) {
            return CERTAIN;
        }
        boolean own = setting.origin().kind() == Origin.Kind.LAB_FILE;
        String name = (own ? part : model) + " " + trait;
        Integer known = numbers.putIfAbsent(name, all.size());
        if (known != null) {
            return known;
        }
        all.add(new Parameter(name, setting.text(), setting.range(), setting.origin()));
        return all.size() - 1;
    }

    /** Returns how many parameters there are, the certain one included. */
    public int count() {
        return all.size();
    }

    /** Returns a parameter by its number. */
    public Parameter get(int number) {
        return all.get(number);
    }

    /** Returns the factors of the best guess: all 1. */
    public double[] bestGuess() {
        double[] factors = new double[all.size()];
        java.util.Arrays.fill(factors, 1);
        return factors;
    }

    /**
     * Draws sets of factors. Each parameter's range is cut into as many slices of equal probability as there are draws,
     * and each slice is used once (a Latin hypercube), so that a few draws cover it evenly. Below and above the best
     * guess the factor is lognormal, each side with its own width.
     *
     * @return {@code [draw][parameter]}
     */
    public double[][] draw(int draws, long seed) {
        double[][] factors = new double[draws][];
        for (int i = 0; i < draws; i++) {
            factors[i] = bestGuess();
        }
        if (draws == 1) {
            return factors;
        }
        for (int p = 1; p < all.size(); p++) {
            double[] drawn = factors(all.get(p).name(), all.get(p).range(), draws, seed);
            for (int i = 0; i < draws; i++) {
                factors[i][p] = drawn[i];
            }
        }
        return factors;
    }

    /** Returns the factors of one parameter alone, one for each draw; the same that it has among others. */
    public static double[] factors(String name, Setting.Range range, int draws, long seed) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        Luck luck = new Luck(new long[] {Luck.nameOf("parameter " + name)});
        luck.begin(seed, draws);
        int[] slices = shuffled(draws, luck);
        double[] factors = new double[draws];
        for (int i = 0; i < draws; i++) {
            double z = normal.inverseCumulativeProbability((slices[i] + luck.nextDouble()) / draws);
            factors[i] = Math.exp(z / Z95 * (z < 0 ? -Math.log(range.low()) : Math.log(range.high())));
        }
        return factors;
    }

    /** Returns the normal score of a factor of a parameter: 0 for its best guess, 1.645 for the end of its range. */
    public double score(int number, double factor) {
        Setting.Range range = all.get(number).range();
        double width = factor < 1 ? -Math.log(range.low()) : Math.log(range.high());
        return width == 0 ? 0 : Math.log(factor) / width * Z95;
    }

    private static int[] shuffled(int count, Luck luck) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = luck.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
