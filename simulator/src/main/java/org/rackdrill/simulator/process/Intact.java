package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.Lifetimes;

/** Whether each dataset is there to work with; it is back when everything that took it away has been made good. */
final class Intact {

    private final Stage stage;
    private final DataPlan[] data;
    private final int[] takenAway;
    private final int[] harms;
    private final boolean[] unseen;

    Intact(Stage stage) {
        this.stage = stage;
        data = stage.lab.data();
        takenAway = new int[data.length];
        harms = new int[data.length];
        unseen = new boolean[data.length];
    }

    void begin() {
        Arrays.fill(takenAway, 0);
        Arrays.fill(harms, 0);
        Arrays.fill(unseen, false);
    }

    /** Takes a dataset away from a service that may work on for a while; once, until {@link #mend}. */
    void harm(int dataset) {
        DataPlan plan = data[dataset];
        if (plan.worksOn() == Lifetimes.AT_ONCE) {
            take(dataset);
            return;
        }
        harms[dataset]++;
        unseen[dataset] = true;
        stage.after(stage.sample(plan.worksOn(), plan.luck()), Event.FINDS_NOTHING, dataset, harms[dataset]);
    }

    /** The service wants what is no longer there. */
    void findsNothing(int dataset, int harm) {
        if (unseen[dataset] && harms[dataset] == harm) {
            unseen[dataset] = false;
            take(dataset);
        }
    }

    /** Makes good a harm, which may never have been seen. */
    void mend(int dataset) {
        if (unseen[dataset]) {
            unseen[dataset] = false;
        } else {
            give(dataset);
        }
    }

    void take(int dataset) {
        takenAway[dataset]++;
        stage.set(data[dataset].intact(), false);
    }

    /** Gives a dataset back; returns whether it is whole now. */
    boolean give(int dataset) {
        takenAway[dataset]--;
        boolean whole = takenAway[dataset] == 0;
        if (whole) {
            stage.set(data[dataset].intact(), true);
        }
        return whole;
    }
}
