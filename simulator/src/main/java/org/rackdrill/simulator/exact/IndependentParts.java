package org.rackdrill.simulator.exact;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Structure;

/**
 * A service whose parts fail and are repaired each by itself: the chance that it is down follows from the chances of its
 * parts, whatever their distributions, since in the long run a part is down for its mean repair out of its mean life and
 * mean repair (Barlow and Proschan, Statistical Theory of Reliability and Life Testing, 1975). Where the parts are
 * memoryless as well, so does every moment from all of them up on.
 */
final class IndependentParts {

    /** Halves of halves of the horizon, down to what no rate could notice. */
    private static final int PANELS = 70;

    private static final int POINTS = 12;

    /** The diagram asks them one inside the other. */
    private static final int MOST_PARTS = 1_000;

    private final Parts parts;
    private final Diagram diagram;
    private final int[] place;

    IndependentParts(Cone cone, Parts parts) {
        this.parts = parts;
        if (parts.count() > MOST_PARTS) {
            throw new Unsolved("it hangs on " + parts.count() + " parts");
        }
        int[] order = new int[cone.structure().count()];
        Arrays.fill(order, -1);
        number(cone.structure(), cone.top(), order, new boolean[order.length], new int[1]);
        place = new int[parts.count()];
        for (int i = 0; i < place.length; i++) {
            place[i] = order[parts.plan(i).up()];
        }
        diagram = new Diagram(cone, order);
    }

    /** Leaves are asked in the order in which one comes across them from the top: what belongs together stays together. */
    private static void number(Structure structure, int point, int[] order, boolean[] seen, int[] next) {
        if (seen[point]) {
            return;
        }
        seen[point] = true;
        if (structure.children(point).length == 0) {
            order[point] = next[0]++;
        }
        for (int child : structure.children(point)) {
            number(structure, child, order, seen, next);
        }
    }

    int size() {
        return diagram.size();
    }

    /** Returns the share of time that the service is down in the long run. */
    double longRun() {
        return diagram.down(longRunDown());
    }

    /** Returns how often a year it goes down in the long run. */
    double longRunOutages() {
        double[] importance = diagram.importance(longRunDown());
        double sum = 0;
        for (int i = 0; i < parts.count(); i++) {
            if (place[i] >= 0) {
                sum += importance[place[i]] / (parts.lives[i] + parts.repairs[i]);
            }
        }
        return sum * Hours.PER_YEAR;
    }

    private double[] longRunDown() {
        return down(i -> {
            double life = parts.lives[i];
            double repair = parts.repairs[i];
            return Double.isInfinite(life) ? 0 : Double.isInfinite(repair) ? 1 : repair / (life + repair);
        });
    }

    /** Returns the mean share of time until a moment that it is down, for memoryless parts that begin up. */
    double until(double hours) {
        return mean(hours, time -> diagram.down(at(time)));
    }

    /** Returns how often a year it goes down until a moment in the mean. */
    double outagesUntil(double hours) {
        return Hours.PER_YEAR
                * mean(hours, time -> {
                    double[] down = at(time);
                    double[] importance = diagram.importance(down);
                    double sum = 0;
                    for (int i = 0; i < parts.count(); i++) {
                        if (place[i] >= 0) {
                            sum += importance[place[i]] * (1 - down[place[i]]) / parts.lives[i];
                        }
                    }
                    return sum;
                });
    }

    private double[] at(double time) {
        return down(i -> {
            double failure = 1 / parts.lives[i];
            double sum = failure + 1 / parts.repairs[i];
            return sum == 0 ? 0 : failure / sum * -Math.expm1(-sum * time);
        });
    }

    private double[] down(IntToDoubleFunction of) {
        double[] down =
                new double[(int) Arrays.stream(place).filter(it -> it >= 0).count()];
        for (int i = 0; i < place.length; i++) {
            if (place[i] >= 0) {
                down[place[i]] = of.applyAsDouble(i);
            }
        }
        return down;
    }

    /** Fast parts need a fine look at the beginning, slow ones a long one: each panel is as long as all before it. */
    private static double mean(double hours, UnivariateFunction of) {
        GaussIntegratorFactory factory = new GaussIntegratorFactory();
        double sum = 0;
        double end = hours * Math.pow(2, -PANELS);
        double start = 0;
        for (int panel = 0; panel <= PANELS; panel++) {
            GaussIntegrator rule = factory.legendre(POINTS, start, end);
            sum += rule.integrate(of);
            start = end;
            end = panel == PANELS - 1 ? hours : 2 * end;
        }
        return sum / hours;
    }
}
