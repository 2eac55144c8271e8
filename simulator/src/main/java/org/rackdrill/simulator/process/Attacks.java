package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.DataRiskPlan;
import org.rackdrill.simulator.compiled.DataRiskPlan.AttackPlan;
import org.rackdrill.simulator.compiled.Fixed;

/**
 * Somebody encrypts the data of the lab. On the day on which it is seen every service with data stops; the owner makes
 * sure of every host, and then restores one dataset after the other from what the attack could not reach.
 */
final class Attacks {

    /** A rollback to a local snapshot. Our estimate. */
    private static final double ROLLBACK_HOURS = Fixed.ROLLBACK.hours();

    private final Stage stage;
    private final Operator operator;
    private final Failures failures;
    private final Copies copies;
    private final Intact intact;
    private final DataRiskPlan plan;
    private final DataPlan[] data;
    private final double[] began;
    private final boolean[] thorough;

    /** Hours until each dataset is back, once its turn has come. */
    private final double[] restore;

    Attacks(Stage stage, Operator operator, Failures failures, Copies copies, Intact intact) {
        this.stage = stage;
        this.operator = operator;
        this.failures = failures;
        this.copies = copies;
        this.intact = intact;
        plan = stage.lab.dataRisks();
        data = stage.lab.data();
        began = new double[plan.attacks().length];
        thorough = new boolean[plan.attacks().length];
        restore = new double[data.length];
    }

    void strikes(int attack, int mode) {
        int stream = stage.lab.modes()[mode].stream();
        boolean getsSnapshots =
                stage.luck.of(stream).chance(plan.getsSnapshots().under(stage.factors));
        double unseen = stage.sample(plan.seenAfter(), stream);
        thorough[attack] = getsSnapshots || plan.attacks()[attack].thorough();
        began[attack] = stage.now;
        stage.after(unseen, Event.SEEN, mode, 0);
    }

    /** Nothing opens any more. */
    void seen(int mode) {
        int attack = stage.lab.modes()[mode].subject();
        for (int dataset : plan.attacks()[attack].datasets()) {
            intact.take(dataset);
            boolean snapshots = !thorough[attack]
                    && !copies.primaryLost(dataset)
                    && stage.now - began[attack] <= data[dataset].keepsHours();
            boolean copied = spare(attack, dataset);
            restore[dataset] = snapshots ? ROLLBACK_HOURS : copied ? copies.restoreHoursNow(dataset) : 0;
            copies.lost[dataset] += snapshots || copied ? 0 : 1;
        }
        operator.hears(mode);
    }

    /** Spoils the copies that the attack reached; returns whether one is left. */
    private boolean spare(int attack, int dataset) {
        boolean left = false;
        for (int copy : data[dataset].copies()) {
            boolean holds = !reaches(attack, stage.lab.copies()[copy]) && copies.holdsFrom(copy, began[attack]);
            left |= holds;
            if (!holds) {
                copies.spoil(copy);
            }
        }
        return left;
    }

    private boolean reaches(int attack, CopyPlan copy) {
        AttackPlan it = plan.attacks()[attack];
        if (copy.keeping().offline()) {
            return it.offline();
        }
        return copy.keeping().fetched() ? it.fetched() : thorough[attack];
    }

    void mended(int attack, int mode) {
        double hours = 0;
        for (int dataset : plan.attacks()[attack].datasets()) {
            hours += restore[dataset];
            stage.after(hours, Event.DATA_BACK, dataset, 0);
        }
        failures.next(mode);
    }
}
