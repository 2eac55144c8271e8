package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.statistics.Moments;

/**
 * What never having a cause would give back, simulated again with the same luck. A history that the cause did not strike
 * is not run again: it would come out the same. The hours blamed on the cause, known from all histories, serve as a
 * control variate.
 */
final class Gains {

    private static final int CAUSES_PER_SERVICE = 10;

    /** Causes measured in all; a lab with more has them shared by ever fewer services. */
    private static final int MOST_CAUSES = 100;

    /** Enough, since the hours blamed on a cause already say most of what is gained. */
    private static final int HISTORIES = 50;

    private static final double Z = 1.6448536269514722;

    private final CompiledLab lab;
    private final Account account;
    private final List<Tally> first;
    private final Map<Long, Results.Gain> gains = new HashMap<>();

    Gains(CompiledLab lab, Account account, List<Tally> first) {
        this.lab = lab;
        this.account = account;
        this.first = first;
    }

    void measure(Runner runner, Progress progress) {
        List<Integer> causes = causes();
        for (int i = 0; i < causes.size() && !progress.cancelled(); i++) {
            measure(runner, causes.get(i));
            progress.at(0.7 + 0.3 * (i + 1) / causes.size());
        }
    }

    /** Returns the hours given back, where they were measured. */
    Optional<Results.Gain> of(int service, int cause) {
        return Optional.ofNullable(gains.get(key(service, cause)));
    }

    /** Returns a service's causes, the largest first. */
    List<Integer> ranked(int service) {
        return IntStream.range(0, lab.causes().count())
                .boxed()
                .filter(cause -> account.causeHoursPerYear(service, cause) > 0)
                .sorted(Comparator.comparingDouble((Integer cause) -> -account.causeHoursPerYear(service, cause)))
                .toList();
    }

    private List<Integer> causes() {
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int s = 0; s < lab.services().length; s++) {
            ranked(s).stream().limit(CAUSES_PER_SERVICE).forEach(chosen::add);
        }
        return chosen.stream()
                .sorted(Comparator.comparingDouble((Integer cause) -> -worst(cause)))
                .limit(MOST_CAUSES)
                .toList();
    }

    /** The largest share that a cause has in any service's downtime, weighted by nothing: every service counts. */
    private double worst(int cause) {
        double worst = 0;
        for (int s = 0; s < lab.services().length; s++) {
            double total = account.unavailability(s).mean() * Hours.PER_YEAR;
            worst = Math.max(worst, total == 0 ? 0 : account.causeHoursPerYear(s, cause) / total);
        }
        return worst;
    }

    private void measure(Runner runner, int cause) {
        List<int[]> places = new ArrayList<>();
        int number = 0;
        int considered = 0;
        for (int row = 0; row < first.size(); row++) {
            for (int h = 0; h < first.get(row).histories() && number < HISTORIES; h++, number++) {
                considered++;
                if (first.get(row).struck(h, cause)) {
                    places.add(new int[] {row, h, number});
                }
            }
        }
        int[] numbers = places.stream().mapToInt(place -> place[2]).toArray();
        List<Tally> without = runner.run(numbers, cause);
        for (int s = 0; s < lab.services().length; s++) {
            gains.put(key(s, cause), gain(s, cause, places, without, considered));
        }
    }

    private Results.Gain gain(int service, int cause, List<int[]> places, List<Tally> without, int considered) {
        Moments beyondBlame = new Moments();
        int place = 0;
        for (Tally row : without) {
            for (int h = 0; h < row.histories(); h++, place++) {
                Tally base = first.get(places.get(place)[0]);
                int at = places.get(place)[1];
                double given = base.down(at, service) - row.down(h, service);
                double blame = base.byCause(at, service, cause);
                beyondBlame.add(given - blame);
            }
        }
        for (int i = place; i < considered; i++) {
            beyondBlame.add(0);
        }
        double perYear = Hours.PER_YEAR / account.horizon();
        double mean = account.causeHoursPerYear(service, cause) + beyondBlame.mean() * perYear;
        double variance =
                beyondBlame.varianceOfMean() + account.causeVariance(service, cause) / Math.max(1, account.histories());
        double half = Z * Math.sqrt(variance) * perYear;
        return new Results.Gain(mean, mean - half, mean + half);
    }

    private static long key(int service, int cause) {
        return ((long) service << 32) | cause;
    }
}
