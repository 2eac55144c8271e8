package org.rackdrill.simulator.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.DataPlan;

/** What a change of the lab does to the chance of losing data within ten years. */
final class Rescue {

    private static final int YEARS = 10;

    /** A chance that falls by less is not worth a line. */
    private static final double LEAST = 0.9;

    /** Chances of at least this are said with two digits, smaller ones with one. */
    private static final double TWO_DIGITS = 0.1;

    private final CompiledLab before;
    private final double[][] factors;
    private final Crew crew;

    Rescue(CompiledLab before, double[][] factors, Crew crew) {
        this.crew = crew;
        this.before = before;
        this.factors = factors;
    }

    /** Returns what is said of the dataset that is likeliest to be lost today; nothing when it gains next to nothing. */
    Optional<String> by(CompiledLab after, double[][] factorsAfter, List<String> datasets) {
        double[][] guess = {before.parameters().bestGuess()};
        Optional<DataPlan> worst = Arrays.stream(before.data())
                .filter(data -> datasets.contains(data.name()))
                .max(Comparator.comparingDouble(data -> chance(before, data, guess)));
        if (worst.isEmpty()) {
            return Optional.empty();
        }
        String name = worst.get().name();
        double now = chance(before, worst.get(), factors);
        return Arrays.stream(after.data())
                .filter(data -> data.name().equals(name))
                .findFirst()
                .map(data -> chance(after, data, factorsAfter))
                .filter(then -> then < LEAST * now)
                .map(then -> "the chance of losing " + name + " within ten years falls from " + percent(now) + " to "
                        + percent(then));
    }

    private double chance(CompiledLab lab, DataPlan data, double[][] factors) {
        Durability durability = new Durability(lab, new Restorable(lab));
        return new LossAnswer(durability, data, factors, YEARS, crew)
                .loss(YEARS)
                .mean();
    }

    private static String percent(double chance) {
        MathContext digits = new MathContext(chance >= TWO_DIGITS ? 2 : 1);
        return new BigDecimal(100 * chance).round(digits).stripTrailingZeros().toPlainString() + " %";
    }
}
