package org.rackdrill.simulator.exact;

import java.util.Optional;
import java.util.OptionalDouble;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;

/**
 * The exact answer about one service under one set of parameters, by the engine that fits: a Markov chain of lumped states,
 * or a decision diagram where that is too large or the parts are not memoryless but independent.
 *
 * @param engine which
 * @param states of the chain, or nodes of the diagram
 * @param horizon share of time down until the horizon, from all parts up on
 * @param longRun the same in the long run; empty where something is never repaired
 * @param outagesPerYear until the horizon; in the long run where nothing is known until then
 * @param outageByEnd chance that it is down at all until the horizon
 */
public record ExactService(
        Engine engine,
        long states,
        OptionalDouble horizon,
        OptionalDouble longRun,
        double outagesPerYear,
        OptionalDouble outageByEnd) {

    /** Which engine answered. */
    public enum Engine {
        MARKOV_CHAIN,
        DECISION_DIAGRAM
    }

    /** What dependent parts may have; independent ones have the diagram. */
    private static final int MOST_STATES = 20_000;

    private static final int MOST_STATES_OF_INDEPENDENT_PARTS = 1_000;

    /**
     * Answers.
     *
     * @param factors one for each parameter
     * @param hours to look ahead, above 0
     * @throws Unsolved when no engine fits, with the reason
     */
    public static ExactService of(CompiledLab lab, int service, double[] factors, double hours) {
        Cone cone = Cone.of(lab, service);
        Parts parts = new Parts(lab, cone, factors);
        Optional<String> remembers = parts.remembers();
        Optional<String> depend = parts.depend();
        if (remembers.isPresent() && depend.isPresent()) {
            throw new Unsolved(remembers.get() + ", and " + depend.get());
        }
        if (remembers.isPresent()) {
            return inTheLongRun(new IndependentParts(cone, parts), parts);
        }
        try {
            int most = depend.isPresent() ? MOST_STATES : MOST_STATES_OF_INDEPENDENT_PARTS;
            return byChain(new StateSpace(cone, parts, most), hours);
        } catch (Unsolved tooLarge) {
            if (depend.isPresent()) {
                throw tooLarge;
            }
            IndependentParts independent = new IndependentParts(cone, parts);
            return new ExactService(
                    Engine.DECISION_DIAGRAM,
                    independent.size(),
                    OptionalDouble.of(independent.until(hours)),
                    longRun(independent, parts),
                    independent.outagesUntil(hours),
                    OptionalDouble.empty());
        }
    }

    private static ExactService inTheLongRun(IndependentParts independent, Parts parts) {
        return new ExactService(
                Engine.DECISION_DIAGRAM,
                independent.size(),
                OptionalDouble.empty(),
                longRun(independent, parts),
                independent.longRunOutages(),
                OptionalDouble.empty());
    }

    private static OptionalDouble longRun(IndependentParts independent, Parts parts) {
        for (double repair : parts.repairs) {
            if (Double.isInfinite(repair)) {
                return OptionalDouble.empty();
            }
        }
        return OptionalDouble.of(independent.longRun());
    }

    private static ExactService byChain(StateSpace space, double hours) {
        SparseChain chain = space.chain;
        Passage passage = Passage.of(chain, hours);
        return new ExactService(
                Engine.MARKOV_CHAIN,
                chain.states(),
                OptionalDouble.of(sum(passage.meanShare(), space.down)),
                longRun(space),
                outages(space, passage.meanShare()),
                OptionalDouble.of(
                        sum(Passage.of(chain.staying(space.down), hours).atEnd(), space.down)));
    }

    private static OptionalDouble longRun(StateSpace space) {
        return space.chain.returns()
                ? OptionalDouble.of(sum(Elimination.stationary(space.chain), space.down))
                : OptionalDouble.empty();
    }

    private static double outages(StateSpace space, double[] share) {
        double sum = 0;
        for (int state = 0; state < share.length; state++) {
            sum += space.down[state] ? 0 : share[state] * space.chain.into(state, space.down);
        }
        return sum * Hours.PER_YEAR;
    }

    private static double sum(double[] shares, boolean[] those) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += those[i] ? shares[i] : 0;
        }
        return sum;
    }
}
