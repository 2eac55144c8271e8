package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.SurgePlan;

/**
 * Something that may take several places of a dataset at once, each with a chance of its own.
 *
 * @param hazard its number
 * @param perHour how often it strikes
 * @param takes the chance that it takes each place
 * @param takesOrLocks the same, when a place is lost as well whose key stood at the primary's site and went with it
 */
record Shock(int hazard, double perHour, double[] takes, double[] takesOrLocks) {

    /**
     * A place that holds the data.
     *
     * @param pool its number, or negative for none of the lab's
     * @param keyed whether it is of no use without the key that stands beside the primary
     */
    record Place(int pool, int site, boolean keyed) {}

    /**
     * Returns everything that may take several places at once.
     *
     * @param disasters those of its modes that destroy a site
     * @param surges what they do to pools
     * @param places the primary first
     * @param hazard the number of the hazard that a mode belongs to
     */
    static List<Shock> all(
            CompiledLab lab,
            List<Mode> disasters,
            SurgeLosses surges,
            List<Place> places,
            ToIntFunction<Mode> hazard,
            double[] factors) {
        int home = places.get(0).site();
        List<Shock> all = new ArrayList<>();
        for (Mode mode : disasters) {
            double[] takes = places.stream()
                    .mapToDouble(it -> it.site() == mode.subject() ? 1 : 0)
                    .toArray();
            double[] locks = places.stream()
                    .mapToDouble(it -> it.site() == mode.subject() || (mode.subject() == home && it.keyed()) ? 1 : 0)
                    .toArray();
            double perHour = 1 / lab.lives().mean(mode.fails(), factors);
            all.add(new Shock(hazard.applyAsInt(mode), perHour, takes, locks));
        }
        for (SurgePlan surge : lab.power().surges()) {
            double[] takes = places.stream()
                    .mapToDouble(it -> it.pool() < 0 ? 0 : surges.loses(surge, it.pool(), factors))
                    .toArray();
            int number = hazard.applyAsInt(lab.modes()[surge.mode()]);
            all.add(new Shock(number, surges.perHour(surge, factors), takes, takes));
        }
        return all;
    }
}
