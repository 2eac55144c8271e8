package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.DataRiskPlan;

/**
 * A wrong command deletes data. It takes a whole dataset with its snapshots along, and the service stops; or it deletes
 * files of a service that goes on working, until somebody misses them. Snapshots and copies save what they still hold
 * from before the command on the day on which it is noticed.
 */
final class Deletions {

    private final Stage stage;
    private final Operator operator;
    private final Failures failures;
    private final Copies copies;
    private final Intact intact;
    private final DataRiskPlan plan;
    private final DataPlan[] data;
    private final double[] since;
    private final boolean[] whole;
    private final boolean[] saved;

    Deletions(Stage stage, Operator operator, Failures failures, Copies copies, Intact intact) {
        this.stage = stage;
        this.operator = operator;
        this.failures = failures;
        this.copies = copies;
        this.intact = intact;
        plan = stage.lab.dataRisks();
        data = stage.lab.data();
        since = new double[data.length];
        whole = new boolean[data.length];
        saved = new boolean[data.length];
    }

    void begin() {
        Arrays.fill(since, 0);
        Arrays.fill(whole, false);
        Arrays.fill(saved, false);
    }

    void strikes(int dataset, int mode) {
        int stream = stage.lab.modes()[mode].stream();
        boolean takesSnapshots =
                stage.luck.of(stream).chance(plan.takesSnapshots().under(stage.factors));
        double unseen = stage.sample(plan.missedAfter(), stream);
        if (copies.primaryLost(dataset)) {
            failures.next(mode);
            return;
        }
        since[dataset] = stage.now;
        whole[dataset] = takesSnapshots;
        if (takesSnapshots) {
            intact.take(dataset);
            operator.hears(mode);
        } else {
            stage.at(operator.awake(stage.now + unseen), Event.MISSED, mode, 0);
        }
    }

    /** Somebody misses files. */
    void missed(int mode) {
        noticed(stage.lab.modes()[mode].subject());
        operator.noticed(mode);
    }

    /** From here on nobody lets a job take the deletion over. */
    void noticed(int dataset) {
        double began = since[dataset];
        boolean found = !whole[dataset] && stage.now - began <= data[dataset].keepsHours();
        for (int copy : data[dataset].copies()) {
            boolean holds = whole[dataset] ? copies.survives(copy, began) : copies.holdsFrom(copy, began);
            found |= holds;
            if (whole[dataset] && !holds) {
                copies.spoil(copy);
            }
        }
        saved[dataset] = found;
        copies.lost[dataset] += found ? 0 : 1;
    }

    /** Whoever restores has typed the command; what runs on goes on running while files come back. */
    void mended(int dataset, int mode) {
        if (whole[dataset]) {
            double hours = saved[dataset] ? copies.restoreHoursNow(dataset) : 0;
            stage.after(hours, Event.DATA_BACK, dataset, 0);
        }
        failures.next(mode);
    }
}
