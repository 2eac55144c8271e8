package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.simulator.capacity.Run.State;
import org.rackdrill.simulator.capacity.StorageAnswer.Remedy;
import org.rackdrill.simulator.study.Crew;

/** Tries out what would have helped a pool that is short. */
final class Remedies {

    private static final double GIB = 1L << 30;
    private static final double SHORT_UTILISATION = 0.7;
    private static final double LONG_SECONDS = 10;
    private static final double CACHE_BYTES = 1e12;
    private static final double MOST_MEMORY = 512 * GIB;

    private final Lab lab;
    private final Run run;
    private final Crew crew;

    Remedies(Lab lab, Run run, Crew crew) {
        this.lab = lab;
        this.run = run;
        this.crew = crew;
    }

    /** A change, and what people call it. */
    private record Idea(String text, Change change) {}

    /**
     * Returns what was tried; nothing for a pool that is not short.
     *
     * @param slowest what is felt longest on the pool
     */
    List<Remedy> of(PoolRef ref, Findings found, Optional<StorageAnswer.OfFeel> slowest) {
        double p75 = found.week().utilisation(0.75);
        boolean isShort = p75 > SHORT_UTILISATION
                || slowest.filter(feel -> feel.atP75Seconds() > LONG_SECONDS).isPresent();
        if (!isShort) {
            return List.of();
        }
        List<ForkJoinTask<Remedy>> tried = new ArrayList<>();
        for (Idea idea : ideas(ref, found.pool())) {
            tried.add(crew.begin(() -> remedy(ref, idea, found, slowest)));
        }
        return tried.stream().map(Crew::finished).toList();
    }

    private List<Idea> ideas(PoolRef ref, PoolModel pool) {
        double installed =
                lab.node(ref.node()).map(node -> node.memory().count()).orElse(0.0);
        List<Idea> ideas = new ArrayList<>();
        double more = Math.max(32 * GIB, 4 * installed);
        if (more <= MOST_MEMORY) {
            ideas.add(new Idea(
                    String.format(Locale.ROOT, "%.0f GiB of memory in %s", more / GIB, ref.node()),
                    Change.memory(more)));
        }
        if (!pool.cached() && lab.node(ref.node()).isPresent()) {
            ideas.add(new Idea("an SSD cache of 1 TB for " + ref, Change.cache(CACHE_BYTES)));
        }
        ideas.add(new Idea("SSDs in place of the disks of " + ref, Change.solid()));
        return ideas;
    }

    private Remedy remedy(PoolRef ref, Idea idea, Findings found, Optional<StorageAnswer.OfFeel> slowest) {
        PoolModel changed = new PoolModels(lab, new Draw(run.seed(), 0))
                .of(ref, idea.change())
                .orElseThrow();
        Seen seen = run.week(changed, State.HEALTHY, Run.STEP, 1);
        double p75 = seen.utilisation(0.75);
        Optional<Double> seconds = slowest.flatMap(feel -> seconds(changed, feel));
        double p95Millis = seen.times().quantile(0.95);
        return new Remedy(
                idea.text(), ref.toString(), p75, seconds, p95Millis, sentence(idea, found, slowest, seconds, p75));
    }

    private Optional<Double> seconds(PoolModel changed, StorageAnswer.OfFeel feel) {
        return lab.service(feel.service()).stream()
                .flatMap(service -> service.demand().feels().stream())
                .filter(one -> one.what().equals(feel.what()))
                .findFirst()
                .flatMap(one -> FeelStudy.page(changed, feel.service(), one))
                .map(page -> FeelStudy.seconds(
                        changed,
                        page,
                        run.missMillis(
                                changed, page, Saturation.busiestHour(changed), State.HEALTHY, Run.WINDOW_MILLIS)));
    }

    private static String sentence(
            Idea idea, Findings found, Optional<StorageAnswer.OfFeel> slowest, Optional<Double> seconds, double p75) {
        double before = found.week().utilisation(0.75);
        String disks = String.format(
                Locale.ROOT,
                "the busiest disk would be at work %.0f %% of the time at the 75th percentile instead of %.0f %%",
                100 * p75,
                100 * before);
        String start =
                Character.toUpperCase(idea.text().charAt(0)) + idea.text().substring(1);
        if (slowest.isEmpty() || seconds.isEmpty()) {
            return start + ": " + disks + ".";
        }
        return start + ": " + slowest.get().what() + " would take " + time(seconds.get()) + " instead of "
                + time(slowest.get().atP75Seconds()) + ", and " + disks + ".";
    }

    /** Returns seconds as people say them. */
    static String time(double seconds) {
        if (seconds >= 100) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return String.format(Locale.ROOT, seconds >= 10 ? "%.0f s" : seconds >= 1 ? "%.1f s" : "%.2f s", seconds);
    }
}
