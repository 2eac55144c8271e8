package org.rackdrill.cli.game;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.run.World;
import org.rackdrill.chaos.simulated.SimulatedLab;

/**
 * The simulator. Nothing that a run leaves there outlives it, so each keeps its journal with its report.
 *
 * @param seed of what luck decides
 * @param stop whether somebody wants the run to end
 */
public record SimulatedVenue(SimulatedLab lab, long seed, BooleanSupplier stop) implements Venue {

    @Override
    public World world(Drill drill) {
        return lab.calm(drill, seed, stop);
    }

    @Override
    public Terms terms(Drill drill) {
        return SimulatedLab.terms(drill);
    }

    @Override
    public Path journals(Path out) {
        return out;
    }

    @Override
    public void close() {}
}
