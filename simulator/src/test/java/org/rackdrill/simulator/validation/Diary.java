package org.rackdrill.simulator.validation;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;

/** Writes down when the only service of a lab was down, and by which cause. */
final class Diary implements Chronicle {

    private final CompiledLab lab;
    private final List<String> outages = new ArrayList<>();
    private double since;
    private String cause = "";

    Diary(CompiledLab lab) {
        this.lab = lab;
    }

    /** Returns entries such as {@code [100, 110) a}. */
    List<String> outages() {
        return List.copyOf(outages);
    }

    @Override
    public void begins(double horizon) {
        outages.clear();
    }

    @Override
    public void service(int service, boolean up, int causeNumber, double now) {
        if (up) {
            outages.add("[%.0f, %.0f) %s".formatted(since, now, cause));
        } else {
            since = now;
            cause = lab.causes().get(causeNumber).component();
        }
    }

    @Override
    public void copies(int dataset, double ageHours, double restoreHours) {}

    @Override
    public void ends(History history) {}
}
