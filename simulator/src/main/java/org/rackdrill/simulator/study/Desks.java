package org.rackdrill.simulator.study;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Ledger;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.Extra;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** Where rows of one study are run, by any number of threads at once. This is the only place where it is done. */
public final class Desks {

    private final Premises premises;

    /** Where nobody works at the moment. */
    private final Queue<Desk> free = new ConcurrentLinkedQueue<>();

    public Desks(Premises premises) {
        this.premises = premises;
    }

    /** What one thread works with. */
    private static final class Desk {
        private final Ledger ledger;
        private final History history;

        Desk(CompiledLab lab) {
            ledger = new Ledger(lab, new Tally(lab, 0, Controls.none(lab)));
            history = new History(lab, ledger);
        }
    }

    /** Runs a row on this thread; what luck deals is taken away by the controls. */
    public Tally run(Row row, Controls controls) {
        return run(row.numbers(), Stage.NOBODY, new Tally(premises.lab(), row.length(), controls));
    }

    /** Runs chosen histories on this thread, without a cause or with all of them, into a tally. */
    Tally run(int[] numbers, int absent, Tally tally) {
        Extra[] nothing = new Extra[numbers.length];
        Arrays.fill(nothing, Extra.NOTHING);
        return run(numbers, absent, nothing, tally);
    }

    /** Runs chosen histories on this thread, without a cause or with all of them, and each with its extra strike. */
    Tally run(int[] numbers, int absent, Extra[] extras, Tally tally) {
        Desk kept = free.poll();
        Desk desk = kept == null ? new Desk(premises.lab()) : kept;
        desk.ledger.into(tally);
        double[][] factors = premises.factors();
        for (int i = 0; i < numbers.length; i++) {
            double[] draw = factors[numbers[i] % factors.length];
            desk.history.run(premises.seed(), numbers[i], draw, premises.horizon(), absent, extras[i]);
        }
        free.add(desk);
        return tally;
    }
}
