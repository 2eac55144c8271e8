package org.rackdrill.simulator.exact;

import java.util.Optional;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.ComponentPlan;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;

/** The components of a cone as an exact engine needs them, under one set of parameters. */
final class Parts {

    private final CompiledLab lab;
    private final int[] numbers;

    /** Mean hours to a failure and of a repair; infinite: never. */
    final double[] lives;

    final double[] repairs;

    private final Optional<String> remembers;

    /**
     * Reads them.
     *
     * @throws Unsolved when one of them is beyond any of the engines
     */
    Parts(CompiledLab lab, Cone cone, double[] factors) {
        this.lab = lab;
        numbers = cone.components();
        lives = new double[numbers.length];
        repairs = new double[numbers.length];
        Optional<String> found = Optional.empty();
        for (int i = 0; i < numbers.length; i++) {
            ComponentPlan plan = plan(i);
            Mode mode = lab.modes()[plan.mode()];
            if (plan.testedHours() > 0) {
                throw new Unsolved("failures of " + plan.name() + " wait for a test by the calendar");
            }
            lives[i] = lab.lives().mean(mode.fails(), factors);
            repairs[i] = lab.lives().mean(mode.repair().lasts(), factors);
            check(plan, i, mode);
            if (found.isEmpty() && !memoryless(mode.fails())) {
                found = Optional.of("the life of " + plan.name() + " is not memoryless");
            }
            if (found.isEmpty() && !memoryless(mode.repair().lasts())) {
                found = Optional.of("repairs of " + plan.name() + " are not memoryless");
            }
        }
        remembers = found;
    }

    private void check(ComponentPlan plan, int i, Mode mode) {
        if (!(repairs[i] > 0)) {
            throw new Unsolved("repairs of " + plan.name() + " take no time");
        }
        if (!(lives[i] > 0)) {
            throw new Unsolved(plan.name() + " lives for no time");
        }
        boolean never = mode.fails() == Lifetimes.NEVER;
        if (Double.isInfinite(lives[i]) && !never) {
            throw new Unsolved("the mean life of " + plan.name() + " is beyond all numbers");
        }
    }

    private boolean memoryless(int life) {
        return life == Lifetimes.NEVER || lab.lives().ageless(life);
    }

    int count() {
        return numbers.length;
    }

    ComponentPlan plan(int i) {
        return lab.components()[numbers[i]];
    }

    /** Returns why these parts are no Markov chain; empty where they are. */
    Optional<String> remembers() {
        return remembers;
    }

    /** Returns why one part's fate depends on another's; empty where each fails and is repaired by itself. */
    Optional<String> depend() {
        int[] members = new int[lab.crews().length];
        for (int i = 0; i < numbers.length; i++) {
            ComponentPlan it = plan(i);
            if (it.behind() >= 0 && it.dormancy() != 1) {
                return Optional.of(it.name() + " stands by");
            }
            if (it.pausedBy() >= 0) {
                return Optional.of(it.name() + " rests while others are down");
            }
            if (it.crew() >= 0 && ++members[it.crew()] > lab.crews()[it.crew()]) {
                return Optional.of(it.name() + " waits for a crew");
            }
        }
        return Optional.empty();
    }

    /** Returns how many repairs at a time a crew can do. */
    int crewSize(int crew) {
        return lab.crews()[crew];
    }

    int crews() {
        return lab.crews().length;
    }
}
