package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Cause;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Service;

/**
 * A cause seen from the whole lab.
 *
 * @param hours downtime a year that it causes, averaged over the services
 * @param share of all downtime of all services
 * @param services those it hits, the hardest first
 * @param gain what never having it would give back, averaged over the services; the ends are averages too, which makes
 *     the interval a little too wide rather than too narrow; null when no service measured it
 */
public record Culprit(
        String component,
        String kind,
        String label,
        double hours,
        double share,
        List<String> services,
        @Nullable Gain gain) {

    /** Returns all causes of a lab, the worst first. */
    public static List<Culprit> of(Results results) {
        Map<String, List<Charge>> charges = new LinkedHashMap<>();
        double all = 0;
        for (Service service : results.services()) {
            for (Cause cause : service.causes()) {
                charges.computeIfAbsent(cause.component() + "\0" + cause.kind(), k -> new ArrayList<>())
                        .add(new Charge(service.name(), cause));
                all += cause.hoursPerYear();
            }
        }
        List<Culprit> culprits = new ArrayList<>();
        for (List<Charge> same : charges.values()) {
            culprits.add(of(same, all, results.services().size()));
        }
        culprits.sort(Comparator.comparingDouble(Culprit::hours).reversed());
        return culprits;
    }

    private record Charge(String service, Cause cause) {}

    private static Culprit of(List<Charge> same, double all, int services) {
        Cause first = same.get(0).cause();
        double hours = 0;
        double gain = 0;
        double low = 0;
        double high = 0;
        boolean measured = false;
        for (Charge charge : same) {
            hours += charge.cause().hoursPerYear();
            Gain given = charge.cause().gainIfRemoved();
            if (given != null) {
                measured = true;
                gain += given.hoursPerYear();
                low += given.low();
                high += given.high();
            }
        }
        List<String> hardestFirst = same.stream()
                .sorted(Comparator.comparingDouble(
                                (Charge charge) -> charge.cause().hoursPerYear())
                        .reversed())
                .map(Charge::service)
                .toList();
        return new Culprit(
                first.component(),
                first.kind(),
                first.label(),
                hours / services,
                all > 0 ? hours / all : 0,
                hardestFirst,
                measured ? new Gain(gain / services, low / services, high / services) : null);
    }
}
