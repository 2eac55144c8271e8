package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Contention.Aim;
import org.rackdrill.simulator.compiled.Contention.State;

/** Compiles when services are too slow to be of use. */
final class SlowSection {

    private static final int HOURS_PER_WEEK = 168;

    private final Draft draft;
    private final StorageSection storage;
    private final GuestSection guests;
    private final List<SlowPlan> plans = new ArrayList<>();
    private final Map<String, List<Integer>> points = new HashMap<>();

    SlowSection(Draft draft, StorageSection storage, GuestSection guests) {
        this.draft = draft;
        this.storage = storage;
        this.guests = guests;
        if (draft.has(Behaviour.TOO_SLOW)) {
            compile();
        }
    }

    SlowPlan[] plans() {
        return plans.toArray(SlowPlan[]::new);
    }

    /** Returns the points that say whether a service is fast enough; none for one that always is. */
    List<Integer> of(String service) {
        return points.getOrDefault(service, List.of());
    }

    private void compile() {
        for (Node node : draft.lab.nodes()) {
            for (Pool pool : node.pools()) {
                pool(new PoolRef(node.name(), pool.name()), pool);
            }
        }
        int place = storage.pools.size();
        for (Cluster cluster : draft.lab.clusters()) {
            if (cluster.ceph().isPresent()) {
                String name = cluster.name() + "/ceph";
                List<Aim> slow = draft.contention.of(name).slow();
                if (!slow.isEmpty()) {
                    plans.add(new SlowPlan(
                            place,
                            Double.POSITIVE_INFINITY,
                            0,
                            Parameters.CERTAIN,
                            draft.stream(name + " scrubs"),
                            services(name, place, slow)));
                }
                place++;
            }
        }
    }

    private void pool(PoolRef ref, Pool pool) {
        List<Aim> slow = draft.contention.of(ref.toString()).slow();
        if (slow.isEmpty()) {
            return;
        }
        boolean scrubsMatter =
                slow.stream().anyMatch(it -> !it.in(State.SCRUBBING).equals(it.in(State.WHOLE)));
        double every =
                scrubsMatter ? pool.scrub().map(Hours::of).orElse(Double.POSITIVE_INFINITY) : Double.POSITIVE_INFINITY;
        int place = storage.numbers.getOrDefault(ref, 0);
        Part typical = pool.disks().get(0);
        plans.add(new SlowPlan(
                place,
                every,
                storage.pools.get(place).resilverHours(),
                draft.parameter(ref.toString(), typical, Trait.REBUILD),
                draft.stream(ref + " scrubs"),
                services(ref.toString(), place, slow)));
    }

    private SlowPlan.OfService[] services(String pool, int place, List<Aim> slow) {
        return slow.stream().map(it -> service(pool, place, it)).toArray(SlowPlan.OfService[]::new);
    }

    private SlowPlan.OfService service(String pool, int place, Aim slow) {
        int point = draft.structure.leaf();
        points.computeIfAbsent(slow.service(), key -> new ArrayList<>()).add(point);
        State[] states = State.values();
        boolean[][] hours = new boolean[states.length][HOURS_PER_WEEK];
        int[] causes = new int[states.length];
        for (State state : states) {
            slow.in(state).forEach(hour -> hours[state.ordinal()][hour] = true);
            causes[state.ordinal()] = draft.cause(pool, CauseKind.TOO_SLOW, pool + " too slow " + state.words(), 'D');
        }
        int[] own = guests.of(slow.service());
        int guest = own.length == 1 ? own[0] : -1;
        return new SlowPlan.OfService(slow.service(), point, guest, here(guest, place), hours, causes);
    }

    /** A guest that starts elsewhere from a copy leaves the pool alone; one that reads it over the network takes it along. */
    private boolean[] here(int guest, int place) {
        boolean[] here = new boolean[draft.lab.nodes().size()];
        if (guest < 0 || place >= storage.pools.size()) {
            Arrays.fill(here, true);
            return here;
        }
        GuestPlan plan = guests.guests.get(guest);
        for (int node = 0; node < here.length; node++) {
            boolean uses = plan.dataPool()[node] == place || plan.sharedPool() == place;
            here[node] = node == plan.home() || uses;
        }
        return here;
    }
}
