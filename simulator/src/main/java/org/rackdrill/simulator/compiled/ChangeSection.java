package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Operations.Changes;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles changes made on purpose, and what each of them can break. */
final class ChangeSection {

    private static final int HOME = 0;

    private final Draft draft;
    private final int software;
    private final int wrong;
    private final List<Integer> guests = new ArrayList<>();
    private final List<Integer> machines = new ArrayList<>();
    private final List<Integer> modes = new ArrayList<>();

    private ChangeSection(Draft draft) {
        this.draft = draft;
        software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
        wrong = draft.cause("changes", CauseKind.CHANGE, "changes that went wrong", 'S');
    }

    static ChangePlan compile(Draft draft, List<GuestPlan> guests, List<Machine> machines) {
        Optional<Changes> changes =
                draft.lab.operations().changes().filter(it -> draft.has(Behaviour.CHANGES) && draft.hasMachines());
        if (changes.isEmpty()) {
            int[] none = {};
            return new ChangePlan(Lifetimes.NEVER, Chance.NONE, draft.stream("changes"), none, none, none, 0, 0, 0);
        }
        return new ChangeSection(draft).plan(changes.get(), guests, machines);
    }

    private ChangePlan plan(Changes changes, List<GuestPlan> guestPlans, List<Machine> machinePlans) {
        for (int i = 0; i < guestPlans.size(); i++) {
            add(i, -1, guestPlans.get(i).name(), Repair.atKeyboard(software, HOME));
        }
        int nodesFrom = modes.size();
        machines(machinePlans, true);
        int boxesFrom = modes.size();
        machines(machinePlans, false);
        return new ChangePlan(
                draft.life("changes", changes.every()),
                draft.chance("changes", "changes", "goes-wrong", changes.goesWrong()),
                draft.stream("changes"),
                array(guests),
                array(machines),
                array(modes),
                nodesFrom,
                boxesFrom,
                draft.planned("changes", CauseKind.UPDATE, "changes on purpose", 'U'));
    }

    private void machines(List<Machine> all, boolean nodes) {
        for (int i = 0; i < all.size(); i++) {
            Machine machine = all.get(i);
            if (machine.node() >= 0 == nodes) {
                add(-1, i, machine.name(), repair(machine.site()));
            }
        }
    }

    /** A machine elsewhere that lost its configuration is out of reach of every keyboard but its own. */
    private Repair repair(int site) {
        return site == HOME ? Repair.atKeyboard(software, site) : Repair.byHand(Lifetimes.AT_ONCE, software, site, -1);
    }

    private void add(int guest, int machine, String name, Repair repair) {
        modes.add(draft.mode(new Mode(
                Owner.CHANGE, modes.size(), wrong, draft.stream("change of " + name), Lifetimes.NEVER, repair)));
        guests.add(guest);
        machines.add(machine);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
