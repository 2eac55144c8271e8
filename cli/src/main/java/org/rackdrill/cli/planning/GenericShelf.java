package org.rackdrill.cli.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Edit;
import org.rackdrill.simulator.plan.Offer;
import org.rackdrill.simulator.plan.Shelf;
import org.rackdrill.simulator.study.GenericOffers.Generic;
import org.rackdrill.simulator.study.Results.CostOnce;
import org.rackdrill.simulator.study.Rewriting;

/** What the catalogue has to offer. Two that change the same place of the lab file exclude each other. */
record GenericShelf(List<Generic> generic, Rewriting rewriting) implements Shelf {

    /** Leaves out what has no price in the money of the lab. */
    static GenericShelf priced(List<Generic> all, Rewriting rewriting) {
        return new GenericShelf(all.stream().filter(it -> it.cost() != null).toList(), rewriting);
    }

    @Override
    public List<Offer> offers() {
        return generic.stream().map(GenericShelf::offer).toList();
    }

    private static Offer offer(Generic it) {
        CostOnce cost = it.cost();
        Offer.Price price = cost == null ? Offer.Price.NONE : new Offer.Price(cost.amount(), cost.low(), cost.high());
        String source = price.amount() > 0 ? "the catalogue" : "";
        return new Offer(it.what(), price, Offer.Price.NONE, source, price.amount() > 0, it.note());
    }

    @Override
    public boolean allows(int choice) {
        for (int i = 0; i < generic.size(); i++) {
            for (int j = 0; j < i; j++) {
                if ((choice >> i & 1) == 1
                        && (choice >> j & 1) == 1
                        && meet(generic.get(i).edits(), generic.get(j).edits())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean meet(List<Edit> some, List<Edit> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> meet(one.path(), other.path())));
    }

    private static boolean meet(String one, String other) {
        return one.equals(other)
                || one.startsWith(other + ".")
                || one.startsWith(other + "[")
                || other.startsWith(one + ".")
                || other.startsWith(one + "[");
    }

    @Override
    public int withNeeds(int choice) {
        return choice;
    }

    @Override
    public Optional<Lab> lab(int choice) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < generic.size(); i++) {
            if ((choice >> i & 1) == 1) {
                edits.addAll(generic.get(i).edits());
            }
        }
        return rewriting.with(edits);
    }

    @Override
    public String obstacle(int choice) {
        return "These changes make no lab together.";
    }
}
