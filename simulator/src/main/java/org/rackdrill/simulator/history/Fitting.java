package org.rackdrill.simulator.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.statistics.Regression;

/**
 * Finds the slopes of {@link Controls} from detailed histories. The slopes for one part of them come from the other parts,
 * so that no history is judged by what it said itself: means stay free of bias, and what is left of the noise is not
 * taken for less than it is (cross-fitting; Chernozhukov et al., The Econometrics Journal 21, 2018).
 */
public final class Fitting {

    private static final int PARTS = 8;

    /** Cases from which one slope says more than it disturbs. */
    private static final int CASES_FOR_ONE = 2;

    /** Cases from which two slopes do. */
    private static final int CASES_FOR_TWO = 6;

    /** A service that is down for more of the time cannot lose much more, whatever luck deals: nothing is linear there. */
    private static final double MOST_DOWN = 0.5;

    private final CompiledLab lab;
    private final double horizon;

    /** Pairs that lost hours in any history; the slopes of all others are 0. */
    private final Pairs pairs;

    /** By part, and by pair. */
    private final Regression[][] regressions;

    /** What a strike of each rare cause takes, by cause. */
    private final Map<Integer, StrikeCost> costs = new HashMap<>();

    private Fitting(CompiledLab lab, List<Tally> detailed, double horizon, List<StrikeCost> rare) {
        this.lab = lab;
        this.horizon = horizon;
        pairs = new Pairs(lab.services().length);
        for (Tally row : detailed) {
            row.details().forEach(this::know);
        }
        rare.forEach(this::know);
        regressions = new Regression[PARTS][pairs.size()];
        for (Regression[] part : regressions) {
            Arrays.setAll(part, place -> new Regression());
        }
    }

    private void know(StrikeCost cost) {
        costs.put(cost.cause(), cost);
        for (int service = 0; service < pairs.services(); service++) {
            if (cost.hours()[service] > 0) {
                pairs.make(service, cost.cause());
            }
        }
    }

    private void know(Tally.Detail history) {
        Charged charged = history.charged();
        for (int service = 0; service < pairs.services(); service++) {
            for (int i = charged.from(service); i < charged.until(service); i++) {
                pairs.make(service, charged.causes()[i]);
            }
        }
    }

    /**
     * Takes away what luck dealt to these histories.
     *
     * @param detailed rows of histories with details
     * @param horizon of the histories, in hours
     * @param rare what is known beside them
     * @return the slopes that all of them show together, for other histories
     */
    public static Controls control(CompiledLab lab, List<Tally> detailed, double horizon, List<StrikeCost> rare) {
        Fitting fitting = new Fitting(lab, detailed, horizon, rare);
        for (int row = 0; row < detailed.size(); row++) {
            fitting.learn(row % PARTS, detailed.get(row));
        }
        for (int part = 0; part < PARTS; part++) {
            Controls others = fitting.without(part);
            for (int row = part; row < detailed.size(); row += PARTS) {
                detailed.get(row).control(others);
            }
        }
        return fitting.without(PARTS);
    }

    private void learn(int part, Tally row) {
        for (Tally.Detail history : row.details()) {
            for (int service = 0; service < pairs.services(); service++) {
                learn(regressions[part], history, service);
            }
        }
    }

    private void learn(Regression[] part, Tally.Detail history, int service) {
        Charged charged = history.charged();
        int took = charged.from(service);
        for (int i = 0; i < pairs.count(service); i++) {
            int cause = pairs.cause(service, i);
            boolean lost = took < charged.until(service) && charged.causes()[took] == cause;
            double hours = lost ? charged.hours()[took++] : 0;
            part[pairs.place(service, i)].add(history.failures()[cause], history.delays()[cause], hours);
        }
    }

    private Controls without(int part) {
        Controls controls = new Controls(lab);
        for (int service = 0; service < pairs.services(); service++) {
            Regression[] seen = new Regression[pairs.count(service)];
            double down = 0;
            for (int i = 0; i < seen.length; i++) {
                seen[i] = butOf(part, pairs.place(service, i));
                down += seen[i].meanWithout(0, 0);
            }
            for (int i = 0; i < seen.length && down < MOST_DOWN * horizon; i++) {
                int cause = pairs.cause(service, i);
                StrikeCost cost = costs.get(cause);
                if (cost == null) {
                    slopes(controls, cause, seen[i]);
                } else if (butOf(PARTS, pairs.place(service, i)).meanWithout(cost.hours()[service], 0) > 0) {
                    controls.add(cause, cost.hours()[service], 0);
                }
            }
            controls.close(service);
        }
        return controls;
    }

    private Regression butOf(int part, int place) {
        Regression others = new Regression();
        for (int i = 0; i < PARTS; i++) {
            if (i != part) {
                others.add(regressions[i][place]);
            }
        }
        return others;
    }

    private static void slopes(Controls controls, int cause, Regression seen) {
        boolean both = seen.cases() >= CASES_FOR_TWO && seen.independent();
        double ofFailures = both ? seen.slopeOfFirst() : seen.slopeOfFirstAlone();
        double ofDelays = both ? seen.slopeOfSecond() : 0;
        // Hours below none show that a few cases bend the line.
        if (seen.cases() >= CASES_FOR_ONE && seen.meanWithout(ofFailures, ofDelays) > 0) {
            controls.add(cause, ofFailures, ofDelays);
        }
    }
}
