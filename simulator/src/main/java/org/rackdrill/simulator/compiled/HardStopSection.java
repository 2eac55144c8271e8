package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles what losing power costs a node beyond a boot. */
final class HardStopSection {

    private HardStopSection() {}

    /** Returns the plan of each node. */
    static HardStopPlan[] compile(Draft draft, PowerSection power, MachineSection machines) {
        return draft.lab.nodes().stream()
                .map(node -> plan(draft, power, machines.numbers.getOrDefault(node.name(), 0), node))
                .toArray(HardStopPlan[]::new);
    }

    private static HardStopPlan plan(Draft draft, PowerSection power, int machine, Node node) {
        int site = draft.site(node.site());
        int handsOn = draft.life(
                "operator hands-on", draft.lab.operations().operator().handsOn());
        int software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
        return new HardStopPlan(
                machine,
                draft.chance(Behaviour.HARD_STOPS, node.name(), node.os(), Trait.HARD_STOP),
                draft.stream(node.name() + " hard stop"),
                mode(draft, Owner.HARD_STOP, machine, power.cuts[site], node.name() + " stuck", handsOn, site),
                // Whoever stands before it only has to press a button and to look whether it comes up.
                mode(draft, Owner.BUTTON, machine, power.cuts[site], node.name() + " button", software, site));
    }

    /** What follows is blamed on whatever took the power; the cause here is the usual one. */
    private static int mode(Draft draft, Owner owner, int machine, int cause, String stream, int work, int site) {
        return draft.mode(new Mode(
                owner,
                machine,
                cause,
                draft.stream(stream),
                Lifetimes.NEVER,
                Repair.byHand(Lifetimes.AT_ONCE, work, site, -1)));
    }
}
