package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Ledger;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** Runs rows of histories of one lab. Rows have a fixed length and come back in their order, whoever ran them. */
final class Runner {

    /** Short enough that threads end together, and that few histories keep all of them busy. */
    static final int ROW = 10;

    /** Long enough that what is added up in each of many rows fits into memory. */
    private static final int LONGEST_ROW = 200;

    private static final int ROWS = 80;

    private final CompiledLab lab;
    private final double[][] factors;
    private final long seed;
    private final double horizon;
    private final Progress progress;
    private final Crew crew;

    /** Where nobody works at the moment. */
    private final Queue<Desk> free = new ConcurrentLinkedQueue<>();

    Runner(CompiledLab lab, double[][] factors, long seed, double horizon, Crew crew, Progress progress) {
        this.lab = lab;
        this.factors = factors;
        this.seed = seed;
        this.horizon = horizon;
        this.crew = crew;
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

    /**
     * Runs the histories {@code from} to {@code to}, as rows in their order; fewer when the listener cancels.
     *
     * @param controls what luck deals is taken away by them; without them details are kept, to find them by
     */
    List<Tally> run(int from, int to, Optional<Controls> controls) {
        int[] numbers = IntStream.range(from, to).toArray();
        return run(
                numbers,
                Stage.NOBODY,
                count -> controls.map(known -> new Tally(lab, count, known))
                        .orElseGet(() -> Tally.detailed(lab, count)));
    }

    /**
     * Runs chosen histories, as rows in their order; fewer when the listener cancels.
     *
     * @param absent the cause that never strikes, or {@link Stage#NOBODY}
     */
    List<Tally> run(int[] numbers, int absent) {
        Controls none = Controls.none(lab);
        return run(numbers, absent, count -> new Tally(lab, count, none));
    }

    private List<Tally> run(int[] numbers, int absent, IntFunction<Tally> tallies) {
        List<ForkJoinTask<Tally>> rows = new ArrayList<>();
        int length = Math.max(ROW, Math.min(LONGEST_ROW, numbers.length / ROWS));
        for (int start = 0; start < numbers.length; start += length) {
            int[] row = Arrays.copyOfRange(numbers, start, Math.min(numbers.length, start + length));
            rows.add(crew.begin(() -> row(row, absent, tallies.apply(row.length))));
        }
        List<Tally> done = new ArrayList<>();
        for (ForkJoinTask<Tally> row : rows) {
            if (progress.cancelled()) {
                row.cancel(false);
            } else {
                done.add(Crew.finished(row));
            }
        }
        return done;
    }

    private Tally row(int[] numbers, int absent, Tally tally) {
        Desk kept = free.poll();
        Desk desk = kept == null ? new Desk(lab) : kept;
        desk.ledger.into(tally);
        for (int number : numbers) {
            desk.history.run(seed, number, factors[number % factors.length], horizon, absent);
        }
        free.add(desk);
        return tally;
    }
}
