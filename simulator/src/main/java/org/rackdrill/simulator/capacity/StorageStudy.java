package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rackdrill.model.lab.Demand.Feel;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.capacity.StorageAnswer.OfFeel;
import org.rackdrill.simulator.capacity.StorageAnswer.OfPool;
import org.rackdrill.simulator.capacity.StorageAnswer.OfService;
import org.rackdrill.simulator.capacity.StorageAnswer.Overload;
import org.rackdrill.simulator.capacity.StorageAnswer.Remedy;
import org.rackdrill.simulator.study.Crew;
import org.rackdrill.simulator.study.Progress;

/**
 * The study behind the storage part of {@code capacity}: a usual week of a lab's disks, one minute of each hour, at the
 * best guess of all inputs, and every seventh hour at other draws from their ranges.
 */
public final class StorageStudy {

    private final Lab lab;
    private final Run run;
    private final Crew crew;
    private final List<OfPool> pools = new ArrayList<>();
    private final List<OfService> services = new ArrayList<>();
    private final List<OfFeel> feels = new ArrayList<>();
    private final List<Remedy> remedies = new ArrayList<>();
    private final List<Overload> overloads = new ArrayList<>();
    private double perSecond;
    private double requests;

    private StorageStudy(Lab lab, Run run, Crew crew) {
        this.lab = lab;
        this.run = run;
        this.crew = crew;
    }

    /**
     * Answers for one lab; the same seed gives the same answer.
     *
     * @param threads at least 1; the answer does not depend on it
     * @throws java.util.concurrent.CancellationException within seconds once it is cancelled: an answer about some of the
     *     pools would look like one about all
     */
    public static StorageAnswer run(Lab lab, long seed, int threads, Progress progress) {
        try (Crew crew = new Crew(threads)) {
            return new StorageStudy(lab, new Run(lab, seed, progress::cancelled), crew).answer(progress);
        }
    }

    /**
     * Simulates one week at the best guess and nothing else: what that costs, and what it shows, is good to know now and
     * then. Its days are simulated side by side, each with its first hour once more before. A pool that cannot keep up
     * under a light load's law of utilisation is left out.
     *
     * @param millis how long each hour is taken to be: a minute in {@link #run}, 3,600,000 for every second of the week
     * @param threads at least 1
     */
    public static WeekAlone week(Lab lab, long seed, int threads, double millis) {
        try (Crew crew = new Crew(threads)) {
            Run run = new Run(lab, seed);
            PoolModels models = new PoolModels(lab, new Draw(seed, 0));
            List<PoolModel> pools = PoolModels.refs(lab).stream()
                    .flatMap(ref -> models.of(ref, Change.NOTHING).stream())
                    .filter(pool -> Saturation.light(run, pool, Saturation.busiestHour(pool)) > 1)
                    .toList();
            List<Supplier<Seen>> days = new ArrayList<>();
            for (PoolModel pool : pools) {
                for (int day = 0; day < Week.DAYS; day++) {
                    List<Integer> hours = Week.hours(day);
                    days.add(() -> run.hours(pool, Run.State.HEALTHY, hours, millis));
                }
            }
            List<Seen> seen = crew.each(days, Supplier::get);
            double perSecond = seen.stream().mapToDouble(Seen::perSecond).sum() / Week.DAYS;
            List<Double> p75 = new ArrayList<>();
            for (int pool = 0; pool < pools.size(); pool++) {
                double[] windows = seen.subList(pool * Week.DAYS, (pool + 1) * Week.DAYS).stream()
                        .flatMap(day -> day.busiest().windows().stream())
                        .mapToDouble(busy -> busy)
                        .sorted()
                        .toArray();
                p75.add(Seen.quantile(windows, 0.75));
            }
            return new WeekAlone(perSecond, Math.round(perSecond * Week.HOURS * millis / 1000), p75);
        }
    }

    /**
     * What a week showed.
     *
     * @param requests that were answered in its hours
     * @param utilisationP75 of the busiest disk of each pool, over its hours
     */
    public record WeekAlone(double requestsPerSecond, long requests, List<Double> utilisationP75) {

        public WeekAlone {
            utilisationP75 = List.copyOf(utilisationP75);
        }
    }

    private StorageAnswer answer(Progress progress) {
        List<PoolRef> refs = PoolModels.refs(lab);
        PoolModels models = new PoolModels(lab, new Draw(run.seed(), 0));
        for (int i = 0; i < refs.size(); i++) {
            PoolRef ref = refs.get(i);
            models.of(ref, Change.NOTHING).ifPresent(pool -> study(ref, pool));
            progress.at((i + 1.0) / refs.size());
        }
        services.sort(Comparator.comparingInt(service -> place(service.name())));
        return new StorageAnswer(
                pools,
                services,
                feels,
                remedies,
                overloads,
                assumed(refs),
                notSimulated(refs),
                new StorageAnswer.Simulated(perSecond, Math.round(requests), PoolStudy.DRAWS + 1));
    }

    private int place(String service) {
        return lab.services().stream().map(Service::name).toList().indexOf(service);
    }

    private void study(PoolRef ref, PoolModel pool) {
        PoolStudy study = new PoolStudy(lab, run, ref, pool, crew);
        Saturation saturation = Saturation.of(run, pool);
        if (saturation.meanOverload() > 1) {
            overloads.add(overload(study, pool, saturation));
            return;
        }
        Findings found = study.find(saturation);
        PoolAnswers answers = new PoolAnswers(lab, found);
        pools.add(answers.pool());
        services.addAll(answers.services());
        List<OfFeel> own = feels(ref, study, found);
        feels.addAll(own);
        remedies.addAll(new Remedies(lab, run, crew)
                .of(ref, found, own.stream().max(Comparator.comparingDouble(OfFeel::atP75Seconds))));
        perSecond += found.week().perSecond();
        requests += found.week().perSecond() * Week.HOURS * Run.WINDOW_MILLIS / 1000;
        requests += found.draws().stream().mapToDouble(Seen::perSecond).sum()
                * Week.HOURS
                / Run.STEP
                * Run.WINDOW_MILLIS
                / 1000;
    }

    private Overload overload(PoolStudy study, PoolModel pool, Saturation saturation) {
        List<Double> lights = new ArrayList<>();
        for (int i = 0; i <= PoolStudy.DRAWS; i++) {
            lights.add(1 / Saturation.light(run, study.drawn(i), saturation.hour()));
        }
        Likely times = Intervals.of(saturation.meanOverload(), lights, it -> it);
        return new Overload(
                pool.name(),
                times,
                String.format(Locale.ROOT, "never keeps up: %.1f times what the disks can do", times.best()));
    }

    private List<OfFeel> feels(PoolRef ref, PoolStudy study, Findings found) {
        List<OfFeel> own = new ArrayList<>();
        for (Service service : lab.services()) {
            for (Feel feel : service.demand().feels()) {
                Optional<Stream> page = FeelStudy.page(found.pool(), service.name(), feel);
                if (feel.at().equals(ref) && page.isPresent()) {
                    own.add(new FeelStudy(run, study, found.pool(), crew)
                            .find(service.name(), feel, page.get(), found.week()));
                }
            }
        }
        return own;
    }

    private List<String> assumed(List<PoolRef> refs) {
        Set<String> assumed = new LinkedHashSet<>();
        for (Service service : lab.services()) {
            service.demand().loads().stream()
                    .filter(load -> load.assumed() && refs.contains(load.at()))
                    .forEach(load -> assumed.add("`" + service.name() + "` says no `load`; assumed is `"
                            + load.profile().model() + "` on " + load.at() + "."));
        }
        return List.copyOf(assumed);
    }

    private List<String> notSimulated(List<PoolRef> refs) {
        List<String> left = new ArrayList<>();
        if (refs.isEmpty()) {
            left.add("The lab describes no disks besides those that its nodes boot from.");
        }
        lab.services().stream()
                .filter(service -> service.demand().loads().stream().anyMatch(load -> !refs.contains(load.at())))
                .forEach(service -> left.add(
                        "What `" + service.name() + "` asks beside Ceph of the disks that Ceph has is not simulated."));
        left.add("Boot disks and memory cards are not simulated.");
        left.add("Memory that runs short is counted as cache that is missing; swapping is not simulated.");
        return left;
    }
}
