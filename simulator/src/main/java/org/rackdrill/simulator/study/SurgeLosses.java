package org.rackdrill.simulator.study;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.PoolPlan;
import org.rackdrill.simulator.compiled.SurgePlan;
import org.rackdrill.simulator.compiled.SurgePlan.Victim;

/** How likely one surge takes more disks of a pool at once than it can miss. */
final class SurgeLosses {

    private final CompiledLab lab;

    SurgeLosses(CompiledLab lab) {
        this.lab = lab;
    }

    /** Returns how many surges of a kind there are, an hour. */
    double perHour(SurgePlan plan, double[] factors) {
        return 1 / lab.lives().mean(lab.modes()[plan.mode()].fails(), factors);
    }

    /** Returns the chance of a pool to be lost in one of them; what a whole UPS guards is safe. */
    double loses(SurgePlan plan, int pool, double[] factors) {
        for (Victim victim : plan.victims()) {
            boolean inside = Arrays.stream(victim.disks()).anyMatch(disk -> lab.disks()[disk].pool() == pool);
            if (inside && victim.open()) {
                return plan.kills().under(factors)
                        * beyondRedundancy(lab.pools()[pool], plan.takesDisks().under(factors));
            }
        }
        return 0;
    }

    /** Returns the chance that some redundancy group loses more disks than it bears when each dies with a chance. */
    private static double beyondRedundancy(PoolPlan pool, double chance) {
        int disks = pool.disks().length / pool.groups();
        double survives = BinomialDistribution.of(disks, chance).cumulativeProbability(pool.tolerance());
        return 1 - Math.pow(survives, pool.groups());
    }
}
