package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final Progress progress;

    /** Where nobody works at the moment. */
    private final Queue<Desk> free = new ConcurrentLinkedQueue<>();

    private final Queue<Plain> freePlain = new ConcurrentLinkedQueue<>();

    /** Desks at which every row is run to its end. */
    public Desks(Premises premises) {
        this(premises, Progress.SILENT);
    }

    /**
     * Desks at which a row ends before its next history once it is cancelled.
     *
     * @param progress by which it is; {@link Stopped} tells so
     */
    Desks(Premises premises, Progress progress) {
        this.premises = premises;
        this.progress = progress;
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

    /** The same, where only the hours down are asked for: a history costs a good deal less. */
    private static final class Plain {
        private final Stopwatch watch;
        private final History history;

        Plain(CompiledLab lab) {
            watch = new Stopwatch(lab.services().length);
            history = new History(lab, watch);
        }
    }

    /** Runs a row on this thread; what luck deals is taken away by the controls. */
    public Tally run(Row row, Controls controls) {
        return run(row.numbers(), new Tally(premises.lab(), row.length(), controls));
    }

    /** Runs chosen histories on this thread into a tally. */
    Tally run(int[] numbers, Tally tally) {
        Extra[] nothing = new Extra[numbers.length];
        Arrays.fill(nothing, Extra.NOTHING);
        return run(numbers, Stage.NOBODY, nothing, tally);
    }

    /** Runs chosen histories on this thread into a tally, each with a strike more and without a cause that strikes by luck. */
    Tally run(int[] numbers, int absent, Extra[] extras, Tally tally) {
        Desk kept = free.poll();
        Desk desk = kept == null ? new Desk(premises.lab()) : kept;
        desk.ledger.into(tally);
        for (int i = 0; i < numbers.length; i++) {
            run(desk.history, numbers[i], absent, extras[i]);
        }
        free.add(desk);
        return tally;
    }

    /** Returns the hours that each service is down in chosen histories, without a cause or with all of them. */
    List<double[]> down(int[] numbers, int absent) {
        Plain kept = freePlain.poll();
        Plain desk = kept == null ? new Plain(premises.lab()) : kept;
        List<double[]> down = new ArrayList<>();
        for (int number : numbers) {
            run(desk.history, number, absent, Extra.NOTHING);
            down.add(desk.watch.hours(premises.horizon()));
        }
        freePlain.add(desk);
        return down;
    }

    private void run(History history, int number, int absent, Extra extra) {
        if (progress.cancelled()) {
            throw new Stopped();
        }
        double[][] factors = premises.factors();
        history.run(premises.seed(), number, factors[number % factors.length], premises.horizon(), absent, extra);
    }
}
