package org.rackdrill.simulator.capacity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Quantity;
import org.rackdrill.simulator.compiled.Parameters;

/**
 * Draws of what a lab does not know exactly, under the same names and by the same luck as in a simulation: parts of one
 * catalogue entry share what is not known about their model.
 */
final class Unknowns {

    private final int draws;
    private final long seed;
    private final Map<String, double[]> factors = new HashMap<>();

    /**
     * Prepares to draw.
     *
     * @param draws how many; 0 leaves the best guesses alone
     */
    Unknowns(int draws, long seed) {
        this.draws = draws;
        this.seed = seed;
    }

    Drawn certain(double value) {
        double[] ones = new double[draws];
        Arrays.fill(ones, 1);
        return Drawn.of(value, ones);
    }

    <Q extends Quantity> Drawn quantity(String name, Part part, Trait<Q> trait) {
        Setting<Q> setting = part.traits().get(trait);
        return number(name, part, trait, setting.value().amount());
    }

    /** Returns a number that grows in proportion to a trait whose value is none. */
    Drawn number(String name, Part part, Trait<?> trait, double bestGuess) {
        Setting<?> setting = part.traits().get(trait);
        boolean own = setting.origin().kind() == Origin.Kind.LAB_FILE;
        return setting((own ? name : part.model()) + " " + trait.key(), setting, bestGuess);
    }

    Drawn setting(String name, Setting<?> setting, double bestGuess) {
        if (setting.range().certain()) {
            return certain(bestGuess);
        }
        return Drawn.of(
                bestGuess,
                factors.computeIfAbsent(
                        name,
                        key -> draws == 0 ? new double[0] : Parameters.factors(key, setting.range(), draws, seed)));
    }
}
