package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.SurgePlan;
import org.rackdrill.simulator.compiled.SurgePlan.Victim;

/**
 * Surges: what the mains reach directly may die, and what hangs on the copper from outside. A dead node may take disks
 * along. Every dead thing wants a new part.
 */
final class Surges {

    private final Stage stage;
    private final Operator operator;
    private final Machines machines;
    private final Power power;
    private final Network network;
    private final DiskLives lives;
    private final Storage storage;
    private final Controllers controllers;
    private final SurgePlan[] plans;
    private final boolean[][] dead;

    Surges(
            Stage stage,
            Operator operator,
            Machines machines,
            Power power,
            Network network,
            DiskLives lives,
            Storage storage,
            Controllers controllers) {
        this.stage = stage;
        this.operator = operator;
        this.machines = machines;
        this.power = power;
        this.network = network;
        this.lives = lives;
        this.storage = storage;
        this.controllers = controllers;
        plans = stage.lab.power().surges();
        dead = new boolean[plans.length][];
        for (int i = 0; i < plans.length; i++) {
            dead[i] = new boolean[plans[i].victims().length];
        }
    }

    void begin() {
        for (boolean[] some : dead) {
            Arrays.fill(some, false);
        }
    }

    void strikes(int number) {
        SurgePlan plan = plans[number];
        double chance = plan.kills().under(stage.factors);
        for (int i = 0; i < plan.victims().length; i++) {
            Victim victim = plan.victims()[i];
            int stream = stage.lab.modes()[victim.mode()].stream();
            boolean byMains = stage.luck.of(stream).chance(chance) && reachedByMains(victim);
            boolean byCopper = stage.luck.of(stream).chance(chance) && reachedByCopper(victim, dead[number]);
            boolean dies = (byMains || byCopper) && !dead[number][i];
            if (dies) {
                dead[number][i] = true;
                kills(victim, stream);
            }
            disks(plan, victim, stream, dies);
        }
    }

    private boolean reachedByMains(Victim victim) {
        boolean reached = victim.open();
        for (int ups : victim.behind()) {
            reached |= !power.guards(ups);
        }
        return reached;
    }

    private static boolean reachedByCopper(Victim victim, boolean[] dead) {
        return victim.copper() == SurgePlan.FROM_OUTSIDE || (victim.copper() >= 0 && dead[victim.copper()]);
    }

    private void kills(Victim victim, int stream) {
        switch (victim.kind()) {
            case UPS -> {
                power.fails(victim.subject(), stream);
                operator.hears(victim.mode());
            }
            case MACHINE -> {
                machines.sticks(victim.subject());
                operator.hears(victim.mode());
            }
            case WAN -> {
                network.accessFails(victim.subject());
                Mode mode = stage.lab.modes()[victim.mode()];
                stage.after(stage.lasts(mode.repair().lasts(), stream), Event.MENDED, victim.mode(), 0);
            }
        }
    }

    private void disks(SurgePlan plan, Victim victim, int stream, boolean dies) {
        for (int disk : victim.disks()) {
            boolean taken = stage.luck.of(stream).chance(plan.takesDisks().under(stage.factors));
            if (dies && taken) {
                lives.killed(disk);
                storage.diskFails(disk, stage.lab.disks()[disk].mode());
                controllers.disksChanged(stage.lab.disks()[disk].pool());
            }
        }
    }

    /** The new part is in. */
    void mended(int code) {
        int number = code / SurgePlan.MOST_VICTIMS;
        int place = code % SurgePlan.MOST_VICTIMS;
        Victim victim = plans[number].victims()[place];
        dead[number][place] = false;
        switch (victim.kind()) {
            case UPS -> power.mended(victim.subject());
            case MACHINE -> machines.mended(victim.subject());
            case WAN -> network.accessReturns(victim.subject());
        }
    }
}
