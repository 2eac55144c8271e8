package org.rackdrill.simulator.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rackdrill.simulator.compiled.CompiledLab;

/** What somebody who looks all the time would have written down of a history. Times are hours from its start. */
public final class Diary implements Chronicle {

    /**
     * A service that went on with less than it had.
     *
     * @param hours of its newest writes that are gone; infinite when nothing is left
     * @param withPool whether they went with the pool that they were on
     */
    public record Loss(int dataset, double time, double hours, boolean withPool) {}

    /**
     * An ordered shutdown that is through.
     *
     * @param charge of the UPS that feeds the machine, the fullest one; 1 without a UPS
     */
    public record Stop(int machine, double time, double charge) {}

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private final double[] serviceDown;
    private final boolean[] isDown;
    private final double[] downSince;
    private final double[] downHours;
    private final double[] machineDown;
    private final int[] dataset;
    private final List<Loss> losses = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();

    Diary(CompiledLab lab) {
        serviceDown = new double[lab.services().length];
        isDown = new boolean[serviceDown.length];
        downSince = new double[serviceDown.length];
        downHours = new double[serviceDown.length];
        machineDown = new double[lab.machines().length];
        dataset = new int[serviceDown.length];
        Arrays.fill(dataset, Names.NONE);
        for (int i = 0; i < lab.data().length; i++) {
            dataset[lab.data()[i].service()] = i;
        }
    }

    @Override
    public void begins(double horizon) {
        Arrays.fill(serviceDown, NEVER);
        Arrays.fill(isDown, false);
        Arrays.fill(downHours, 0);
        Arrays.fill(machineDown, NEVER);
        losses.clear();
        stops.clear();
    }

    @Override
    public void service(int service, boolean up, int cause, double now) {
        if (!up) {
            serviceDown[service] = now;
        }
        if (up && isDown[service]) {
            downHours[service] += now - downSince[service];
        } else if (!up && !isDown[service]) {
            downSince[service] = now;
        }
        isDown[service] = !up;
    }

    @Override
    public void machine(int machine, boolean up, double now) {
        if (!up) {
            machineDown[machine] = now;
        }
    }

    @Override
    public void stopped(int machine, double charge, double now) {
        stops.add(new Stop(machine, now, charge));
    }

    @Override
    public void failover(int service, double lostWriteHours, double now) {
        if (dataset[service] != Names.NONE) {
            losses.add(new Loss(dataset[service], now, lostWriteHours, false));
        }
    }

    @Override
    public void lost(int data, double ageHours, double now) {
        losses.add(new Loss(data, now, ageHours, true));
    }

    @Override
    public void copies(int data, double ageHours, double restoreHours) {}

    @Override
    public void ends(History history) {}

    /** Returns whether a service went down at or after a moment. */
    public boolean serviceDownSince(int service, double time) {
        return serviceDown[service] >= time;
    }

    /** Returns for how many hours a service was down from the start to a moment that is not past. */
    public double downHours(int service, double now) {
        return downHours[service] + (isDown[service] ? now - downSince[service] : 0);
    }

    /** Returns whether a node or box went down at or after a moment. */
    public boolean machineDownSince(int machine, double time) {
        return machineDown[machine] >= time;
    }

    /** Returns what was lost, in the order of time. */
    public List<Loss> losses() {
        return List.copyOf(losses);
    }

    /** A copy stands in for data that somebody harmed. */
    void replaced(int data, double ageHours, double now) {
        losses.add(new Loss(data, now, ageHours, false));
    }

    /** Takes back that data went with their pool since a moment. */
    void foundAgain(int data, double since) {
        losses.removeIf(loss -> loss.withPool() && loss.dataset() == data && loss.time() >= since);
    }

    /** Returns the most of some data that was lost at once, in hours of newest writes; infinite when nothing is left. */
    public double mostLost(int data) {
        double most = 0;
        for (int i = 0; i < losses.size(); i++) {
            most = losses.get(i).dataset() == data
                    ? Math.max(most, losses.get(i).hours())
                    : most;
        }
        return most;
    }

    /** Returns the ordered shutdowns, in the order of time. */
    public List<Stop> stops() {
        return List.copyOf(stops);
    }
}
