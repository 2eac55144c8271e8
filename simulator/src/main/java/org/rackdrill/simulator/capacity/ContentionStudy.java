package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rackdrill.model.lab.Demand;
import org.rackdrill.model.lab.Demand.LatencyGoal;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.Contending;
import org.rackdrill.simulator.compiled.Contention;
import org.rackdrill.simulator.study.Crew;

/**
 * What is asked of the pools of a lab does to its availability, at the best guess of all inputs: found out ahead, by a few
 * minutes of simulated requests for each pool of which the lab says what is asked. A pool that was looked at before, in this
 * lab or another one, is not looked at again.
 */
public final class ContentionStudy implements Contending {

    private final long seed;
    private final int threads;
    private final Map<List<Object>, Contention.OfPool> known = new ConcurrentHashMap<>();

    /**
     * Prepares to look.
     *
     * @param seed the same seed gives the same answer
     * @param threads at least 1; the answer does not depend on it
     */
    public ContentionStudy(long seed, int threads) {
        this.seed = seed;
        this.threads = threads;
    }

    @Override
    public Contention of(Lab lab) {
        PoolModels models = new PoolModels(lab, new Draw(seed, 0));
        Map<String, Contention.OfPool> pools = new LinkedHashMap<>();
        Set<PoolRef> asked = asked(lab);
        for (PoolRef ref : PoolModels.refs(lab)) {
            if (asked.contains(ref)) {
                models.of(ref, Change.NOTHING).ifPresent(pool -> pools.put(pool.name(), of(lab, pool)));
            }
        }
        return pools.isEmpty() ? Contention.NONE : new Contention(pools);
    }

    /** Returns the pools of which the lab file says what some service asks of them, or how soon it wants that. */
    private static Set<PoolRef> asked(Lab lab) {
        Set<PoolRef> asked = new HashSet<>();
        for (Service service : lab.services()) {
            for (Demand.Workload load : service.demand().loads()) {
                if (!load.assumed() || service.demand().latency().isPresent()) {
                    asked.add(load.at());
                }
            }
        }
        return asked;
    }

    private Contention.OfPool of(Lab lab, PoolModel pool) {
        Map<String, LatencyGoal> goals = goals(lab, pool);
        List<Object> key = new ArrayList<>(pool.numbers());
        key.add(goals);
        return known.computeIfAbsent(List.copyOf(key), fresh -> {
            try (Crew crew = new Crew(threads)) {
                return new ContentionOfPool(new Run(lab, seed), pool, goals, crew).find();
            }
        });
    }

    /** Returns the latencies that services aim at that ask something of a pool. */
    private static Map<String, LatencyGoal> goals(Lab lab, PoolModel pool) {
        Map<String, LatencyGoal> goals = new LinkedHashMap<>();
        for (Stream stream : pool.streams()) {
            stream.service()
                    .flatMap(lab::service)
                    .map(Service::demand)
                    .flatMap(demand -> demand.latency())
                    .ifPresent(goal -> goals.put(stream.service().orElseThrow(), goal));
        }
        return goals;
    }
}
