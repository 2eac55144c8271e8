package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.DataPlan;

/** Whether each dataset is there to work with; it is back when everything that took it away has been made good. */
final class Intact {

    private final Stage stage;
    private final DataPlan[] data;
    private final int[] takenAway;

    Intact(Stage stage) {
        this.stage = stage;
        data = stage.lab.data();
        takenAway = new int[data.length];
    }

    void begin() {
        Arrays.fill(takenAway, 0);
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
