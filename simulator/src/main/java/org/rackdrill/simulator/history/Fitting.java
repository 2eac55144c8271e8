package org.rackdrill.simulator.history;

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
    private final int causes;
    private final Regression[][] regressions;

    /** What a strike of each rare cause takes, by cause. */
    private final Map<Integer, StrikeCost> costs = new HashMap<>();

    private Fitting(CompiledLab lab, double horizon, List<StrikeCost> rare) {
        rare.forEach(cost -> costs.put(cost.cause(), cost));
        this.lab = lab;
        this.horizon = horizon;
        causes = lab.causes().count();
        regressions = new Regression[PARTS][lab.services().length * causes];
        for (Regression[] part : regressions) {
            for (int place = 0; place < part.length; place++) {
                part[place] = new Regression();
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
        Fitting fitting = new Fitting(lab, horizon, rare);
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
            for (int place = 0; place < regressions[part].length; place++) {
                int cause = place % causes;
                regressions[part][place].add(
                        history.failures()[cause], history.delays()[cause], history.hours()[place]);
            }
        }
    }

    private Controls without(int part) {
        Controls controls = new Controls(lab);
        for (int service = 0; service < lab.services().length; service++) {
            Regression[] seen = new Regression[causes];
            double down = 0;
            for (int cause = 0; cause < causes; cause++) {
                seen[cause] = butOf(part, service * causes + cause);
                down += seen[cause].meanWithout(0, 0);
            }
            for (int cause = 0; cause < causes && down < MOST_DOWN * horizon; cause++) {
                StrikeCost cost = costs.get(cause);
                if (cost != null) {
                    controls.perFailure[service * causes + cause] = cost.hours()[service];
                } else {
                    slopes(controls, service * causes + cause, seen[cause]);
                }
            }
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

    private static void slopes(Controls controls, int place, Regression seen) {
        boolean both = seen.cases() >= CASES_FOR_TWO && seen.independent();
        double ofFailures = both ? seen.slopeOfFirst() : seen.slopeOfFirstAlone();
        double ofDelays = both ? seen.slopeOfSecond() : 0;
        // Hours below none show that a few cases bend the line.
        if (seen.cases() >= CASES_FOR_ONE && seen.meanWithout(ofFailures, ofDelays) > 0) {
            controls.perFailure[place] = ofFailures;
            controls.perDelay[place] = ofDelays;
        }
    }
}
