package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Enough where these hours say nearly all of it. */
    private static final int FEW_HISTORIES = 12;

    /** A gain that is known to this share of a service's downtime is known well enough. */
    private static final double KNOWN = 0.004;

    private static final double Z = 1.6448536269514722;

    private final CompiledLab lab;
    private final Account account;
    private final List<Tally> first;
    private final Crew crew;
    private final Map<Long, Results.Gain> gains = new ConcurrentHashMap<>();
    private int measured;

    Gains(CompiledLab lab, Account account, List<Tally> first, Crew crew) {
        this.crew = crew;
        this.lab = lab;
        this.account = account;
        this.first = first;
    }

    void measure(Runner runner, Progress progress) {
        List<Integer> causes = causes();
        crew.each(causes, cause -> {
            if (!progress.cancelled()) {
                measure(runner, cause, progress);
                report(progress, causes.size());
            }
            return cause;
        });
    }

    private synchronized void report(Progress progress, int causes) {
        progress.at(0.7 + 0.3 * ++measured / causes);
    }

    /** Returns the hours given back, where they were measured. */
    Optional<Results.Gain> of(int service, int cause) {
        return Optional.ofNullable(gains.get(key(service, cause)));
    }

    /** Returns a service's causes, the largest first. */
    List<Integer> ranked(int service) {
        return Arrays.stream(account.causes(service))
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
        double[] worst = worst();
        return chosen.stream()
                .sorted(Comparator.comparingDouble((Integer cause) -> -worst[cause]))
                .limit(MOST_CAUSES)
                .toList();
    }

    /** The largest share that each cause has in any service's downtime, weighted by nothing: every service counts. */
    private double[] worst() {
        double[] worst = new double[lab.causes().count()];
        for (int s = 0; s < lab.services().length; s++) {
            double total = account.unavailability(s).mean() * Hours.PER_YEAR;
            for (int cause : account.causes(s)) {
                worst[cause] = Math.max(worst[cause], total == 0 ? 0 : account.causeHoursPerYear(s, cause) / total);
            }
        }
        return worst;
    }

    private void measure(Runner runner, int cause, Progress progress) {
        Moments[] beyondBlame = new Moments[lab.services().length];
        Arrays.setAll(beyondBlame, service -> new Moments());
        List<Place> places = places();
        int few = Math.min(FEW_HISTORIES, places.size());
        again(runner, cause, places.subList(0, few), beyondBlame);
        if (!known(beyondBlame)) {
            again(runner, cause, places.subList(few, places.size()), beyondBlame);
        }
        if (progress.cancelled()) {
            return;
        }
        for (int s = 0; s < lab.services().length; s++) {
            gains.put(key(s, cause), gain(s, cause, beyondBlame[s]));
        }
    }

    /** Where one of the first histories is kept. */
    private record Place(Tally row, int history, int number) {}

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Tally row : first) {
            for (int h = 0; h < row.histories() && places.size() < HISTORIES; h++) {
                places.add(new Place(row, h, places.size()));
            }
        }
        return places;
    }

    /** Lets the histories that the cause struck happen without it; the others would come out the same. */
    private void again(Runner runner, int cause, List<Place> places, Moments[] beyondBlame) {
        List<Place> struck =
                places.stream().filter(it -> it.row.struck(it.history, cause)).toList();
        int next = 0;
        for (double[] without :
                runner.down(struck.stream().mapToInt(Place::number).toArray(), cause)) {
            Place place = struck.get(next++);
            for (int s = 0; s < beyondBlame.length; s++) {
                double given = place.row.down(place.history, s) - without[s];
                beyondBlame[s].add(given - place.row.byCause(place.history, s, cause));
            }
        }
        for (int untouched = struck.size(); untouched < places.size(); untouched++) {
            Arrays.stream(beyondBlame).forEach(it -> it.add(0));
        }
    }

    private boolean known(Moments[] beyondBlame) {
        for (int s = 0; s < beyondBlame.length; s++) {
            double down = account.unavailability(s).mean() * account.horizon();
            if (Z * Math.sqrt(beyondBlame[s].varianceOfMean()) > KNOWN * down) {
                return false;
            }
        }
        return true;
    }

    private Results.Gain gain(int service, int cause, Moments beyondBlame) {
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
