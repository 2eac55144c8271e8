package org.rackdrill.model.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Trait;

/** The money in which a lab counts, and what has no price in it. */
final class Currency {

    private final Lab lab;

    Currency(Lab lab) {
        this.lab = lab;
    }

    /** Takes down the currency of the price list, with what it leaves without a cost. */
    void explain(Explaining explaining) {
        Map<String, Part> parts = parts();
        if (lab.currency().isEmpty() || parts.isEmpty()) {
            return;
        }
        String of = "that of the electricity at " + lab.sites().get(0).name();
        List<String> foreign = inOtherMoney(parts, lab.currency().get());
        explaining.value(
                "prices.currency",
                lab.currency().get(),
                Explaining.fallback(
                        foreign.isEmpty()
                                ? of
                                : of + "; other money is not converted, so no cost is shown for "
                                        + Desk.list(foreign)));
    }

    private Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        lab.nodes().forEach(node -> parts.put(node.name(), node.hardware()));
        lab.ups().forEach(ups -> parts.put(ups.name(), ups.part()));
        lab.network().forEach(link -> parts.put(link.name(), link.part()));
        return parts;
    }

    private static List<String> inOtherMoney(Map<String, Part> parts, String currency) {
        return parts.entrySet().stream()
                .filter(it -> it.getValue()
                        .traits()
                        .find(Trait.PRICE)
                        .filter(price -> !price.value().currency().equals(currency))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }
}
