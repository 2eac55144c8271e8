package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.exact.ExactService;
import org.rackdrill.simulator.exact.Unsolved;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.statistics.Nested;

/**
 * What is computed exactly, beside what was simulated, and whether both agree. Where values are not known well, both are means
 * over the same sets of values.
 */
final class ExactAnswers {

    /** States of all sets of values together; a few seconds. */
    private static final double MOST_STATES_OF_ALL_DRAWS = 40_000;

    /** The chance that luck alone puts one of all services outside. */
    private static final double MISSED = 0.01;

    /** Fewer outages say too little about luck to compare with. */
    private static final double FEWEST_OUTAGES = 30;

    /** What computing in doubles may lose, relative to the answer. */
    private static final double ROUNDING = 1e-6;

    private final CompiledLab lab;
    private final Account account;
    private final double[][] factors;
    private final double horizon;

    ExactAnswers(CompiledLab lab, Account account, double[][] factors, double horizon) {
        this.lab = lab;
        this.account = account;
        this.factors = factors;
        this.horizon = horizon;
    }

    /** One service over all sets of values: its exact answers, or why there are none. */
    private record Tried(List<ExactService> answers, String whyNot) {}

    /** Returns an answer for each service. */
    List<ExactAnswer> all(Crew crew) {
        List<Tried> tried =
                crew.each(IntStream.range(0, lab.services().length).boxed().toList(), this::attempt);
        int compared = (int) IntStream.range(0, tried.size())
                .filter(s -> !tried.get(s).answers().isEmpty())
                .count();
        List<ExactAnswer> all = new ArrayList<>();
        for (int s = 0; s < tried.size(); s++) {
            all.add(answer(s, tried.get(s), compared));
        }
        return all;
    }

    private Tried attempt(int service) {
        List<ExactService> answers = new ArrayList<>();
        try {
            for (double[] draw : factors) {
                ExactService answer = ExactService.of(lab, service, draw, horizon);
                answers.add(answer);
                if (factors.length > 1 && answer.states() * (double) factors.length > MOST_STATES_OF_ALL_DRAWS) {
                    throw new Unsolved(String.format(
                            Locale.ROOT,
                            "its %,d states would have to be solved for %d sets of values",
                            answer.states(),
                            factors.length));
                }
            }
            return new Tried(answers, "");
        } catch (Unsolved unsolved) {
            return new Tried(List.of(), unsolved.why());
        }
    }

    private ExactAnswer answer(int service, Tried tried, int compared) {
        if (tried.answers().isEmpty()) {
            return ExactAnswer.none(tried.whyNot());
        }
        OptionalDouble down =
                mean(tried.answers().stream().map(ExactService::horizon).toList());
        Verdict compares = down.isPresent()
                ? compare(service, down.getAsDouble(), compared)
                : new Verdict("not compared", "the histories begin with new parts, and what is exact is the long run");
        ExactService first = tried.answers().get(0);
        Results.Exact details = new Results.Exact(
                method(first),
                first.states(),
                orNull(mean(tried.answers().stream().map(ExactService::longRun).toList())),
                tried.answers().stream()
                        .mapToDouble(ExactService::outagesPerYear)
                        .average()
                        .orElse(0),
                orNull(mean(
                        tried.answers().stream().map(ExactService::outageByEnd).toList())),
                compares.agreement(),
                compares.says());
        return new ExactAnswer(
                orNull(down),
                down.isPresent() ? "" : "only the long run is known exactly, since its parts are not memoryless",
                details);
    }

    private static String method(ExactService answer) {
        return switch (answer.engine()) {
            case MARKOV_CHAIN ->
                String.format(Locale.ROOT, "Markov chain of %,d states, solved without subtraction", answer.states());
            case DECISION_DIAGRAM ->
                String.format(Locale.ROOT, "decision diagram of %,d nodes over independent parts", answer.states());
        };
    }

    /** Whether both agree, and that in a sentence. */
    private record Verdict(String agreement, String says) {}

    private Verdict compare(int service, double exact, int compared) {
        Nested simulated = account.unavailability(service);
        double outages = account.outagesPerYear(service) * account.histories() * horizon / Hours.PER_YEAR;
        double expected = exact == 0 && simulated.mean() == 0 ? FEWEST_OUTAGES : outages;
        if (expected < FEWEST_OUTAGES) {
            return new Verdict("not compared", "too few outages were simulated to compare with");
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double asked = normal.inverseCumulativeProbability(1 - MISSED / (2 * Math.max(1, compared)));
        double given = normal.inverseCumulativeProbability((1 + Nested.LEVEL) / 2);
        double reach = asked / given * simulated.simulationError() + ROUNDING * exact;
        double apart = Math.abs(simulated.mean() - exact);
        String both = String.format(Locale.ROOT, "exact %.4g, simulated %.4g down", exact, simulated.mean());
        return apart <= reach
                ? new Verdict("agrees", both + ", as far apart as luck lets them be")
                : new Verdict(
                        "disagrees",
                        both
                                + String.format(
                                        Locale.ROOT, ", %.1f times as far apart as luck lets them be", apart / reach));
    }

    private static OptionalDouble mean(List<OptionalDouble> values) {
        Optional<OptionalDouble> missing =
                values.stream().filter(OptionalDouble::isEmpty).findFirst();
        return missing.isPresent()
                ? OptionalDouble.empty()
                : values.stream().mapToDouble(OptionalDouble::getAsDouble).average();
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
