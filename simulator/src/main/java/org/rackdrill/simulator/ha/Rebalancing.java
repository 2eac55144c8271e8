package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.HaSettings.Scheduler;

/** Moves running services when nodes have been loaded unevenly for some rounds. */
final class Rebalancing {
    /** One way to move services that stay together. */
    private record Candidate(List<Integer> services, int from, int to, double imbalance, double[] criteria) {}

    private final Management management;
    private final HaState state;
    private final Placement placement;

    Rebalancing(Management management) {
        this.management = management;
        this.state = management.state;
        this.placement = new Placement(state, management.rulebook(), management.view);
    }

    void round() {
        HaSettings settings = state.settings;
        if (!settings.rebalance() || settings.scheduler() == Scheduler.BASIC || state.disarm != null) {
            return;
        }
        if (state.status.values().stream().anyMatch(Rebalancing::underWay)) {
            management.mind.heldRounds = 0;
            return;
        }
        Usage usage = placement.usage();
        double now = usage.imbalance(usage.loads());
        management.mind.heldRounds = now > settings.threshold() ? management.mind.heldRounds + 1 : 0;
        if (management.mind.heldRounds == 0 || management.mind.heldRounds < settings.holdRounds()) {
            return;
        }
        management.mind.heldRounds = 0;
        Candidate best = best(candidates(usage), settings.topsis());
        if (best == null || (now - best.imbalance()) / now < settings.margin()) {
            return;
        }
        int leader = best.services().get(0);
        boolean live = live(leader);
        String change = String.format(Locale.ROOT, "%.2f>%.2f", now, best.imbalance());
        management.turn.say(Kind.REBALANCES, leader, best.to(), -1, (live ? "MIGRATE " : "RELOCATE ") + change);
        state.orders.add(new Order.Move(leader, best.to(), live));
    }

    private static boolean underWay(ServiceStatus status) {
        return status.state().isMove()
                || status.state() == ServiceState.FENCE
                || status.state() == ServiceState.RECOVERY
                || status.order() instanceof Order.Move;
    }

    private boolean live(int service) {
        ServiceConfig config = state.configured.get(service);
        return config != null && config.live();
    }

    private List<Candidate> candidates(Usage usage) {
        List<Candidate> candidates = new ArrayList<>();
        state.status.forEach((service, status) -> {
            TreeSet<Integer> bundle = new TreeSet<>(management.rulebook().together(service));
            bundle.add(service);
            boolean movable = bundle.first() == (int) service
                    && bundle.stream().allMatch(member -> startedAt(member, status.node()));
            if (movable) {
                List<Integer> services = List.copyOf(bundle);
                for (int target : placement.movableTo(services)) {
                    if (target != status.node()) {
                        var loads = usage.moved(services, status.node(), target);
                        candidates.add(new Candidate(
                                services, status.node(), target, usage.imbalance(loads), usage.criteria(loads)));
                    }
                }
            }
        });
        return candidates;
    }

    private boolean startedAt(int service, int node) {
        ServiceStatus status = state.status.get(service);
        return status != null && status.state() == ServiceState.STARTED && status.node() == node;
    }

    private static @Nullable Candidate best(List<Candidate> candidates, boolean topsis) {
        double[] closeness =
                Topsis.closeness(candidates.stream().map(Candidate::criteria).toList());
        Candidate best = null;
        double lowest = 0;
        for (int i = 0; i < candidates.size(); i++) {
            double cost = rounded(topsis ? -closeness[i] : candidates.get(i).imbalance());
            if (best == null || cost < lowest) {
                best = candidates.get(i);
                lowest = cost;
            }
        }
        return best;
    }

    /** Sums in another order must not decide between equals. */
    private static double rounded(double value) {
        return Math.rint(value * 1e12) / 1e12;
    }
}
