package org.rackdrill.simulator.study;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.rackdrill.model.life.Life;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.DataRiskPlan;
import org.rackdrill.simulator.compiled.DataRiskPlan.AttackPlan;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.kernel.Luck;

/**
 * How often people, attackers and memory harm data for good: how often they strike, times the chance that no snapshot
 * and no copy that can be restored from still holds what was there before, on the day on which somebody sees it.
 */
final class HarmRates {

    /** The share of wrong data that a restore on purpose shows. Our estimate: somebody opens some of the files. */
    private static final double PROOF_SHOWS = 0.5;

    /** Points for each stretch of time over which a copy is overwritten. */
    private static final int POINTS = 8;

    /** Draws where a time is not lognormal, which only a lab file can ask for. */
    private static final int DRAWS = 4000;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final CompiledLab lab;
    private final DataRiskPlan plan;
    private final Durability.Usable usable;
    private final Replacing replacing;

    HarmRates(CompiledLab lab, Durability.Usable usable, Replacing replacing) {
        this.lab = lab;
        this.usable = usable;
        this.replacing = replacing;
        plan = lab.dataRisks();
    }

    /** Which copies are out of reach of whoever strikes. */
    private interface Spared {
        boolean spares(CopyPlan copy);
    }

    /** Losses an hour by a wrong command. */
    double deletions(int dataset, double[] factors) {
        if (plan.deletions()[dataset] < 0) {
            return 0;
        }
        double whole = plan.takesSnapshots().under(factors);
        double files = expected(
                plan.missedAfter(),
                factors,
                cuts(dataset, factors),
                hours -> unsaved(dataset, hours, true, copy -> true, factors));
        return rate(plan.deletions()[dataset], factors) * (whole * destroyed(dataset, factors) + (1 - whole) * files);
    }

    /** The chance that nothing is left of a dataset destroyed with its snapshots, once its dead service is noticed. */
    private double destroyed(int dataset, double[] factors) {
        double noticed = replacing.noticeHours(factors);
        double nothing = 1;
        for (int number : lab.data()[dataset].copies()) {
            CopyPlan copy = lab.copies()[number].under(factors);
            double holds = copy.keeping().mirrors() ? notSynced(copy, noticed) : 1;
            nothing *= 1 - usable.chance(number, factors) * holds;
        }
        return nothing;
    }

    /** Losses an hour by an attack. */
    double attacks(AttackPlan attack, int dataset, double[] factors) {
        if (Arrays.stream(attack.datasets()).noneMatch(it -> it == dataset)) {
            return 0;
        }
        double thorough = attack.thorough() ? 1 : plan.getsSnapshots().under(factors);
        double all = seen(dataset, false, copy -> outOfReach(attack, copy), factors);
        double files = thorough == 1 ? 0 : seen(dataset, true, copy -> true, factors);
        return rate(attack.mode(), factors) * (thorough * all + (1 - thorough) * files);
    }

    private double seen(int dataset, boolean snapshots, Spared spared, double[] factors) {
        return expected(
                plan.seenAfter(),
                factors,
                cuts(dataset, factors),
                hours -> unsaved(dataset, hours, snapshots, spared, factors));
    }

    private static boolean outOfReach(AttackPlan attack, CopyPlan copy) {
        if (copy.keeping().offline()) {
            return !attack.offline();
        }
        return copy.keeping().fetched() && !attack.fetched();
    }

    /** Files an hour that memory without ECC spoils for good: nobody opens them while an older version is kept. */
    double wrongData(int dataset, double[] factors) {
        DataPlan data = lab.data()[dataset];
        double flips = data.modules() / lab.lives().mean(plan.bitFlips(), factors);
        if (flips == 0) {
            return 0;
        }
        double keeps = data.keepsHours();
        for (int copy : data.copies()) {
            keeps = Math.max(keeps, lab.copies()[copy].keeping().hours());
        }
        double kept = keeps;
        double late = expected(plan.foundAfter(), factors, new double[] {kept}, hours -> hours > kept ? 1 : 0);
        double proven = plan.proofHours() > 0 ? PROOF_SHOWS * Math.min(1, kept / plan.proofHours()) : 0;
        return flips * plan.reachesData().under(factors) * late * (1 - proven);
    }

    private double rate(int mode, double[] factors) {
        Mode it = lab.modes()[mode];
        return 1 / lab.lives().mean(it.fails(), factors);
    }

    /** The chance that nothing holds what was there so many hours ago. */
    private double unsaved(int dataset, double hours, boolean snapshots, Spared spared, double[] factors) {
        DataPlan data = lab.data()[dataset];
        if (snapshots && hours <= data.keepsHours()) {
            return 0;
        }
        double nothing = 1;
        for (int number : data.copies()) {
            CopyPlan copy = lab.copies()[number].under(factors);
            if (spared.spares(copy)) {
                double holds = hours <= copy.keeping().hours() ? 1 : notSynced(copy, hours);
                nothing *= 1 - usable.chance(number, factors) * holds;
            }
        }
        return nothing;
    }

    /** The chance that no sync of so many hours has reached a copy; syncs start at any moment of their interval. */
    private static double notSynced(CopyPlan copy, double hours) {
        double taken = Math.max(0, hours - copy.transferHours());
        return Math.max(0, 1 - taken / copy.everyHours());
    }

    /** Where the chance of being saved bends: when a retention ends, and while a copy is overwritten. */
    private double[] cuts(int dataset, double[] factors) {
        DataPlan data = lab.data()[dataset];
        double[] cuts = new double[1 + 3 * data.copies().length];
        cuts[0] = data.keepsHours();
        int next = 1;
        for (int number : data.copies()) {
            CopyPlan copy = lab.copies()[number].under(factors);
            cuts[next++] = copy.keeping().hours();
            cuts[next++] = copy.transferHours();
            cuts[next++] = copy.transferHours() + copy.everyHours();
        }
        return cuts;
    }

    /** Returns the expected value of something that depends on a time, and bends at some moments. */
    private double expected(int life, double[] factors, double[] cuts, DoubleUnaryOperator of) {
        Life told = lab.lives().life(life);
        if (!(told instanceof Life.Lognormal lognormal)) {
            return drawn(life, factors, of);
        }
        double median = lab.lives().mean(life, factors) * Math.exp(-lognormal.sigma() * lognormal.sigma() / 2);
        double[] shares = new double[cuts.length + 2];
        for (int i = 0; i < cuts.length; i++) {
            shares[i] = cuts[i] <= 0 ? 0 : NORMAL.cumulativeProbability(Math.log(cuts[i] / median) / lognormal.sigma());
        }
        shares[cuts.length] = 0;
        shares[cuts.length + 1] = 1;
        Arrays.sort(shares);
        double sum = 0;
        for (int i = 1; i < shares.length; i++) {
            double width = shares[i] - shares[i - 1];
            for (int k = 0; k < POINTS && width > 0; k++) {
                double share = shares[i - 1] + width * (k + 0.5) / POINTS;
                double hours = median * Math.exp(lognormal.sigma() * NORMAL.inverseCumulativeProbability(share));
                sum += width / POINTS * of.applyAsDouble(hours);
            }
        }
        return sum;
    }

    private double drawn(int life, double[] factors, DoubleUnaryOperator of) {
        Luck luck = new Luck(new long[] {Luck.nameOf("harm")});
        luck.begin(1, 0);
        luck.of(0);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += of.applyAsDouble(lab.lives().sample(life, luck, factors));
        }
        return sum / DRAWS;
    }
}
