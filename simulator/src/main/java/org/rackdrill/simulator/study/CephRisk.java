package org.rackdrill.simulator.study;

import org.rackdrill.simulator.compiled.CephPlan;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.exact.Chain;

/**
 * How often Ceph loses the last copy of some object: a chain over how many members miss a disk whose copies are not made
 * again yet. A second disk of the same member adds nothing, for no object has two copies on one member; it makes the
 * member wait longer, which is left out.
 */
final class CephRisk {

    /** Ceph waits so long before it makes copies again. */
    private static final double OUT_HOURS = Hours.ofSeconds(600);

    private final CompiledLab lab;
    private final PoolRisk risk;

    CephRisk(CompiledLab lab, PoolRisk risk) {
        this.lab = lab;
        this.risk = risk;
    }

    /**
     * Returns how often an hour a Ceph loses data.
     *
     * @param year of the study, the next one being 0
     * @param replacing how long members of a single disk wait for a new one
     */
    double lossPerHour(CephPlan plan, double[] factors, int year, Replacing replacing) {
        int members = plan.members().length;
        double failures = 0;
        double hours = 0;
        for (int m = 0; m < members; m++) {
            double rate = failures(plan.pools()[m], factors, year);
            double copied = plan.diskHours()[m] / factors[plan.rebuildParameter()[m]];
            failures += rate;
            hours += rate
                    * (copied + (plan.disks()[m] > 1 ? OUT_HOURS : replaceHours(plan.pools()[m], factors, replacing)));
        }
        if (failures == 0) {
            return 0;
        }
        double recovery = hours / failures;
        double perMember = failures / members;
        Chain chain = new Chain(plan.size() + 1);
        for (int missing = 0; missing < plan.size(); missing++) {
            chain.rate(missing, missing + 1, (members - missing) * perMember);
            if (missing > 0) {
                chain.rate(missing, missing - 1, missing / recovery);
            }
        }
        return chain.absorptionRate();
    }

    private double failures(int pool, double[] factors, int year) {
        return pool < 0 ? 0 : lab.pools()[pool].disks().length * risk.failureRate(lab.pools()[pool], factors, year);
    }

    private double replaceHours(int pool, double[] factors, Replacing replacing) {
        return pool < 0 ? 0 : replacing.hours(lab.pools()[pool], factors);
    }
}
