package org.rackdrill.chaos.calibration;

import java.util.List;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Explained;

/**
 * A lab beside what other tools have measured in it. What its file says, with its ranges, is believed before; counts of events
 * make rates more exact as those of a Poisson process, durations as those of a lognormal one.
 */
public final class MeasuredLab {

    private MeasuredLab() {}

    /**
     * Learns from measurements.
     *
     * @param explained every value of the lab, as its reader explains it
     */
    public static Found learn(Lab lab, List<Explained> explained, List<Given> all) {
        Found found = new Found();
        Uncertain uncertain = new Uncertain(lab, explained);
        new DrivesSeen(uncertain, explained).learn(all, found);
        new DisksAsked(lab, explained).learn(all, found);
        new LoadsSeen(lab).learn(all, found);
        new Outages(uncertain, all).learn(found);
        return found;
    }
}
