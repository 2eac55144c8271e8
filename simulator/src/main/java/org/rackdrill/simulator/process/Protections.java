package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.ProtectionPlan;

/**
 * Protections that stop working without anybody seeing it: a demand shows it, or an alarm, or a drill; then their owner
 * mends them at the keyboard.
 */
final class Protections {

    private final Stage stage;
    private final Operator operator;
    private final Failures failures;
    private final ProtectionPlan[] all;
    private final boolean[] found;
    private final boolean[] hopeless;
    private final double[] brokenSince;
    private final double[] brokenHours;

    Protections(Stage stage, Operator operator, Failures failures) {
        this.stage = stage;
        this.operator = operator;
        this.failures = failures;
        all = stage.lab.guards().all();
        found = new boolean[all.length];
        hopeless = new boolean[all.length];
        brokenSince = new double[all.length];
        brokenHours = new double[all.length];
    }

    /** Sets everything to work, and to go on working. */
    void begin() {
        Arrays.fill(found, false);
        Arrays.fill(hopeless, false);
        Arrays.fill(brokenHours, 0);
    }

    /**
     * Sets what works at the start. What is drilled was proven some time ago, and may have decayed since; what never was
     * may not have worked from the start.
     *
     * @param sinceDrill hours since the last drill of each kind; negative: never
     */
    void begin(double[] sinceDrill) {
        Arrays.fill(found, false);
        Arrays.fill(brokenHours, 0);
        for (int i = 0; i < all.length; i++) {
            ProtectionPlan plan = all[i];
            Mode mode = stage.lab.modes()[plan.mode()];
            stage.cause = mode.cause();
            double proven = sinceDrill[plan.kind().ordinal()];
            double life = stage.sample(mode.fails(), mode.stream());
            boolean neverWorked =
                    stage.luck.of(plan.stream()).chance(plan.neverWorked().under(stage.factors));
            boolean reported = drawReport(i);
            boolean broken = (proven < 0 ? neverWorked : life < proven) && !reported;
            if (mode.cause() == stage.absent) {
                continue;
            }
            if (broken) {
                breaks(i);
            } else {
                stage.after(proven < 0 ? life : Math.max(0, life - proven), Event.FAIL, plan.mode(), 0);
            }
        }
    }

    /** Draws whether something reports the failure by itself, and whether it can still be mended when it is needed. */
    private boolean drawReport(int i) {
        ProtectionPlan plan = all[i];
        hopeless[i] = stage.luck.of(plan.stream()).chance(plan.hopeless().under(stage.factors));
        return stage.luck.of(plan.stream()).chance(plan.alarmed().under(stage.factors));
    }

    private void breaks(int i) {
        brokenSince[i] = stage.now;
        stage.set(all[i].works(), false);
    }

    /** Stops working, unseen unless something reports it to somebody who watches. */
    void fails(int i) {
        boolean reported = drawReport(i);
        breaks(i);
        if (reported && operator.watched()) {
            tell(i);
        }
    }

    /** Returns whether a protection answers now that it is needed; one that does not is a secret no more. */
    boolean answers(int i) {
        if (i < 0 || works(i)) {
            return true;
        }
        tell(i);
        if (all[i].kind() == Protection.FAILOVER || all[i].kind() == Protection.RESTORE) {
            stage.waits.because(stage.lab.modes()[all[i].mode()].cause());
        }
        return false;
    }

    private void tell(int i) {
        if (!found[i]) {
            found[i] = true;
            operator.hears(all[i].mode());
        }
    }

    /** Somebody tries a protection on purpose, and mends it on the spot. */
    void drill(int i) {
        if (!works(i) && !found[i]) {
            found[i] = true;
            Mode mode = stage.lab.modes()[all[i].mode()];
            double work = stage.sample(mode.repair().work(), mode.stream());
            operator.spends(work);
            stage.after(work, Event.MENDED, all[i].mode(), 0);
        }
    }

    void mended(int i) {
        brokenHours[i] += stage.now - brokenSince[i];
        stage.waits.over(stage.lab.modes()[all[i].mode()].cause());
        found[i] = false;
        stage.set(all[i].works(), true);
        failures.next(all[i].mode());
    }

    boolean works(int i) {
        return stage.up(all[i].works());
    }

    /** Returns whether what is guarded is beyond help: broken, and not to be mended any more. */
    boolean beyondHelp(int i) {
        return i >= 0 && !works(i) && hopeless[i];
    }

    /** Returns how long a protection would not have worked, from the start of the history. */
    double brokenHours(int i) {
        return brokenHours[i] + (works(i) ? 0 : stage.now - brokenSince[i]);
    }
}
