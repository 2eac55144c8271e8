package org.rackdrill.simulator.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Traits;
import org.rackdrill.model.quantity.Money;

/** What parts of a lab cost, in the money of its electricity; nothing is ever converted. */
final class Prices {

    /** The currency of the catalogue, for a lab without a place. */
    private static final String USUAL = "AUD";

    private final String currency;
    private final Map<String, Traits> parts = new HashMap<>();

    Prices(Lab lab) {
        currency = lab.currency().orElse(USUAL);
        lab.nodes().forEach(node -> parts.put(node.name(), node.hardware().traits()));
        lab.ups().forEach(ups -> parts.put(ups.name(), ups.part().traits()));
        for (Link link : lab.network()) {
            parts.put(link.name(), link.part().traits());
        }
    }

    /** Returns the sum; null when the price of one of them is not known in this money. */
    Results.@Nullable CostOnce of(List<Bought> all) {
        double amount = 0;
        double low = 0;
        double high = 0;
        for (Bought bought : all) {
            Optional<Setting<Money>> price = Optional.ofNullable(parts.get(bought.name()))
                    .flatMap(traits -> traits.find(bought.price()))
                    .filter(it -> it.value().currency().equals(currency));
            if (price.isEmpty()) {
                return null;
            }
            double once = price.get().value().amount();
            amount += once;
            low += once * price.get().range().low();
            high += once * price.get().range().high();
        }
        return new Results.CostOnce(amount, low, high, currency);
    }
}
