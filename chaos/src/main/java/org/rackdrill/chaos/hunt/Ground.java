package org.rackdrill.chaos.hunt;

import java.util.List;
import org.rackdrill.chaos.simulated.SimulatedLab;

/**
 * Where a hunt takes place: a lab, a goal, and every strike that may be part of a plot. Threads share it.
 *
 * @param strikes all candidates at all starts, a candidate's own one after the other
 */
record Ground(SimulatedLab lab, Goal goal, long seed, List<Strike> strikes, Likeness likeness, int most) {

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
        return new Plot(java.util.Arrays.stream(numbers).mapToObj(strikes::get).toList());
    }

    /** Returns how much of the hunt is done when so many first strikes of a level are: the last level takes longest. */
    double share(int size, int firsts) {
        double left = 1 - (double) firsts / Math.max(1, strikes.size());
        double ofLevel = 1 - Math.pow(left, size);
        return size == most ? 0.05 + 0.95 * ofLevel : 0.05 * ofLevel * size / most;
    }
}
