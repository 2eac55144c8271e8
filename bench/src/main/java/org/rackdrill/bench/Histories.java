package org.rackdrill.bench;

import java.util.Set;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.Behaviour;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Ledger;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;
import org.rackdrill.simulator.study.Question;

/** Histories of a lab in rows, v1 unless another is named, as a study makes them: the same luck in every benchmark, over and over. */
final class Histories {

    /** As many as a study puts into a row. */
    static final int ROW = 25;

    /** As many as a study makes at least; then they begin again, so that all benchmarks do the same work. */
    private static final int DIFFERENT = 400;

    private final CompiledLab lab;
    private final double[][] factors;
    private final double horizon;
    private final Ledger ledger;
    private final History history;
    private int next;
    private long events;

    Histories(Set<Behaviour> without) {
        this(Labs.v1(), without);
    }

    /** Histories of another lab. */
    Histories(Lab of) {
        this(of, Set.of());
    }

    private Histories(Lab of, Set<Behaviour> without) {
        lab = Compiler.compile(of, without);
        factors = lab.parameters().draw(Question.DEFAULT_DRAWS, Question.DEFAULT_SEED);
        horizon = Hours.of(of.study().horizon());
        ledger = new Ledger(lab, new Tally(lab, 0, Controls.none(lab)));
        history = new History(lab, ledger);
    }

    /** Makes the next row; what it came to is returned so that nobody can skip the work. */
    Tally row() {
        return row(ROW);
    }

    /** Makes a row of another length. */
    Tally row(int length) {
        Tally tally = new Tally(lab, length, Controls.none(lab));
        ledger.into(tally);
        for (int i = 0; i < length; i++) {
            history.run(Question.DEFAULT_SEED, next, factors[next % factors.length], horizon, Stage.NOBODY);
            events += history.events();
            next = (next + 1) % DIFFERENT;
        }
        return tally;
    }

    /** Returns how much has happened in all histories so far. */
    long events() {
        return events;
    }
}
