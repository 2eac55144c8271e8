package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.HardStopPlan;

/**
 * Nodes that lose their power in the middle of their work: most come back alone when it returns, some wait for a person,
 * with a file system, a pool or a database that did not take it well.
 */
final class HardStops {

    private final Stage stage;
    private final Machines machines;
    private final Operator operator;
    private final HardStopPlan[] plans;
    private final boolean[] stuck;
    private final boolean[] told;

    HardStops(Stage stage, Machines machines, Operator operator) {
        this.stage = stage;
        this.machines = machines;
        this.operator = operator;
        plans = stage.lab.power().hardStops();
        stuck = new boolean[stage.lab.machines().length];
        told = new boolean[stuck.length];
    }

    void begin() {
        Arrays.fill(stuck, false);
        Arrays.fill(told, false);
    }

    /** A machine has lost its power or has it again. */
    void powerChanged(int machine) {
        boolean powered = stage.up(stage.lab.machines()[machine].power());
        boolean struck = !powered && machines.works(machine);
        machines.powerChanged(machine);
        if (struck) {
            strikes(machine);
        }
        tell(machine);
    }

    /** A gap in the power that no power supply bridged. */
    void reset(int machine) {
        if (machines.up(machine)) {
            machines.restart(machine);
            strikes(machine);
            tell(machine);
        }
    }

    private void strikes(int machine) {
        int node = stage.lab.machines()[machine].node();
        if (node < 0) {
            return;
        }
        HardStopPlan plan = plans[node];
        boolean sticks = stage.luck.of(plan.stream()).chance(plan.chance().under(stage.factors));
        if (sticks && !stuck[machine]) {
            stuck[machine] = true;
            machines.sticks(machine);
        }
    }

    /** Nobody can see that a node is stuck, nor help it, before it has power. */
    private void tell(int machine) {
        if (stuck[machine] && !told[machine] && stage.up(stage.lab.machines()[machine].power())) {
            told[machine] = true;
            operator.hears(plans[stage.lab.machines()[machine].node()].stuck());
        }
    }

    void mended(int machine) {
        stuck[machine] = false;
        told[machine] = false;
        machines.mended(machine);
    }
}
