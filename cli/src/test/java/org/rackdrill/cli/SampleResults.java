package org.rackdrill.cli;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Cause;
import org.rackdrill.simulator.study.Results.CostPerYear;
import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Mean;
import org.rackdrill.simulator.study.Results.Power;
import org.rackdrill.simulator.study.Results.Precision;
import org.rackdrill.simulator.study.Results.Quantiles;
import org.rackdrill.simulator.study.Results.Service;
import org.rackdrill.simulator.study.Results.Spread;
import org.rackdrill.simulator.study.Results.Toil;

/** Made-up results for tests that are not about numbers. */
final class SampleResults {
    private SampleResults() {}

    /** Answers a question with these services. */
    static Results of(Question question, int histories, boolean partial, Service... services) {
        return new Results(
                Results.FORMAT,
                question.version(),
                question.name(),
                question.lab().name(),
                question.hash(),
                question.seed(),
                5,
                histories,
                question.draws(),
                new Precision(question.precision(), question.precision() * 0.9),
                "A service is down when nobody can use it.",
                partial,
                List.of(services),
                new Mean(0.4),
                new Toil(0.2, 14, 1.3, 6),
                List.of(),
                new Power(412, 1.9, 10, 31.0, 3609, new CostPerYear(1155, "AUD"), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** A service with a goal of 99.9 % and an availability in this interval. */
    static Service service(String name, double low, double mean, double high) {
        List<Double> years = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            years.add(i / 10.0);
        }
        return new Service(
                name,
                "container",
                "on node1",
                0.999,
                new Estimate(mean, low, high, 0.9, 0.00001),
                new Mean(mean),
                new Mean(mean),
                new Spread((1 - mean) * 8760, 3.2, 17, 44),
                years,
                new Mean(9.7),
                new Quantiles(3.1, 140),
                0.97,
                new Estimate(0.83, 0.61, 0.93, 0.9, 0.001),
                List.of(new Cause("node2", "failure", "node2 fails", (1 - mean) * 8760, 1, new Gain(1.6, 1.4, 1.8))),
                null,
                "lognormal repairs",
                null,
                List.of(),
                List.of(),
                null);
    }
}
