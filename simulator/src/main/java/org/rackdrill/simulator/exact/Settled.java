package org.rackdrill.simulator.exact;

import java.util.Optional;

/**
 * A chain that has forgotten how it began. From some moment on the chances of all states that can be left fall alike, at the
 * rate at which it ends up in those that cannot; what follows needs no more steps.
 *
 * <p>That it is so is proven, not guessed: when at one moment the relative change of every chance lies between two bounds,
 * it does so for ever, because every later chance is a sum of positive shares of the present ones.
 */
final class Settled {

    /** How much any chance may still drift until the end, relative to itself. */
    private static final double MOST_DRIFT = 1e-7;

    private final SparseChain chain;
    private final double[] now;
    private final double fading;
    private final double drift;

    private Settled(SparseChain chain, double[] now) {
        this.chain = chain;
        this.now = now;
        int n = now.length;
        double[] into = new double[n];
        for (int i = 0; i < n; i++) {
            for (int way = 0; way < chain.ways(i); way++) {
                into[chain.to(i, way)] += now[i] * chain.rate(i, way);
            }
        }
        double alive = 0;
        double ending = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (chain.ways(i) == 0) {
                ending += into[i];
            } else if (now[i] > 0 || into[i] > 0) {
                double change = into[i] / now[i] - chain.exit(i);
                lowest = Math.min(lowest, change);
                highest = Math.max(highest, change);
                alive += now[i];
            }
        }
        fading = alive > 0 ? ending / alive : 0;
        drift = alive > 0 ? Math.max(highest + fading, -fading - lowest) : 0;
    }

    /** Returns the rest of the way from a passage of some hours, if the chain has settled by then. */
    static Optional<Passage> after(SparseChain chain, Passage first, double hours, double until) {
        Settled settled = new Settled(chain, first.atEnd());
        double left = until - hours;
        return settled.drift * left <= MOST_DRIFT ? Optional.of(settled.on(first, hours, left)) : Optional.empty();
    }

    private Passage on(Passage first, double hours, double left) {
        int n = now.length;
        double gone = -Math.expm1(-fading * left);
        double alive = fading > 0 ? gone / fading : left;
        double[] end = new double[n];
        double[] time = new double[n];
        for (int i = 0; i < n; i++) {
            time[i] += first.meanShare()[i] * hours;
            if (chain.ways(i) == 0) {
                end[i] += now[i];
                time[i] += now[i] * left;
                continue;
            }
            end[i] += now[i] * (1 - gone);
            time[i] += now[i] * alive;
            for (int way = 0; way < chain.ways(i); way++) {
                int to = chain.to(i, way);
                if (chain.ways(to) == 0) {
                    double flow = now[i] * chain.rate(i, way);
                    end[to] += flow * alive;
                    time[to] += flow * (fading > 0 ? Math.max(0, left - alive) / fading : 0);
                }
            }
        }
        return new Passage(Passage.normal(end), Passage.normal(time));
    }
}
