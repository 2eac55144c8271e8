package org.rackdrill.simulator.study;

import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Money;

/**
 * Something that a proposal pays for.
 *
 * @param name of a part of the lab, as it is afterwards
 * @param price which of its prices
 */
record Bought(String name, Trait<Money> price) {}
