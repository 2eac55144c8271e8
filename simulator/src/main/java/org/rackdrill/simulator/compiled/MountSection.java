package org.rackdrill.simulator.compiled;

import java.util.Optional;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles what guests mount over the network. */
final class MountSection {

    private final Draft draft;
    private final StorageSection storage;

    MountSection(Draft draft, StorageSection storage) {
        this.draft = draft;
        this.storage = storage;
    }

    MountPlan[] compile(GuestSection guests) {
        MountPlan[] plans = new MountPlan[guests.guests.size()];
        for (int i = 0; i < plans.length; i++) {
            plans[i] = mounts(i, guests.guests.get(i));
        }
        return plans;
    }

    private MountPlan mounts(int number, GuestPlan guest) {
        Service service = draft.lab.services().get(guest.service());
        Part part = service.guest().orElseThrow();
        Setting<Share> recovers = part.traits().get(Trait.MOUNTS_RECOVER);
        boolean perfect = !draft.has(Behaviour.STALE_MOUNTS);
        int software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
        int site = draft.site(draft.lab.nodes().get(guest.home()).site());
        return new MountPlan(
                served(service),
                perfect ? 1 : recovers.value().fraction(),
                perfect
                        ? Parameters.CERTAIN
                        : draft.parameters.number(guest.name(), part.model(), Trait.MOUNTS_RECOVER.key(), recovers),
                draft.stream(guest.name() + " mounts"),
                draft.mode(new Mode(
                        Owner.MOUNT,
                        number,
                        draft.cause(service.name(), CauseKind.CRASH, "crashes of " + service.name(), 'S'),
                        draft.stream(guest.name() + " remount"),
                        Lifetimes.NEVER,
                        Repair.atKeyboard(software, site))));
    }

    /** A program on a storage machine that keeps data there is a file server; who needs it has mounted them. */
    private int[] served(Service service) {
        return service.needs().stream()
                .map(draft.lab::service)
                .flatMap(Optional::stream)
                .filter(needed -> needed.kind() == Service.Kind.APP)
                .flatMap(needed -> needed.data().stream())
                .mapToInt(data -> storage.numbers.getOrDefault(data.at(), -1))
                .filter(pool -> pool >= 0)
                .toArray();
    }
}
