package org.rackdrill.simulator.compiled;

import java.util.List;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles which guests wait for themselves after everything was off. */
final class StartSection {

    private final Draft draft;
    private final ServiceSection services;
    private final ColdStart coldStart;

    StartSection(Draft draft, ServiceSection services) {
        this.draft = draft;
        this.services = services;
        coldStart = new ColdStart(draft.lab);
    }

    StartPlan[] compile(List<GuestPlan> guests) {
        StartPlan[] plans = new StartPlan[guests.size()];
        for (int i = 0; i < plans.length; i++) {
            plans[i] = draft.has(Behaviour.COLD_STARTS) ? plan(i, guests.get(i)) : StartPlan.FREE;
        }
        return plans;
    }

    private StartPlan plan(int number, GuestPlan guest) {
        Service service = draft.lab.services().get(guest.service());
        Node home = draft.lab.nodes().get(guest.home());
        List<Integer> servers = ColdStart.mounted(service, home.name()).stream()
                .flatMap(pool -> ColdStart.servers(draft.lab, pool).stream())
                .map(server -> services.serving(server.name()))
                .toList();
        if (servers.isEmpty() || !coldStart.stuck(service, home.name())) {
            return StartPlan.FREE;
        }
        int served = draft.structure.gate(servers);
        draft.structure.watch(served, Watch.START, number);
        int software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
        return new StartPlan(
                served,
                draft.mode(new Mode(
                        Owner.COLD_START,
                        number,
                        draft.cause(service.name(), CauseKind.CRASH, "crashes of " + service.name(), 'S'),
                        draft.stream(guest.name() + " by hand"),
                        Lifetimes.NEVER,
                        Repair.atKeyboard(software, draft.site(home.site())))));
    }
}
