package org.rackdrill.simulator.process;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.simulator.compiled.CompiledLab;

/** What people notice of one history of a {@link Scenario}; times are minutes from its start. */
final class Story implements Chronicle {

    private static final double MINUTES = 60;
    private static final double MILLI = 1000;

    /**
     * A time in which a service was down.
     *
     * @param cause what it is blamed on; when the blame passed on, all of them in their order
     */
    record Outage(double from, double to, String cause) {

        double minutes() {
            return rounded(to - from);
        }
    }

    private final CompiledLab lab;
    private final History history;
    private final List<List<Outage>> outages = new ArrayList<>();
    private final List<List<Double>> lostWrites = new ArrayList<>();
    private final List<Double> ages = new ArrayList<>();
    private final double[] since;
    private final List<String> blamed = new ArrayList<>();

    Story(CompiledLab lab) {
        this.lab = lab;
        history = new History(lab, this);
        since = new double[lab.services().length];
    }

    void happen(double hours) {
        history.run(1, 0, lab.parameters().bestGuess(), hours, Stage.NOBODY);
    }

    /** Returns the outages of a service. */
    List<Outage> of(String service) {
        return outages.get(number(service));
    }

    /** Returns the minutes that a service was down in all. */
    double minutesDown(String service) {
        return rounded(of(service).stream().mapToDouble(Outage::minutes).sum());
    }

    /** Returns for each failover of a service the minutes of writes that it lost. */
    List<Double> lostWrites(String service) {
        return lostWrites.get(number(service));
    }

    /** Returns how old in hours the copies of the first dataset were, whenever somebody looked. */
    List<Double> ages() {
        return ages;
    }

    /** Returns the history itself, for what it counts. */
    History history() {
        return history;
    }

    /** Returns a time in minutes. */
    static double at(double hours, double minutes) {
        return rounded(hours * MINUTES + minutes);
    }

    private int number(String service) {
        for (int i = 0; i < lab.services().length; i++) {
            if (lab.services()[i].name().equals(service)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no service " + service);
    }

    private static double rounded(double minutes) {
        return Math.rint(minutes * MILLI) / MILLI;
    }

    @Override
    public void begins(double horizon) {
        outages.clear();
        lostWrites.clear();
        ages.clear();
        blamed.clear();
        for (int i = 0; i < lab.services().length; i++) {
            outages.add(new ArrayList<>());
            lostWrites.add(new ArrayList<>());
            blamed.add("");
        }
    }

    @Override
    public void service(int service, boolean up, int cause, double now) {
        String label = lab.causes().get(cause).label();
        if (up) {
            ends(service, now);
        } else if (blamed.get(service).isEmpty()) {
            since[service] = now;
            blamed.set(service, label);
        } else {
            blamed.set(service, blamed.get(service) + ", then " + label);
        }
    }

    private void ends(int service, double now) {
        outages.get(service)
                .add(new Outage(rounded(since[service] * MINUTES), rounded(now * MINUTES), blamed.get(service)));
        blamed.set(service, "");
    }

    @Override
    public void failover(int service, double lostWriteHours, double now) {
        lostWrites.get(service).add(rounded(lostWriteHours * MINUTES));
    }

    @Override
    public void copies(int dataset, double ageHours, double restoreHours) {
        ages.add(ageHours);
    }

    @Override
    public void ends(History ended) {
        for (int i = 0; i < outages.size(); i++) {
            if (!blamed.get(i).isEmpty()) {
                ends(i, ended.now());
            }
        }
    }
}
