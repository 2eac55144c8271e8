package org.rackdrill.simulator.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.Extra;
import org.rackdrill.simulator.process.Stage;

/** Runs rows of histories of one lab on the threads of this machine. They come back in their order, whoever ran them. */
final class Runner implements Rows {

    /** Rows begun and not yet handed over: enough for many threads, and all of them fit into memory. */
    private static final int AHEAD = 128;

    /** The same of a large lab, whose rows are large too. */
    private static final int FEWEST_AHEAD = 8;

    /** Services of all rows together. */
    private static final int SERVICES_AHEAD = 50_000;

    private final CompiledLab lab;
    private final Progress progress;
    private final Crew crew;
    private final Desks desks;

    Runner(CompiledLab lab, double[][] factors, long seed, double horizon, Crew crew, Progress progress) {
        this(new Premises(lab, Contention.NONE, factors, seed, horizon), crew, progress);
    }

    Runner(Premises premises, Crew crew, Progress progress) {
        lab = premises.lab();
        desks = new Desks(premises, progress);
        this.crew = crew;
        this.progress = progress;
    }

    @Override
    public void run(List<Row> rows, Controls controls, Consumer<Tally> next) {
        int ahead = Math.max(FEWEST_AHEAD, Math.min(AHEAD, SERVICES_AHEAD / Math.max(1, lab.services().length)));
        Queue<ForkJoinTask<Tally>> begun = new ArrayDeque<>();
        for (Row row : rows) {
            if (begun.size() == ahead) {
                handOver(begun.remove(), next);
            }
            if (progress.cancelled()) {
                break;
            }
            begun.add(crew.begin(() -> desks.run(row, controls)));
        }
        while (!begun.isEmpty()) {
            handOver(begun.remove(), next);
        }
    }

    private <R> void handOver(ForkJoinTask<R> row, Consumer<R> next) {
        if (progress.cancelled()) {
            row.cancel(false);
            return;
        }
        R done;
        try {
            done = Crew.finished(row);
        } catch (Stopped cancelled) {
            return;
        }
        next.accept(done);
    }

    /** Runs the first histories and keeps details of them, to find controls by; fewer when the listener cancels. */
    List<Tally> detailed(int histories) {
        return detailed(histories, row -> {});
    }

    /**
     * Runs the first histories and keeps details of them; fewer when the listener cancels.
     *
     * @param next sees each row in its order as soon as it and those before it are done
     */
    List<Tally> detailed(int histories, Consumer<Tally> next) {
        return each(new Row(0, histories).numbers(), row -> desks.run(row, Tally.detailed(lab, row.length)), next);
    }

    /**
     * Returns the hours that each service is down in chosen histories, in their order; fewer when the listener cancels.
     *
     * @param absent the cause that never strikes, or {@link Stage#NOBODY}
     */
    List<double[]> down(int[] numbers, int absent) {
        return each(numbers, row -> desks.down(row, absent), row -> {}).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Runs chosen histories on this thread, each with a strike of a cause that does not strike by luck, and with details. */
    Tally struck(int[] numbers, int cause, Extra[] extras) {
        return desks.run(numbers, cause, extras, Tally.detailed(lab, numbers.length));
    }

    private <R> List<R> each(int[] numbers, Function<int[], R> work, Consumer<R> next) {
        List<ForkJoinTask<R>> rows = new ArrayList<>();
        int length = Row.lengthFor(numbers.length);
        for (int start = 0; start < numbers.length; start += length) {
            int[] row = Arrays.copyOfRange(numbers, start, Math.min(numbers.length, start + length));
            rows.add(crew.begin(() -> work.apply(row)));
        }
        List<R> done = new ArrayList<>();
        rows.forEach(row -> handOver(row, result -> {
            next.accept(result);
            done.add(result);
        }));
        return done;
    }
}
