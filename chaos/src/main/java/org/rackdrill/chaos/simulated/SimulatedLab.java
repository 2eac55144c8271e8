package org.rackdrill.chaos.simulated;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.simulated.SimulatedWorld.Chance;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Twin;

/** A lab that is ready to be simulated. It is never changed, so that many threads can share it. */
public final class SimulatedLab {

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
        SimulatedWorld world = new SimulatedWorld(lab, compiled, hash, drill, stop);
        world.begin(new Chance(seed, 0, compiled.parameters().bestGuess(), true));
        return world;
    }

    /** Returns a world for many runs; each begins with {@link SimulatedWorld#begin}. */
    public SimulatedWorld world(Drill drill, BooleanSupplier stop) {
        return new SimulatedWorld(lab, compiled, hash, drill, stop);
    }

    /**
     * Draws what is not known of the lab.
     *
     * @return {@code [draw][parameter]}
     */
    public double[][] draw(int draws, long seed) {
        return compiled.parameters().draw(draws, seed);
    }
}
