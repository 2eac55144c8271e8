package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;
import org.rackdrill.model.life.Life;
import org.rackdrill.simulator.kernel.Luck;

/**
 * The distributions of a lab, numbered, each with the parameter that scales it.
 */
public final class Lifetimes {

    /** The number of the life that never ends. */
    public static final int NEVER = 0;

    /** The number of the duration that takes no time. */
    public static final int AT_ONCE = 1;

    private final List<Entry> entries =
            new ArrayList<>(List.of(Entry.of(new Life.Never(), 0), Entry.of(new Life.Fixed(0), 0)));
    private final Map<Entry, Integer> numbers =
            new HashMap<>(Map.of(entries.get(NEVER), NEVER, entries.get(AT_ONCE), AT_ONCE));
    private Risk[][] risks = {};
    private int[][] parameter = {};

    /** Hours, before the parameter; 0 where the mean of all durations is not known at once. */
    private double[] meanHours = {};

    /** Hours, before the parameter, of what fails at a constant rate; 0 for all else. */
    private double[] constantHours = {};

    private boolean[] smooth = {};

    /** The parameter of the first risk, where it is found at once. */
    private int[] firstParameter = {};

    /** One numbered distribution: the first of some lives, each with the parameter that scales it. */
    private record Entry(List<Life> lives, List<Integer> parameters) {
        static Entry of(Life life, int parameter) {
            return new Entry(List.of(life), List.of(parameter));
        }
    }

    /** Returns the number of a distribution, giving it one when it is new. */
    int number(Life life, int parameterNumber) {
        return number(Entry.of(life, parameterNumber));
    }

    private int number(Entry entry) {
        Integer known = numbers.putIfAbsent(entry, entries.size());
        if (known != null) {
            return known;
        }
        entries.add(entry);
        return entries.size() - 1;
    }

    /** Returns the number of the life that ends when the first of two would. */
    int first(int one, int other) {
        if (one == NEVER || other == NEVER) {
            return one == NEVER ? other : one;
        }
        List<Life> lives = new ArrayList<>(entries.get(one).lives());
        lives.addAll(entries.get(other).lives());
        List<Integer> parameters = new ArrayList<>(entries.get(one).parameters());
        parameters.addAll(entries.get(other).parameters());
        return number(new Entry(List.copyOf(lives), List.copyOf(parameters)));
    }

    /** Ends numbering and makes the flat form. */
    void freeze() {
        risks = new Risk[entries.size()][];
        parameter = new int[entries.size()][];
        meanHours = new double[entries.size()];
        constantHours = new double[entries.size()];
        smooth = new boolean[entries.size()];
        firstParameter = new int[entries.size()];
        for (int i = 0; i < risks.length; i++) {
            List<Risk> all = new ArrayList<>();
            List<Integer> scaledBy = new ArrayList<>();
            for (int j = 0; j < entries.get(i).lives().size(); j++) {
                for (Risk risk : Risk.of(entries.get(i).lives().get(j))) {
                    all.add(risk);
                    scaledBy.add(entries.get(i).parameters().get(j));
                }
            }
            risks[i] = all.toArray(Risk[]::new);
            meanHours[i] = all.size() == 1 ? meanHours(life(i)) : 0;
            constantHours[i] = constantHours(risks[i]);
            smooth[i] = all.stream().allMatch(Risk::smooth);
            parameter[i] = scaledBy.stream().mapToInt(Integer::intValue).toArray();
            firstParameter[i] = parameter[i].length == 0 ? 0 : parameter[i][0];
        }
    }

    private static double constantHours(Risk[] risks) {
        return risks.length == 1 && constant(risks[0]) && risks[0] instanceof Risk.Weibull it ? it.scale() : 0;
    }

    /** Draws a time in hours from the luck's present stream. */
    public double sample(int life, Luck luck, double[] factors) {
        if (constantHours[life] > 0) {
            return constantHours[life] * luck.exponential() * factors[firstParameter[life]];
        }
        double first = Double.POSITIVE_INFINITY;
        for (int i = 0; i < risks[life].length; i++) {
            first = Math.min(first, risks[life][i].draw(luck) * factors[parameter[life][i]]);
        }
        return first;
    }

    /** Returns by how many hours a duration that was drawn is longer than in the mean; 0 where that is not known at once. */
    public double beyondMean(int life, double hours, double[] factors) {
        double mean = meanHours[life];
        return mean > 0 && mean < Double.POSITIVE_INFINITY ? hours - mean * factors[firstParameter[life]] : 0;
    }

    /** Returns whether the cumulative hazard of a life has a plain form that grows without jumps. */
    public boolean smooth(int life) {
        return smooth[life];
    }

    /** Returns the cumulative hazard of a smooth life at an age in hours. */
    public double hazard(int life, double[] factors, double age) {
        double sum = 0;
        for (int i = 0; i < risks[life].length; i++) {
            sum += risks[life][i].used(age / factors[parameter[life][i]]);
        }
        return sum;
    }

    /** Returns the rate in failures an hour of a life that fails at a constant one; 0 for all others. */
    public double rate(int life, double[] factors) {
        return constantHours[life] > 0 ? 1 / (constantHours[life] * factors[firstParameter[life]]) : 0;
    }

    /** Returns whether age does not matter for a life. */
    public boolean ageless(int life) {
        for (Risk risk : risks[life]) {
            if (!constant(risk) && !(risk instanceof Risk.None)) {
                return false;
            }
        }
        return true;
    }

    private static boolean constant(Risk risk) {
        return risk instanceof Risk.Weibull it && it.shape() == 1 && it.location() == 0;
    }

    /** Returns how many distributions there are. */
    public int count() {
        return risks.length;
    }

    /** Returns of how many competing risks a life consists. */
    public int risks(int life) {
        return risks[life].length;
    }

    /**
     * Draws the age in hours at which one of the risks strikes something that has lived so long.
     *
     * @param age in hours; an age that nobody reaches counts as new, since the description contradicts itself
     * @param frailty how many times the usual hazard it has
     */
    public double strikes(int life, int risk, Luck luck, double[] factors, double age, double frailty) {
        Risk it = risks[life][risk];
        double factor = factors[parameter[life][risk]];
        if (age == 0 && frailty == 1) {
            return it.draw(luck) * factor;
        }
        double left = it.unit(luck) / frailty;
        double used = it.used(age / factor);
        return Double.isInfinite(used) ? age + it.until(left) * factor : Math.max(age, it.until(used + left) * factor);
    }

    /**
     * Returns the age at which a risk strikes when from an age on its hazard is some times what it was.
     *
     * @param strikes the age at which it would have struck
     */
    public double hastened(int life, int risk, double[] factors, double strikes, double age, double times) {
        Risk it = risks[life][risk];
        double factor = factors[parameter[life][risk]];
        double used = it.used(age / factor);
        double left = it.used(strikes / factor) - used;
        return left > 0 && left < Double.POSITIVE_INFINITY
                ? Math.max(age, it.until(used + left / times) * factor)
                : strikes;
    }

    /** Draws what is left of a life, in hours; see {@link #strikes}. */
    public double residual(int life, Luck luck, double[] factors, double age, double frailty) {
        double first = Double.POSITIVE_INFINITY;
        for (int i = 0; i < risks[life].length; i++) {
            first = Math.min(first, strikes(life, i, luck, factors, age, frailty));
        }
        return first - age;
    }

    /** Returns the expected time in hours under the given parameters. */
    public double mean(int life, double[] factors) {
        return entries.get(life).lives().size() == 1
                ? meanHours(life(life)) * factors[parameter[life][0]]
                : survival(life, factors).mean();
    }

    /** Returns the chance to survive under the given parameters. */
    public Survival survival(int life, double[] factors) {
        double[] scales = new double[risks[life].length];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = factors[parameter[life][i]];
        }
        return new Survival(risks[life], scales);
    }

    /** Returns the distribution of a number, before its parameter; of competing ones the first that was named. */
    public Life life(int number) {
        return entries.get(number).lives().get(0);
    }

    /** Returns the competing distributions of a number, before their parameters: the first to strike counts. */
    public List<Life> competing(int number) {
        return entries.get(number).lives();
    }

    /** Returns the expected time of a distribution in hours; infinite when it may never happen. */
    public static double meanHours(Life life) {
        if (life instanceof Life.Exponential it) {
            return it.meanHours();
        }
        if (life instanceof Life.Weibull it) {
            return it.locationHours() + it.scaleHours() * Math.exp(Gamma.logGamma(1 + 1 / it.shape()));
        }
        if (life instanceof Life.Lognormal it) {
            return it.medianHours() * Math.exp(it.sigma() * it.sigma() / 2);
        }
        if (life instanceof Life.GammaLife it) {
            return it.shape() * it.scaleHours();
        }
        if (life instanceof Life.Uniform it) {
            return (it.lowHours() + it.highHours()) / 2;
        }
        if (life instanceof Life.Fixed it) {
            return it.hours();
        }
        if (life instanceof Life.Empirical it) {
            return it.hours().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.POSITIVE_INFINITY);
        }
        if (life instanceof Life.Bathtub) {
            return new Survival(Risk.of(life), new double[] {1, 1, 1}).mean();
        }
        return Double.POSITIVE_INFINITY;
    }
}
