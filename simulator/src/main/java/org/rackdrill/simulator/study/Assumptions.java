package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Parameters;
import org.rackdrill.simulator.history.Account;

/** Which of the values that are not known well matter most. */
final class Assumptions {

    private static final int MOST_ASSUMPTIONS = 15;

    /** Below this share of the scatter between draws, parameters cannot be told from luck. */
    private static final double LEAST_EXPLAINED = 0.05;

    /** A squared correlation above this over the number of draws comes by chance for 3 in 1,000 values. */
    private static final double NOISE = 9;

    private final CompiledLab lab;
    private final Account account;
    private final double[][] factors;

    Assumptions(CompiledLab lab, Account account, double[][] factors) {
        this.lab = lab;
        this.account = account;
        this.factors = factors;
    }

    /**
     * Ranks the uncertain values by the square of their correlation with the downtime of all services, corrected for the
     * luck that is left in each draw: the first-order share of the scatter that a value explains by itself.
     */
    List<Results.Assumption> ranked() {
        double explained = account.total().shareOfParameters();
        if (factors.length < 2 || explained < LEAST_EXPLAINED) {
            return List.of();
        }
        List<Results.Assumption> found = new ArrayList<>();
        for (int p = 1; p < lab.parameters().count(); p++) {
            double correlation = squaredCorrelation(p);
            double share = Math.min(1, (correlation - 1.0 / factors.length) / explained);
            if (correlation > NOISE / factors.length) {
                Parameters.Parameter parameter = lab.parameters().get(p);
                found.add(new Results.Assumption(
                        parameter.name(),
                        parameter.text(),
                        parameter.rangeText(),
                        share,
                        parameter.origin().source().isEmpty()
                                ? parameter.origin().where()
                                : parameter.origin().source(),
                        parameter.origin().verified(),
                        share));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((Results.Assumption it) -> -it.matters()))
                .limit(MOST_ASSUMPTIONS)
                .toList();
    }

    private double squaredCorrelation(int parameter) {
        double meanX = 0;
        double meanY = 0;
        for (int d = 0; d < factors.length; d++) {
            meanX += Math.log(factors[d][parameter]) / factors.length;
            meanY += account.total().mean(d) / factors.length;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int d = 0; d < factors.length; d++) {
            double x = Math.log(factors[d][parameter]) - meanX;
            double y = account.total().mean(d) - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xx == 0 || yy == 0 ? 0 : xy * xy / (xx * yy);
    }
}
