package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.Demand.LatencyGoal;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.capacity.Run.State;
import org.rackdrill.simulator.capacity.StorageAnswer.Goal;
import org.rackdrill.simulator.capacity.StorageAnswer.OfPool;
import org.rackdrill.simulator.capacity.StorageAnswer.OfService;
import org.rackdrill.simulator.capacity.StorageAnswer.Use;
import org.rackdrill.simulator.statistics.LogHistogram;

/** Says what was found out about a pool. */
final class PoolAnswers {

    private static final double BUSY = 0.8;
    private static final double[] SHARES = {0.5, 0.75, 0.95, 0.99};

    private final Lab lab;
    private final Findings found;

    PoolAnswers(Lab lab, Findings found) {
        this.lab = lab;
        this.found = found;
    }

    OfPool pool() {
        return new OfPool(
                found.pool().name(),
                use(found.week(), found.draws()),
                state(State.DEGRADED),
                state(State.RESILVERING),
                state(State.SCRUBBING),
                saturatesAt(),
                found.week().busiest().windows(),
                found.curve(),
                bottleneck());
    }

    private Optional<Use> state(State state) {
        // What the draws change is taken to be what they change while all is well.
        return Optional.ofNullable(found.otherwise().get(state)).map(seen -> use(seen, found.draws()));
    }

    private static Use use(Seen best, List<Seen> draws) {
        Likely[] utilisation = new Likely[SHARES.length];
        for (int i = 0; i < SHARES.length; i++) {
            double share = SHARES[i];
            utilisation[i] = Intervals.share(best.utilisation(share), draws, seen -> seen.utilisation(share));
        }
        return new Use(
                percentiles(utilisation),
                Intervals.share(best.hitRatio(), draws, Seen::hitRatio),
                latency(best.times(), draws.stream().map(Seen::times).toList()));
    }

    private static Percentiles latency(LogHistogram best, List<LogHistogram> draws) {
        Likely[] millis = new Likely[SHARES.length];
        for (int i = 0; i < SHARES.length; i++) {
            double share = SHARES[i];
            millis[i] = Intervals.of(best.quantile(share), draws, times -> times.quantile(share));
        }
        return percentiles(millis);
    }

    private static Percentiles percentiles(Likely[] four) {
        return new Percentiles(four[0], four[1], four[2], four[3]);
    }

    /** The draws move where a pool saturates as they move its utilisation under a light load. */
    Likely saturatesAt() {
        return Intervals.of(found.saturation().times(), found.lights(), it -> it);
    }

    private String bottleneck() {
        double p95 = found.week().utilisation(0.95);
        double times = found.saturation().times();
        if (p95 >= BUSY) {
            return String.format(
                    Locale.ROOT,
                    "Its disks are what limits it: in one of twenty hours the busiest is at work %.0f %% of the time or"
                            + " more.",
                    100 * p95);
        }
        return String.format(
                Locale.ROOT, "Nothing limits it today; its disks are first, at %.1f times today's load.", times);
    }

    /** Returns the answers for the services that ask something of the pool. */
    List<OfService> services() {
        List<OfService> services = new ArrayList<>();
        Map<String, LogHistogram> today = found.week().timesByService();
        List<Map<String, LogHistogram>> draws =
                found.draws().stream().map(Seen::timesByService).toList();
        today.forEach((name, times) -> services.add(new OfService(
                name,
                found.pool().name(),
                latency(times, of(draws, name)),
                in(State.DEGRADED, name, draws),
                in(State.SCRUBBING, name, draws),
                lab.service(name)
                        .map(Service::demand)
                        .flatMap(demand -> demand.latency())
                        .map(goal -> goal(name, goal)))));
        return services;
    }

    private Optional<Percentiles> in(State state, String name, List<Map<String, LogHistogram>> draws) {
        return Optional.ofNullable(found.otherwise().get(state))
                .map(seen -> latency(seen.timesByService().getOrDefault(name, new LogHistogram()), of(draws, name)));
    }

    private static List<LogHistogram> of(List<Map<String, LogHistogram>> draws, String name) {
        return draws.stream()
                .map(draw -> draw.getOrDefault(name, new LogHistogram()))
                .toList();
    }

    private Goal goal(String name, LatencyGoal goal) {
        double met = found.week().met(name, goal.share());
        return new Goal(
                goal.share(),
                goal.limit().toMillis(),
                Intervals.share(met, found.draws(), seen -> seen.met(name, goal.share())));
    }
}
