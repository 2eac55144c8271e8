package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Edit;

/** What a good engineer would look at in a lab, priced by the catalogue: for those who have no offers of their own. */
public final class GenericOffers {

    /** More than this and a person no longer reads the list. */
    private static final int MOST = 12;

    private GenericOffers() {}

    /**
     * One thing to try.
     *
     * @param cost null when nobody knows the price in the money of the lab
     */
    public record Generic(String what, List<Edit> edits, Results.@Nullable CostOnce cost, String note) {}

    /**
     * Returns what can be tried, the most promising first; each makes a lab by itself.
     *
     * @param blame hours a year that a component takes, the mean over services
     */
    public static List<Generic> of(Lab lab, Rewriting rewriting, ToDoubleFunction<String> blame) {
        List<Generic> found = new ArrayList<>();
        for (Proposals.Proposal proposal : new Proposals(lab, blame).all()) {
            Optional<Lab> changed = rewriting.with(proposal.edits());
            if (changed.isPresent() && found.size() < MOST) {
                found.add(new Generic(
                        proposal.what(),
                        proposal.edits(),
                        new Prices(changed.get()).of(proposal.buys()),
                        proposal.note()));
            }
        }
        return List.copyOf(found);
    }
}
