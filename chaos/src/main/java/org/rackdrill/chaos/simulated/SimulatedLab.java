package org.rackdrill.chaos.simulated;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.run.Ability;
import org.rackdrill.chaos.run.Forecast;
import org.rackdrill.chaos.run.Prediction;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.run.World;
import org.rackdrill.chaos.simulated.SimulatedWorld.Chance;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Twin;

/** A lab that is ready to be simulated. It is never changed, so that many threads can share it. */
public final class SimulatedLab {

    /** More draws of the lab's ranges than this tell nothing new in the runs that a prediction takes. */
    private static final int MOST_DRAWS = 200;

    /** Longer than any undo takes. */
    private static final Duration LONGER = Duration.ofDays(30);

    private final Lab lab;
    private final CompiledLab compiled;
    private final String hash;

    /**
     * Compiles a lab.
     *
     * @param hash of its file
     * @throws org.rackdrill.simulator.compiled.Unanswerable when it can be read but not simulated
     */
    public SimulatedLab(Lab lab, String hash) {
        this.lab = lab;
        this.hash = hash;
        compiled = Compiler.compile(lab);
    }

    /** Returns the times that a run of a drill keeps here. */
    public static Terms terms(Drill drill) {
        return terms(drill, Terms.USUAL);
    }

    /**
     * Returns the times of a run elsewhere for a run here. Nobody who runs a drill in the simulator dies of it, so that
     * timers need no winding up on the way.
     */
    public static Terms terms(Drill drill, Terms elsewhere) {
        Duration lease = drill.lasts().plus(LONGER);
        return new Terms(lease, elsewhere.call(), elsewhere.look(), elsewhere.again(), elsewhere.recovery());
    }

    /** Returns its hash. */
    public String hash() {
        return hash;
    }

    /** Returns the lab as its file has it. */
    public Lab lab() {
        return lab;
    }

    /** Returns the compiled form. */
    public CompiledLab compiled() {
        return compiled;
    }

    /** Returns one for each parameter of the lab: what is likeliest. */
    public double[] bestGuess() {
        return compiled.parameters().bestGuess();
    }

    /** Returns a place for histories of it, for one thread. */
    public Twin twin() {
        return new Twin(lab, compiled);
    }

    /** Returns whether the simulator has an effect for each kind of fault, at something of this lab. */
    public List<Ability> abilities() {
        Effects effects = new Effects(twin());
        return Ability.of(
                lab,
                hit -> effects.of(hit.fault(), hit.target(), Optional.empty()).isPresent()
                        ? new Observation(Truth.TRUE, "", "")
                        : new Observation(Truth.FALSE, Effects.NONE, ""));
    }

    /** Returns the hour of a history at which a drill starts that may start at any time. */
    public static double opening() {
        return Opening.of(Optional.empty()).hour();
    }

    /**
     * Returns a world in which nothing happens but what the drill does and what follows from it, and in which everything
     * works that may have failed unseen.
     *
     * @param seed of how long things take
     * @param stop whether somebody wants the run to end
     */
    public SimulatedWorld calm(Drill drill, long seed, BooleanSupplier stop) {
        SimulatedWorld world = world(drill, stop);
        world.begin(new Chance(seed, 0, compiled.parameters().bestGuess(), true));
        return world;
    }

    /**
     * Says what is to be expected of a drill: it is run many times, with everything else that may happen meanwhile, with
     * what may have failed unseen before, and with what is not known of the lab drawn from its ranges.
     *
     * @param terms of the run that it is said of: who looks seldom sees a time only roughly
     * @param seed of all luck
     * @param runs at least one
     * @param threads which change nothing but how long it takes
     * @param stop whether nobody waits for the answer any more
     */
    public Prediction predict(Drill drill, Terms terms, long seed, int runs, int threads, BooleanSupplier stop) {
        double[][] draws = draw(Math.min(runs, MOST_DRAWS), seed);
        Foresight foresight = foresight(drill);
        return new Forecast(drill, () -> maker(drill, seed, draws, foresight, stop), terms(drill, terms))
                .of(seed, runs, threads);
    }

    private LongFunction<World> maker(
            Drill drill, long seed, double[][] draws, Foresight foresight, BooleanSupplier stop) {
        SimulatedWorld world = world(drill, foresight, stop);
        return number -> {
            world.begin(new Chance(seed, number, draws[(int) (number % draws.length)], false));
            return world;
        };
    }

    /** Returns a world for many runs; each begins with {@link SimulatedWorld#begin}. */
    public SimulatedWorld world(Drill drill, BooleanSupplier stop) {
        return world(drill, foresight(drill), stop);
    }

    /**
     * Draws what is not known of the lab.
     *
     * @return {@code [draw][parameter]}
     */
    public double[][] draw(int draws, long seed) {
        return compiled.parameters().draw(draws, seed);
    }

    private SimulatedWorld world(Drill drill, Foresight foresight, BooleanSupplier stop) {
        return new SimulatedWorld(lab, compiled, hash, drill, foresight, stop);
    }

    private Foresight foresight(Drill drill) {
        return new Foresight(lab, compiled, Opening.of(drill.calendar()).hour());
    }
}
