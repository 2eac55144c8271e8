package org.rackdrill.simulator.plan;

import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Lab;

/** What there is to choose from. A choice is a number: bit {@code i} stands for offer {@code i}. */
public interface Shelf {

    /** Returns all offers, at most 16. */
    List<Offer> offers();

    /** Returns whether a choice has what it needs and nothing that excludes anything else of it. */
    boolean allows(int choice);

    /** Returns the smallest choice that holds another one with everything that it needs. */
    int withNeeds(int choice);

    /** Returns the lab that a choice makes; nothing when it makes none. Called from several threads. */
    Optional<Lab> lab(int choice);

    /** Returns in a sentence why a choice makes no lab. */
    String obstacle(int choice);
}
