package org.rackdrill.simulator.study;

import java.util.Arrays;
import java.util.List;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.OperatorPlan;
import org.rackdrill.simulator.compiled.PoolPlan;
import org.rackdrill.simulator.exact.Chain;

/**
 * The chance of losing a dataset with all its copies, which is too rare to wait for. Two small Markov chains for each
 * set of parameters: disks within a pool, and places (the primary and each copy) within the lab, with the site of each
 * place as their common fate. Repairs count by their mean.
 */
final class Durability {

    /** Above this a chain over all subsets of places would be large; no lab has so many copies of one dataset. */
    private static final int MOST_PLACES = 8;

    private final CompiledLab lab;
    private final PoolRisk risk;

    Durability(CompiledLab lab) {
        this.lab = lab;
        risk = new PoolRisk(lab);
    }

    /**
     * Rates of loss of one dataset, an hour.
     *
     * @param all by whatever the model knows
     * @param disksOnly by disks alone
     * @param damaged blocks that only a copy can heal
     */
    record Rates(double all, double disksOnly, double damaged) {}

    Rates rates(DataPlan data, double[] factors) {
        int[] pools = places(data);
        if (pools.length == 0) {
            return new Rates(0, 0, 0);
        }
        double[] loss = new double[pools.length];
        double[] disks = new double[pools.length];
        double[] back = new double[pools.length];
        int[] site = new int[pools.length];
        double[] disaster = disasters(factors);
        for (int i = 0; i < pools.length; i++) {
            PoolPlan pool = lab.pools()[pools[i]];
            site[i] = lab.nodes()[pool.node()].site();
            disks[i] = poolLoss(pool, factors);
            loss[i] = disks[i];
            double rebuild = replaceHours(pool, factors) + restoreHours(data, i);
            double afterDisaster = disasterHours(site[i], factors);
            double rate = disks[i] + disaster[site[i]];
            back[i] = rate == 0 ? rebuild : (disks[i] * rebuild + disaster[site[i]] * afterDisaster) / rate;
        }
        return new Rates(
                allLost(loss, back, site, disaster, surges(pools, factors)),
                allLost(loss, back, site, new double[disaster.length], List.of()),
                damaged(lab.pools()[pools[0]], factors));
    }

    private int[] places(DataPlan data) {
        int[] all = new int[1 + data.copies().length];
        all[0] = data.pool();
        for (int i = 0; i < data.copies().length; i++) {
            all[i + 1] = lab.copies()[data.copies()[i]].pool();
        }
        return Arrays.stream(all)
                .filter(pool -> pool >= 0)
                .distinct()
                .limit(MOST_PLACES)
                .toArray();
    }

    private double restoreHours(DataPlan data, int place) {
        if (place == 0 || data.copies().length == 0) {
            return data.copies().length == 0 ? 0 : lab.copies()[data.copies()[0]].restoreHours();
        }
        return lab.copies()[data.copies()[Math.min(place - 1, data.copies().length - 1)]].seedHours();
    }

    /** The chain over which places still hold the data; state 0 is all of them, the last is none. */
    private static double allLost(double[] loss, double[] back, int[] site, double[] disaster, List<Shock> shocks) {
        int none = (1 << loss.length) - 1;
        Chain chain = new Chain(none + 1);
        for (int lost = 0; lost < none; lost++) {
            for (int i = 0; i < loss.length; i++) {
                int bit = 1 << i;
                if ((lost & bit) == 0) {
                    chain.rate(lost, lost | bit, loss[i]);
                } else {
                    chain.rate(lost, lost & ~bit, back[i] > 0 ? 1 / back[i] : 1e6);
                }
            }
            for (int s = 0; s < disaster.length; s++) {
                int after = lost;
                for (int i = 0; i < site.length; i++) {
                    after |= site[i] == s ? 1 << i : 0;
                }
                chain.rate(lost, after, disaster[s]);
            }
            for (Shock shock : shocks) {
                for (int taken = 1; taken <= none; taken++) {
                    chain.rate(lost, lost | taken, shock.perHour() * shock.takes(taken));
                }
            }
        }
        return chain.absorptionRate();
    }

    /** Something that may take several places at once, each with a chance of its own. */
    private record Shock(double perHour, double[] chances) {

        /** Returns the chance that it takes these places and no other. */
        double takes(int places) {
            double chance = 1;
            for (int i = 0; i < chances.length; i++) {
                chance *= (places & (1 << i)) == 0 ? 1 - chances[i] : chances[i];
            }
            return chance;
        }
    }

    private List<Shock> surges(int[] pools, double[] factors) {
        SurgeLosses losses = new SurgeLosses(lab);
        return Arrays.stream(lab.power().surges())
                .map(plan -> new Shock(
                        losses.perHour(plan, factors),
                        Arrays.stream(pools)
                                .mapToDouble(pool -> losses.loses(plan, pool, factors))
                                .toArray()))
                .toList();
    }

    private double[] disasters(double[] factors) {
        double[] rates = new double[lab.mains().length];
        for (Mode mode : lab.modes()) {
            if (mode.owner() == Mode.Owner.DISASTER) {
                rates[mode.subject()] += 1 / lab.lives().mean(mode.fails(), factors);
            }
        }
        return rates;
    }

    private double disasterHours(int site, double[] factors) {
        double hours = 0;
        for (Mode mode : lab.modes()) {
            if (mode.owner() == Mode.Owner.DISASTER && mode.subject() == site) {
                hours = Math.max(hours, lab.lives().mean(mode.repair().lasts(), factors));
            }
        }
        return hours;
    }

    private double poolLoss(PoolPlan pool, double[] factors) {
        return risk.loss(pool, factors, 0, replaceHours(pool, factors));
    }

    private double damaged(PoolPlan pool, double[] factors) {
        return risk.damaged(pool, factors, 0, replaceHours(pool, factors));
    }

    /** Noticing, waiting for the part and for the person, and the work itself, in the mean. */
    private double replaceHours(PoolPlan pool, double[] factors) {
        Mode mode = lab.modes()[pool.loss()];
        OperatorPlan operator = lab.operator();
        boolean inDrawer =
                mode.repair().spare() >= 0 && operator.spares()[mode.repair().spare()] > 0;
        double part = inDrawer ? 0 : lab.lives().mean(mode.repair().lasts(), factors);
        double asleep = operator.asleepTo() - operator.asleepFrom();
        asleep = asleep < 0 ? asleep + Hours.PER_DAY : asleep;
        double night = asleep * asleep / 2 / Hours.PER_DAY;
        double away = operator.awayHoursPerYear() / Hours.PER_YEAR * operator.tripHours() / 2;
        return lab.lives().mean(operator.noticesAfter(), factors)
                + part
                + night
                + away
                + lab.lives().mean(operator.travel()[mode.repair().site()], factors)
                + lab.lives().mean(mode.repair().work(), factors);
    }
}
