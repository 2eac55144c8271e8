package org.rackdrill.simulator.process;

import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.GuestPlan;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.SurgePlan;

/** What a person starts elsewhere when a node or its pool will not be back soon, and when it comes home. */
final class Moves {

    /** A person who moved a guest by hand brings it home within the next day. */
    private static final double BRING_HOME_AFTER_HOURS = 12;

    private final Stage stage;
    private final CompiledLab lab;
    private final Guests guests;
    private final Storage storage;
    private final Operator operator;

    Moves(Stage stage, Guests guests, Storage storage, Operator operator) {
        this.stage = stage;
        this.lab = stage.lab;
        this.guests = guests;
        this.storage = storage;
        this.operator = operator;
    }

    /** The owner knows of a failure; a reboot is not worth a move. */
    void noticed(Mode mode) {
        int subject = mode.subject();
        switch (mode.owner()) {
            case MACHINE -> away(mode.repair().hands() ? lab.machines()[subject].node() : -1);
            case SUPPLY -> away(lab.supplyNode()[subject]);
            case SURGED -> {
                SurgePlan.Victim victim = lab.power().victim(subject);
                away(victim.kind() == SurgePlan.Kind.MACHINE ? lab.machines()[victim.subject()].node() : -1);
            }
            case POOL -> away(storage.node(subject));
            case CONTROLLER -> away(storage.node(lab.controllers()[subject].pools()[0]));
            case DISASTER -> {
                for (int node = 0; node < lab.nodes().length; node++) {
                    away(lab.nodes()[node].site() == subject ? node : -1);
                }
            }
            default -> {}
        }
    }

    private void away(int node) {
        if (node < 0) {
            return;
        }
        for (int guest : guests.ofNode(node)) {
            away(guest, node);
        }
    }

    private void away(int guest, int node) {
        GuestPlan it = lab.guests()[guest];
        boolean movable = it.byHand().length > 1 || it.automatic().length > 1;
        if (movable && guests.host(guest) == node && !guests.runs(guest)) {
            stage.after(0, Event.PART_HERE, it.move(), 0);
        }
    }

    /** The copies of a service can be used again; a guest that is still down may start from one. */
    void copiesMended(int service) {
        for (int guest = 0; guest < lab.guests().length; guest++) {
            if (lab.guests()[guest].service() == service) {
                away(guest, guests.host(guest));
            }
        }
    }

    /** A node is up again; what its cluster moved comes home by itself. */
    void nodeReturned(int node) {
        for (int guest : guests.ofNode(node)) {
            if (lab.guests()[guest].failover() == Service.Failover.MANUAL) {
                home(guest, node);
            }
        }
    }

    /** A pool is whole again on a node that was up all the time. */
    void poolReturned(int node) {
        for (int guest : guests.ofNode(node)) {
            home(guest, node);
        }
    }

    private void home(int guest, int node) {
        boolean away = lab.guests()[guest].home() == node && guests.host(guest) != node;
        if (away && guests.host(guest) != Guests.NOWHERE) {
            stage.at(operator.awake(stage.now + BRING_HOME_AFTER_HOURS), Event.BRING_HOME, guest, 0);
        }
    }
}
