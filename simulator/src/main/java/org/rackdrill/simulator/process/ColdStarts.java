package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.StartPlan;

/**
 * Guests that wait for storage which waits for them. While their node has it mounted they start like any other; once the
 * node or the storage was off, somebody has to break the circle by hand.
 */
final class ColdStarts {

    private final Stage stage;
    private final Operator operator;
    private final StartPlan[] plans;
    private final boolean[] mounted;
    private final boolean[] called;

    ColdStarts(Stage stage, Operator operator) {
        this.stage = stage;
        this.operator = operator;
        plans = stage.lab.storageNetwork().starts();
        mounted = new boolean[plans.length];
        called = new boolean[plans.length];
    }

    void begin() {
        Arrays.fill(mounted, true);
        Arrays.fill(called, false);
    }

    /** The node of a guest, or the machine behind its storage, was off. */
    void off(int guest) {
        mounted[guest] = false;
    }

    /** Returns whether a guest that has all else can start; calls its owner when it cannot. */
    boolean allows(int guest) {
        StartPlan plan = plans[guest];
        if (plan.served() < 0 || mounted[guest] || stage.up(plan.served())) {
            mounted[guest] = true;
            return true;
        }
        if (!called[guest]) {
            called[guest] = true;
            operator.hears(plan.stuck());
        }
        return false;
    }

    /** Somebody gave it by hand what it waited for. */
    void mended(int guest, Guests all, Clusters clusters) {
        called[guest] = false;
        if (all.holdsMounts(guest)) {
            mounted[guest] = true;
            all.evaluate(guest, clusters, 0);
        }
    }
}
