package org.rackdrill.simulator.capacity;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Quantity;
import org.rackdrill.simulator.kernel.Luck;

/**
 * One set of inputs, each within its range. The first draw is the best guess of everything. What is drawn for a value
 * hangs on its name alone, so that two labs that share a value share what is drawn for it.
 *
 * @param number 0 for the best guess
 */
record Draw(long seed, int number) {

    /** The 95 % point of the normal distribution: ranges hold nine in ten cases. */
    private static final double Z95 = 1.6448536269514722;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Returns the amount of a part's trait.
     *
     * @param path where the part stands in the lab; parts of one catalogue entry share what is drawn
     */
    double of(String path, Part part, Trait<? extends Quantity> trait) {
        Setting<? extends Quantity> setting = part.traits().get(trait);
        boolean own = setting.origin().kind() == Origin.Kind.LAB_FILE;
        String name = (own ? path : part.model()) + " " + trait.key();
        return setting.value().amount() * factor(name, setting.range());
    }

    private double factor(String name, Setting.Range range) {
        if (number == 0 || range.certain()) {
            return 1;
        }
        double uniform = Luck.fraction(Luck.nameOf(name) + seed * 1_000_003 + number);
        double score = NORMAL.inverseCumulativeProbability(Math.max(1e-6, Math.min(1 - 1e-6, uniform)));
        return Math.pow(score < 0 ? 1 / range.low() : range.high(), score / Z95);
    }
}
