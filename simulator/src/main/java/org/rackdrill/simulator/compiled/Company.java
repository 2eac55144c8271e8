package org.rackdrill.simulator.compiled;

import java.util.List;
import org.rackdrill.model.life.Life;

/**
 * Which components fail by one clock: those that fail at a constant rate, whatever else happens, and are seldom down. A
 * clock that many share costs less than one for each of them, but it shares no luck with another lab where they differ;
 * so a few components keep a life of their own.
 */
final class Company {

    /** With fewer, a life for each costs no more. */
    private static final int FEWEST = 16;

    /** A tick for what is down already is lost: not more than one in so many may be. */
    private static final double SELDOM = 0.1;

    private static final String CLOCK = "the clock of all components";

    private final Draft draft;

    Company(Draft draft) {
        this.draft = draft;
    }

    /** Returns the components, some of them with a clock in common. */
    List<ComponentPlan> of(List<ComponentPlan> plans) {
        if (plans.stream().filter(this::fits).count() < FEWEST) {
            return plans;
        }
        int clock = draft.stream(CLOCK);
        return plans.stream().map(plan -> fits(plan) ? plan.by(clock) : plan).toList();
    }

    private boolean fits(ComponentPlan plan) {
        // Nobody knows how long it waits for a crew that is busy.
        return plan.crew() < 0 && plan.behind() < 0 && plan.pausedBy() < 0 && isSeldomDown(plan);
    }

    private boolean isSeldomDown(ComponentPlan plan) {
        Mode mode = draft.modes.get(plan.mode());
        double down = Lifetimes.meanHours(draft.lives.life(mode.repair().lasts())) + plan.testedHours();
        return draft.lives.life(mode.fails()) instanceof Life.Exponential life && down <= SELDOM * life.meanHours();
    }
}
