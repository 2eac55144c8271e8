package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.List;

/**
 * The chance that something still lives at an age, and what follows from it for one that is replaced whenever it dies:
 * its mean life, how old it is at a moment of no importance, how often it dies in each year. Computed by integration,
 * exact but for rounding in the first two; the renewal equation is solved on a grid.
 */
public final class Survival {

    /** Abscissas and weights of the Gauss-Legendre rule with eight points on -1 to 1; the other half is symmetric. */
    private static final double[] AT = {0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363};

    private static final double[] WEIGHT = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    /** Each panel of the integral is so much longer than all before it. */
    private static final double LONGER = 0.25;

    private static final int MOST_PANELS = 2000;

    /** What lies beyond the last panel, as a share of the whole. */
    private static final double BEYOND = 1e-13;

    private final Risk[] risks;
    private final double[] scales;
    private final List<double[]> panels = new ArrayList<>();

    /**
     * Competing risks.
     *
     * @param scales how much longer than usual each of them takes
     */
    Survival(Risk[] risks, double[] scales) {
        this.risks = risks;
        this.scales = scales;
        panels();
    }

    /** Returns the cumulative hazard at an age. */
    public double used(double hours) {
        double used = 0;
        for (int i = 0; i < risks.length; i++) {
            used += risks[i].used(hours / scales[i]);
        }
        return used;
    }

    /** Returns the chance to live so long. */
    public double chance(double hours) {
        return Math.exp(-used(hours));
    }

    /** Returns the mean life in hours; infinite when nothing dies. */
    public double mean() {
        return panels.isEmpty() ? Double.POSITIVE_INFINITY : panels.get(panels.size() - 1)[1];
    }

    /**
     * Returns an age at a moment of no importance, when it has been replaced at every death for ever: the chance to be
     * younger is the integral of the survival up to that age, over the mean life (Cox, Renewal Theory, 1962).
     *
     * @param share of moments with a smaller age, below 1
     */
    public double ageAt(double share) {
        if (panels.isEmpty()) {
            return 0;
        }
        double wanted = share * mean();
        int panel = 0;
        while (panel < panels.size() - 1 && panels.get(panel)[1] < wanted) {
            panel++;
        }
        double start = panel == 0 ? 0 : panels.get(panel - 1)[0];
        double left = wanted - (panel == 0 ? 0 : panels.get(panel - 1)[1]);
        double low = start;
        double high = panels.get(panel)[0];
        double age = low;
        for (int i = 0; i < 60 && high - low > 1e-12 * high; i++) {
            double over = integral(start, age) - left;
            if (over > 0) {
                high = age;
            } else {
                low = age;
            }
            double alive = chance(age);
            double next = alive > 0 ? age - over / alive : high;
            age = next > low && next < high ? next : (low + high) / 2;
        }
        return age;
    }

    /**
     * Returns how often it is expected to die in each year from now, when every death is followed by a new life at once.
     *
     * @param age now, in hours; an age that nobody reaches counts as new
     * @param frailty how many times the usual hazard the present one has; those that follow have the usual one
     */
    public double[] deaths(double age, double frailty, int years, int stepsPerYear) {
        int steps = years * stepsPerYear;
        double step = Hours.PER_YEAR / stepsPerYear;
        double[] renewals = renewals(steps, step);
        double usedNow = used(age);
        double from = Double.isInfinite(usedNow) ? 0 : age;
        usedNow = Double.isInfinite(usedNow) ? 0 : usedNow;
        double[] first = new double[steps + 1];
        for (int i = 1; i <= steps; i++) {
            first[i] = -Math.expm1(-frailty * (used(from + i * step) - usedNow));
        }
        double[] deaths = new double[years];
        double before = 0;
        for (int year = 0; year < years; year++) {
            int i = (year + 1) * stepsPerYear;
            double sum = first[i];
            for (int j = 1; j <= i; j++) {
                sum += (first[j] - first[j - 1]) * (renewals[i - j] + renewals[i - j + 1]) / 2;
            }
            deaths[year] = sum - before;
            before = sum;
        }
        return deaths;
    }

    /** The renewal function of one that starts new, by the midpoint rule of Xie (Comm. Stat. Simulation 18, 1989). */
    private double[] renewals(int steps, double step) {
        double[] within = new double[steps + 1];
        double[] half = new double[steps + 1];
        for (int i = 1; i <= steps; i++) {
            within[i] = -Math.expm1(-used(i * step));
            half[i] = -Math.expm1(-used((i - 0.5) * step));
        }
        double[] renewals = new double[steps + 1];
        for (int i = 1; i <= steps; i++) {
            double sum = within[i] - half[1] * renewals[i - 1];
            for (int j = 1; j < i; j++) {
                sum += (renewals[j] - renewals[j - 1]) * half[i - j + 1];
            }
            renewals[i] = sum / (1 - half[1]);
        }
        return renewals;
    }

    /** Cuts time into panels, short ones first, and adds up; each holds its end and the integral to there. */
    private void panels() {
        List<Double> bends = new ArrayList<>();
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < risks.length; i++) {
            for (double bend : risks[i].bends()) {
                bends.add(bend * scales[i]);
            }
            shortest = Math.min(shortest, risks[i].until(1) * scales[i]);
        }
        if (shortest == Double.POSITIVE_INFINITY) {
            return;
        }
        double from = 0;
        double sum = 0;
        while (panels.size() < MOST_PANELS) {
            double to = Math.max(from * (1 + LONGER), shortest * 1e-5);
            for (double bend : bends) {
                to = bend > from && bend < to ? bend : to;
            }
            sum += integral(from, to);
            panels.add(new double[] {to, sum});
            from = to;
            if (chance(to) * to <= BEYOND * sum) {
                return;
            }
        }
    }

    private double integral(double from, double to) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        double sum = 0;
        for (int i = 0; i < AT.length; i++) {
            sum += WEIGHT[i] * (chance(middle - half * AT[i]) + chance(middle + half * AT[i]));
        }
        return sum * half;
    }
}
