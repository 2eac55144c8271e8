package org.rackdrill.simulator.plan;

import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.reading.Outfit;

/** The options of a file, to choose from. */
public record OutfitShelf(Outfit outfit) implements Shelf {

    @Override
    public List<Offer> offers() {
        return outfit.options().all().stream()
                .map(option -> new Offer(
                        option.name(),
                        price(option.price()),
                        price(option.yearly()),
                        option.source(),
                        option.guess(),
                        option.note()))
                .toList();
    }

    private static Offer.Price price(Setting<Money> setting) {
        double amount = setting.value().amount();
        return new Offer.Price(
                amount, amount * setting.range().low(), amount * setting.range().high());
    }

    @Override
    public boolean allows(int choice) {
        return outfit.options().allows(choice);
    }

    @Override
    public int withNeeds(int choice) {
        return outfit.options().withNeeds(choice);
    }

    @Override
    public Optional<Lab> lab(int choice) {
        return outfit.with(choice);
    }

    @Override
    public String obstacle(int choice) {
        return outfit.obstacle(choice);
    }
}
