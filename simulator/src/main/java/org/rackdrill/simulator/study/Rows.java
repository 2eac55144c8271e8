package org.rackdrill.simulator.study;

import java.util.List;
import java.util.function.Consumer;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Tally;

/** What runs the rows of one study: threads, or machines. */
public interface Rows {

    /**
     * Runs rows and hands each over when it and all before it are done, on the thread that asks. Ends early, after some
     * first rows, when the listener of the study cancels.
     *
     * @param controls what luck deals is taken away by them
     */
    void run(List<Row> rows, Controls controls, Consumer<Tally> next);
}
