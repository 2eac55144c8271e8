package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.UnlockPlan;

/**
 * Encrypted pools that are closed after a boot, until a person types the passphrase or a key server can be reached.
 * Whoever has just repaired or updated the node is there and opens them at once.
 */
final class Unlocking {

    private final Stage stage;
    private final CompiledLab lab;
    private final Operator operator;
    private final Machines machines;
    private final Network network;
    private final Storage storage;
    private final Guests guests;
    private final UnlockPlan[] plans;
    private final int[] ofNode;
    private final boolean[] closed;
    private final boolean[] told;
    private int closedCount;

    Unlocking(Stage stage, Operator operator, Machines machines, Network network, Storage storage, Guests guests) {
        this.stage = stage;
        this.operator = operator;
        this.machines = machines;
        this.network = network;
        this.storage = storage;
        this.guests = guests;
        lab = stage.lab;
        plans = lab.unlocks();
        ofNode = new int[lab.nodes().length];
        Arrays.fill(ofNode, -1);
        for (int i = 0; i < plans.length; i++) {
            ofNode[plans[i].node()] = i;
        }
        closed = new boolean[plans.length];
        told = new boolean[plans.length];
    }

    void begin() {
        Arrays.fill(closed, false);
        Arrays.fill(told, false);
        closedCount = 0;
    }

    /** A node is up again. */
    void booted(int node) {
        int number = ofNode[node];
        if (number < 0) {
            return;
        }
        UnlockPlan plan = plans[number];
        boolean attended = machines.attended(lab.nodes()[node].machine());
        if (attended || lab.modes()[plan.mode()].cause() == stage.absent || (!plan.prompt() && keyInReach(plan))) {
            open(number);
        } else {
            close(number);
        }
    }

    private void close(int number) {
        UnlockPlan plan = plans[number];
        int root = stage.cause;
        stage.cause = lab.modes()[plan.mode()].cause();
        for (int pool : plan.pools()) {
            if (!closed[number]) {
                storage.suspend(pool);
            }
            guests.waitFor(pool);
        }
        closedCount += closed[number] ? 0 : 1;
        closed[number] = true;
        if (plan.prompt() && !told[number]) {
            told[number] = true;
            operator.hears(plan.mode());
        }
        stage.cause = root;
    }

    private void open(int number) {
        if (closed[number]) {
            closed[number] = false;
            closedCount--;
            for (int pool : plans[number].pools()) {
                storage.resume(pool);
            }
        }
    }

    /** Somebody has typed the passphrase; a node that went down meanwhile asks again. */
    void mended(int node) {
        int number = ofNode[node];
        told[number] = false;
        if (machines.up(lab.nodes()[node].machine())) {
            open(number);
        }
    }

    /** Opens pools whose key server can be reached again; says whether any was opened. */
    boolean fetchesKeys() {
        if (closedCount == 0) {
            return false;
        }
        boolean any = false;
        for (int i = 0; i < plans.length; i++) {
            boolean waits = closed[i] && !plans[i].prompt();
            if (waits && machines.up(lab.nodes()[plans[i].node()].machine()) && keyInReach(plans[i])) {
                open(i);
                any = true;
            }
        }
        return any;
    }

    private boolean keyInReach(UnlockPlan plan) {
        for (int server : plan.serverNodes()) {
            if (machines.up(lab.nodes()[server].machine()) && network.between(plan.node(), server)) {
                return true;
            }
        }
        for (int guest : plan.serverGuests()) {
            if (guests.runs(guest) && network.between(plan.node(), guests.host(guest))) {
                return true;
            }
        }
        return false;
    }
}
