package org.rackdrill.simulator.validation;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/**
 * Losses of the only pool of a lab, counted in its histories. What people get in results is the chance of a loss by
 * chains; this counts what happened, as long as it can be waited for.
 *
 * @param histories how many groups were looked at
 * @param losses of blocks or of the pool, in all of them
 * @param pools losses of the pool alone
 * @param hit groups with at least one loss
 * @param squares sum of the squares of the losses of each group
 */
record Groups(int histories, long losses, long pools, long hit, long squares) {

    private static final Chronicle NOBODY = new Chronicle() {
        @Override
        public void begins(double horizon) {}

        @Override
        public void service(int service, boolean up, int cause, double now) {}

        @Override
        public void copies(int dataset, double ageHours, double restoreHours) {}

        @Override
        public void ends(History history) {}
    };

    private static final int THREADS = 2;

    static Groups count(Study study, long seed, int histories) {
        CompiledLab lab = Compiler.compile(study.read());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Groups>> parts = IntStream.range(0, THREADS)
                    .<Callable<Groups>>mapToObj(part -> () -> part(lab, study.horizon(), seed, part, histories))
                    .toList();
            Groups sum = new Groups(0, 0, 0, 0, 0);
            for (Future<Groups> part : threads.invokeAll(parts)) {
                sum = sum.and(part.get());
            }
            return sum;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Groups part(CompiledLab lab, double horizon, long seed, int first, int histories) {
        History history = new History(lab, NOBODY);
        double[] best = lab.parameters().bestGuess();
        Groups sum = new Groups(0, 0, 0, 0, 0);
        for (int i = first; i < histories; i += THREADS) {
            history.run(seed, i, best, horizon, Stage.NOBODY);
            long lost = (long) history.poolLosses(0) + history.damaged(0);
            sum = sum.and(new Groups(1, lost, history.poolLosses(0), lost > 0 ? 1 : 0, lost * lost));
        }
        return sum;
    }

    private Groups and(Groups other) {
        return new Groups(
                histories + other.histories,
                losses + other.losses,
                pools + other.pools,
                hit + other.hit,
                squares + other.squares);
    }

    double perThousand() {
        return 1000.0 * losses / histories;
    }

    /** Returns the standard error of {@link #perThousand}. */
    double error() {
        double mean = (double) losses / histories;
        return 1000 * Math.sqrt((double) squares / histories - mean * mean) / Math.sqrt(histories);
    }
}
