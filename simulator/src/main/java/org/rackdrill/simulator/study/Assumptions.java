package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Parameters;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.statistics.Moments;
import org.rackdrill.simulator.statistics.SobolIndices;

/** Which of the values that are not known well matter most. */
final class Assumptions {

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

    /** Ranks the uncertain values by how much of the scatter of the downtime of all services they explain. */
    List<Results.Assumption> ranked() {
        double explained = account.total().shareOfParameters();
        int draws = factors.length;
        if (draws < 2 || explained < LEAST_EXPLAINED) {
            return List.of();
        }
        double[][] scores = new double[draws][lab.parameters().count()];
        double[] down = new double[draws];
        Moments between = new Moments();
        for (int d = 0; d < draws; d++) {
            for (int p = 1; p < scores[d].length; p++) {
                scores[d][p] = lab.parameters().score(p, factors[d][p]);
            }
            down[d] = account.total().mean(d);
            between.add(down[d]);
        }
        List<Results.Assumption> found = new ArrayList<>();
        for (SobolIndices.Effect effect : SobolIndices.of(scores, down, explained * between.variance())) {
            if (SobolIndices.squaredCorrelation(scores, effect.input(), down) > NOISE / draws) {
                found.add(assumption(lab.parameters().get(effect.input()), effect));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((Results.Assumption it) -> -it.matters()))
                .toList();
    }

    private static Results.Assumption assumption(Parameters.Parameter parameter, SobolIndices.Effect effect) {
        Origin origin = parameter.origin();
        return new Results.Assumption(
                parameter.name(),
                parameter.text(),
                parameter.rangeText(),
                rounded(effect.first(), effect.error()),
                origin.source().isEmpty() ? origin.where() : origin.source(),
                origin.verified(),
                rounded(effect.total(), effect.error()));
    }

    /** Says no more than is known: to whole percents, or to steps that are no finer than the standard error. */
    private static double rounded(double share, double error) {
        double perUnit = error > 0.05 ? 10 : error > 0.01 ? 20 : 100;
        return Math.rint(share * perUnit) / perUnit;
    }
}
