package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;

/**
 * What each service has to keep. The measure of a combination is its tightest service: how many times its allowance of
 * downtime that one uses. All services keep their goals where it is at most 1.
 *
 * @param names the services that count
 * @param goals the availability that each has to keep
 */
record Goals(List<String> names, double[] goals) {

    /** A goal of 100 % allows nothing; then this is what is taken for nothing. */
    private static final double LEAST_ALLOWANCE = 1e-9;

    /**
     * Returns the goals of a lab's services.
     *
     * @param wanted what every service has to keep, but for those that the lab lets be down more than the others; none: what
     *     the lab says
     * @param only the services that count; empty: all
     */
    static Goals of(Lab lab, OptionalDouble wanted, List<String> only) {
        List<String> names = new ArrayList<>();
        List<Double> goals = new ArrayList<>();
        double usual = lab.slo().fraction();
        for (Service service : lab.services()) {
            if (only.isEmpty() || only.contains(service.name())) {
                double own = service.slo().value().fraction();
                names.add(service.name());
                goals.add(
                        wanted.isEmpty()
                                ? own
                                : own < usual ? Math.min(own, wanted.getAsDouble()) : wanted.getAsDouble());
            }
        }
        return new Goals(
                List.copyOf(names),
                goals.stream().mapToDouble(Double::doubleValue).toArray());
    }

    int count() {
        return goals.length;
    }

    /** Returns the share of time in which a service may be down. */
    double allowance(int service) {
        return Math.max(LEAST_ALLOWANCE, 1 - goals[service]);
    }

    /** Returns how many times its allowance each service uses, history by history. */
    double[][] uses(double[][] down, int[] places) {
        double[][] uses = new double[down.length][goals.length];
        for (int h = 0; h < down.length; h++) {
            for (int s = 0; s < goals.length; s++) {
                uses[h][s] = down[h][places[s]] / allowance(s);
            }
        }
        return uses;
    }
}
