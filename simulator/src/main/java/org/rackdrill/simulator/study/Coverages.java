package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.ProtectionPlan;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.statistics.Nested;

/** How much of the time each protection would work. */
final class Coverages {

    private Coverages() {}

    static List<Results.Coverage> of(CompiledLab lab, Account account) {
        List<Results.Coverage> all = new ArrayList<>();
        ProtectionPlan[] plans = lab.guards().all();
        for (int i = 0; i < plans.length; i++) {
            Nested broken = account.unprotected(i);
            all.add(new Results.Coverage(
                    plans[i].kind().name().toLowerCase(Locale.ROOT),
                    plans[i].name(),
                    1 - broken.mean(),
                    Math.max(0, 1 - broken.high()),
                    Math.min(1, 1 - broken.low())));
        }
        return all;
    }
}
