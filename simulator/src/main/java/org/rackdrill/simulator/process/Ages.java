package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.compiled.AgePlan;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.Survival;

/**
 * How old things are when a history begins, and what is left of their lives: as told, or drawn as in a lab that has
 * always been there.
 */
final class Ages {

    private final Stage stage;
    private final AgePlan plan;
    private final @Nullable Survival[] survivals;
    private double[] knownFor;

    Ages(Stage stage) {
        this.stage = stage;
        plan = stage.lab.ages();
        survivals = new Survival[plan.stationary() ? stage.lab.lives().count() : 0];
        knownFor = stage.factors;
    }

    /** Returns how old the thing is that fails in this way, in hours; where luck decides, this draws one number. */
    double of(int mode) {
        if (never(mode)) {
            return 0;
        }
        if (!plan.stationary()) {
            return plan.hours()[mode];
        }
        double share = stage.luck.of(plan.luck()[mode]).nextDouble();
        return survival(stage.lab.modes()[mode].fails()).ageAt(share);
    }

    private boolean never(int mode) {
        Mode it = stage.lab.modes()[mode];
        return it.fails() == Lifetimes.NEVER || it.cause() == stage.absent;
    }

    /** Returns the hours to the first failure of something so old, in hours. */
    double untilFirst(int mode, double age) {
        if (never(mode)) {
            return Double.POSITIVE_INFINITY;
        }
        Mode it = stage.lab.modes()[mode];
        return stage.lab.lives().residual(it.fails(), stage.luck.of(it.stream()), stage.factors, age, 1);
    }

    /** The chance to survive depends on the parameters, which stay the same for many histories. */
    private Survival survival(int life) {
        if (knownFor != stage.factors) {
            Arrays.fill(survivals, null);
            knownFor = stage.factors;
        }
        Survival known = survivals[life];
        if (known == null) {
            known = stage.lab.lives().survival(life, stage.factors);
            survivals[life] = known;
        }
        return known;
    }
}
