package org.rackdrill.simulator.study;

import java.util.Arrays;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;

/** Adds up how long each service is down in a history, and nothing else. */
final class Stopwatch implements Chronicle {

    private final boolean[] isDown;
    private final double[] since;
    private final double[] hours;

    Stopwatch(int services) {
        isDown = new boolean[services];
        since = new double[services];
        hours = new double[services];
    }

    @Override
    public void begins(double horizon) {
        Arrays.fill(isDown, false);
        Arrays.fill(hours, 0);
    }

    @Override
    public void service(int service, boolean up, int cause, double now) {
        if (isDown[service]) {
            hours[service] += now - since[service];
        }
        isDown[service] = !up;
        since[service] = now;
    }

    @Override
    public boolean hearsTogether() {
        return false;
    }

    @Override
    public void copies(int dataset, double ageHours, double restoreHours) {
        // Only uptime is asked for.
    }

    @Override
    public void ends(History history) {
        // Those still down are counted by who asks, who knows the horizon.
    }

    /** Returns the hours of a horizon in which each service was down. */
    double[] hours(double horizon) {
        double[] all = hours.clone();
        for (int s = 0; s < all.length; s++) {
            all[s] += isDown[s] ? horizon - since[s] : 0;
        }
        return all;
    }

    /** Returns the share of a horizon in which each service was down. */
    double[] shares(double horizon) {
        double[] shares = hours(horizon);
        for (int s = 0; s < shares.length; s++) {
            shares[s] /= horizon;
        }
        return shares;
    }
}
