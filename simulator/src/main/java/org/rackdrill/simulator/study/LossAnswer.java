package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.Hours;

/** How likely one dataset is lost, for each set of parameters and each year. */
final class LossAnswer {

    private static final String METHOD =
            "chains of places and disks, and how often people strike, for each set of parameters";

    private static final String DAMAGE_METHOD =
            "blocks that a resilver could not read; and what memory without ECC wrote"
                    + " wrong, which is the part beyond disks, and which ECC would take away";

    /** The longest time that is answered. */
    private static final int YEARS = 10;

    private final Durability durability;

    /** Rates by draw and year. */
    private final Durability.Rates[][] rates;

    LossAnswer(Durability durability, DataPlan data, double[][] factors, int horizonYears, Crew crew) {
        this.durability = durability;
        int years = Math.max(YEARS, horizonYears);
        rates = crew.each(List.of(factors), draw -> durability.rates(data, draw, years))
                .toArray(Durability.Rates[][]::new);
    }

    /** Returns the chance of losing it within some years. */
    Results.Loss loss(int years) {
        return over(years, Durability.Rates::all, Durability.Rates::disksOnly, METHOD);
    }

    /** Returns the chance that some of its files are damaged within a year. */
    Results.Loss damaged() {
        return over(1, Durability.Rates::damaged, Durability.Rates::unread, DAMAGE_METHOD);
    }

    /** Returns the chance of losing it in each year. */
    List<Double> byYear(int years) {
        List<Double> chances = new ArrayList<>();
        for (int year = 0; year < years; year++) {
            int of = year;
            chances.add(Arrays.stream(rates)
                    .mapToDouble(draw -> chance(draw[of].all()))
                    .average()
                    .orElse(0));
        }
        return chances;
    }

    /** Returns what it dies of within ten years, the likeliest first; shares add up to 1. */
    List<Results.LossCause> causes() {
        List<String> names = durability.causes();
        double[] sums = new double[names.size()];
        for (Durability.Rates[] draw : rates) {
            for (int year = 0; year < YEARS; year++) {
                double[] by = draw[year].by();
                Arrays.setAll(sums, cause -> sums[cause] + by[cause]);
            }
        }
        double all = Arrays.stream(sums).sum();
        List<Results.LossCause> causes = new ArrayList<>();
        for (int cause = 0; cause < sums.length; cause++) {
            if (sums[cause] > 0) {
                causes.add(new Results.LossCause(names.get(cause), sums[cause] / all));
            }
        }
        causes.sort(Comparator.comparingDouble((Results.LossCause cause) -> -cause.share()));
        return causes;
    }

    private Results.Loss over(
            int years,
            ToDoubleFunction<Durability.Rates> which,
            ToDoubleFunction<Durability.Rates> disksOnly,
            String method) {
        double[] sorted = Arrays.stream(rates)
                .mapToDouble(draw -> chance(sum(draw, years, which)))
                .sorted()
                .toArray();
        return new Results.Loss(
                Arrays.stream(sorted).average().orElse(0),
                sorted[(int) (0.05 * (sorted.length - 1))],
                sorted[(int) Math.ceil(0.95 * (sorted.length - 1))],
                Arrays.stream(rates)
                        .mapToDouble(draw -> chance(sum(draw, years, disksOnly)))
                        .average()
                        .orElse(0),
                method);
    }

    private static double sum(Durability.Rates[] draw, int years, ToDoubleFunction<Durability.Rates> which) {
        return Arrays.stream(draw, 0, years).mapToDouble(which).sum();
    }

    /** The chance in a year of what happens so often an hour; of several years added up, the chance in all of them. */
    private static double chance(double perHour) {
        return -Math.expm1(-perHour * Hours.PER_YEAR);
    }
}
