package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.NodePlan;
import org.rackdrill.simulator.compiled.OperatorPlan;

/** Work on purpose: updates of nodes, one after the other, and boxes that update themselves at night. */
final class Upkeep {

    /** When boxes that update themselves do so. */
    private static final double NIGHT = 3;

    /** When a person updates nodes: in the evening, awake. */
    private static final double EVENING = 20;

    private final Stage stage;
    private final Machines machines;
    private final Clusters clusters;
    private final Operator operator;

    Upkeep(Stage stage, Machines machines, Clusters clusters, Operator operator) {
        this.stage = stage;
        this.machines = machines;
        this.clusters = clusters;
        this.operator = operator;
    }

    void begin() {
        CompiledLab lab = stage.lab;
        OperatorPlan plan = lab.operator();
        stage.cause = plan.patchCause();
        if (plan.patchHours() > 0 && plan.patchCause() != stage.absent) {
            double first = stage.luck.of(plan.stream()).nextDouble() * plan.patchHours();
            for (int i = 0; i < lab.nodes().length; i++) {
                // One node a day; where there are more nodes than days, several on a day.
                double later = plan.patchRolling() ? i * Hours.PER_DAY % plan.patchHours() : 0;
                stage.at(atHour(first + later, EVENING), Event.PATCH, i, 0);
            }
        }
        for (int i = 0; i < lab.updates().length; i++) {
            CompiledLab.Update update = lab.updates()[i];
            stage.cause = lab.machines()[update.machine()].updateCause();
            if (stage.cause != stage.absent) {
                double first = stage.luck.of(update.stream()).nextDouble() * update.everyHours();
                stage.at(atHour(first, NIGHT), Event.UPDATE, i, 0);
            }
        }
    }

    private static double atHour(double time, double hour) {
        return Hours.whole(time / Hours.PER_DAY) * Hours.PER_DAY + hour;
    }

    /** Returns when the next one is due: at that hour of the day, and never twice on one day. */
    private double next(double everyHours, double hour) {
        double time = atHour(stage.now + everyHours, hour);
        return time > stage.now ? time : time + Hours.PER_DAY;
    }

    void patch(int node) {
        OperatorPlan plan = stage.lab.operator();
        NodePlan it = stage.lab.nodes()[node];
        if (machines.up(it.machine())) {
            clusters.maintain(node);
            Machine machine = stage.lab.machines()[it.machine()];
            double hours = stage.lasts(machine.shutdown(), machine.stream())
                    + stage.lasts(machine.update(), machine.stream())
                    + machines.bootHours(it.machine());
            operator.spends(hours);
            machines.update(it.machine(), hours);
        }
        stage.at(next(plan.patchHours(), EVENING), Event.PATCH, node, 0);
    }

    void update(int number) {
        CompiledLab.Update update = stage.lab.updates()[number];
        Machine machine = stage.lab.machines()[update.machine()];
        machines.update(update.machine(), stage.lasts(machine.update(), machine.stream()));
        stage.at(next(update.everyHours(), NIGHT), Event.UPDATE, number, 0);
    }
}
