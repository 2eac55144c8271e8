package org.rackdrill.simulator.study;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.PoolPlan;
import org.rackdrill.simulator.compiled.SurgePlan;
import org.rackdrill.simulator.compiled.SurgePlan.Victim;

/** How likely one surge takes more disks of a pool at once than it can miss. */
final class SurgeLosses {

    private final CompiledLab lab;

    /** The pools of which some disks lie open to a kind of surge. */
    private final Map<SurgePlan, BitSet> open = new IdentityHashMap<>();

    SurgeLosses(CompiledLab lab) {
        this.lab = lab;
        for (SurgePlan plan : lab.power().surges()) {
            BitSet pools = new BitSet(lab.pools().length);
            for (Victim victim : plan.victims()) {
                if (victim.open()) {
                    for (int disk : victim.disks()) {
                        pools.set(lab.disks()[disk].pool());
                    }
                }
            }
            open.put(plan, pools);
        }
    }

    /** Returns how many surges of a kind there are, an hour. */
    double perHour(SurgePlan plan, double[] factors) {
        return 1 / lab.lives().mean(lab.modes()[plan.mode()].fails(), factors);
    }

    /** Returns the chance of a pool to be lost in one of them; what a whole UPS guards is safe. */
    double loses(SurgePlan plan, int pool, double[] factors) {
        BitSet pools = open.get(plan);
        return pools != null && pools.get(pool)
                ? plan.kills().under(factors)
                        * beyondRedundancy(lab.pools()[pool], plan.takesDisks().under(factors))
                : 0;
    }

    /** Returns the chance that some redundancy group loses more disks than it bears when each dies with a chance. */
    private static double beyondRedundancy(PoolPlan pool, double chance) {
        int disks = pool.disks().length / pool.groups();
        double survives = BinomialDistribution.of(disks, chance).cumulativeProbability(pool.tolerance());
        return 1 - Math.pow(survives, pool.groups());
    }
}
