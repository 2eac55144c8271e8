package org.rackdrill.chaos.importing;

import java.util.List;
import java.util.function.Predicate;
import org.rackdrill.chaos.importing.PveHaCase.Category;
import org.rackdrill.simulator.ha.HaSettings.Scheduler;
import org.rackdrill.simulator.ha.HaSetup;
import org.rackdrill.simulator.ha.Injection;
import org.rackdrill.simulator.ha.Observation;
import org.rackdrill.simulator.ha.Order;
import org.rackdrill.simulator.ha.Rule;

/** Tells from its contents what a case is about, since names may change. */
record Categories(HaSetup setup, List<List<Injection>> slots) {

    Category category() {
        if (asked(Order.Disarm.class)) {
            return Category.DISARM;
        } else if (setup.settings().scheduler() == Scheduler.DYNAMIC) {
            return Category.DYNAMIC;
        } else if (setup.settings().scheduler() == Scheduler.STATIC) {
            return Category.STATIC;
        } else if (!setup.groups().isEmpty()) {
            return Category.GROUPS;
        } else if (asked(Order.Maintenance.class)) {
            return Category.MAINTENANCE;
        } else if (any(i -> i instanceof Injection.Shutdown || i instanceof Injection.RestartAgent)) {
            return Category.SHUTDOWN;
        } else if (any(i -> i instanceof Injection.Filesystem)) {
            return Category.FILESYSTEM;
        } else if (setup.rules().stream().anyMatch(rule -> rule instanceof Rule.ServiceAffinity)) {
            return Category.SERVICE_AFFINITY;
        } else if (!setup.rules().isEmpty()) {
            return Category.NODE_AFFINITY;
        }
        return plain();
    }

    private Category plain() {
        boolean failing = any(i -> changes(i, Observation.Locked.class))
                || setup.services().values().stream().anyMatch(config -> config.maxRelocate() != 1);
        if (failing) {
            return Category.FAILING_GUESTS;
        } else if (any(i -> i instanceof Injection.Network network && !network.on())) {
            return Category.FAILOVER;
        } else if (any(i -> i instanceof Injection.Change || i instanceof Injection.Add)) {
            return Category.SERVICES;
        }
        return setup.services().isEmpty() ? Category.IDLE : Category.FAILOVER;
    }

    private boolean any(Predicate<Injection> what) {
        return slots.stream().flatMap(List::stream).anyMatch(what);
    }

    private static boolean changes(Injection injection, Class<? extends Observation.Edit> what) {
        return injection instanceof Injection.Change change && what.isInstance(change.edit());
    }

    private boolean asked(Class<? extends Order> what) {
        return any(i -> i instanceof Injection.Change change
                && change.edit() instanceof Observation.Asked asked
                && what.isInstance(asked.order()));
    }
}
