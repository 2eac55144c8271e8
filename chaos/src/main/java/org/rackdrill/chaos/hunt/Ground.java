package org.rackdrill.chaos.hunt;

import java.util.Arrays;
import java.util.List;
import org.rackdrill.chaos.simulated.SimulatedLab;

/**
 * Where a hunt takes place: a lab, a goal, and every strike that may be part of a plot. Threads share it.
 *
 * @param strikes all candidates at all starts, a candidate's own one after the other
 */
record Ground(SimulatedLab lab, Goal goal, long seed, List<Strike> strikes, Likeness likeness, int most) {

    /** The share of all levels but the last one together. */
    private static final double EARLY = 0.1;

    static Ground of(SimulatedLab lab, Goal goal, long seed, List<Candidate<?>> candidates, int most) {
        List<Strike> strikes = new Trial(lab, goal, seed).possible(candidates);
        return new Ground(lab, goal, seed, strikes, new Likeness(lab.lab(), strikes), most);
    }

    Trial trial() {
        return new Trial(lab, goal, seed);
    }

    Guide guide() {
        return new Guide(lab.lab(), goal, strikes);
    }

    Trial.Blow[] blows(Trial trial) {
        return strikes.stream().map(trial::prepare).toArray(Trial.Blow[]::new);
    }

    boolean collide(int one, int other) {
        return strikes.get(one).collides(strikes.get(other));
    }

    Plot plot(int... numbers) {
        return new Plot(Arrays.stream(numbers).mapToObj(strikes::get).toList());
    }

    /** Returns how much of the hunt is done when so many first strikes of a level are: the last level takes longest. */
    double share(int size, int firsts) {
        double left = 1 - (double) firsts / Math.max(1, strikes.size());
        double ofLevel = 1 - Math.pow(left, size);
        double before = EARLY * (size - 1) / most;
        return size == most ? before + (1 - before) * ofLevel : before + ofLevel * EARLY / most;
    }
}
