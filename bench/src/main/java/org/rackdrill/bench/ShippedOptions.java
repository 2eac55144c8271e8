package org.rackdrill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.OptionsReader;
import org.rackdrill.model.reading.OptionsReading;
import org.rackdrill.model.reading.Outfit;
import org.rackdrill.simulator.plan.Offer;
import org.rackdrill.simulator.plan.Shelf;

/** The twelve options that are shipped for v1, to choose from. */
record ShippedOptions(Outfit outfit) implements Shelf {

    static ShippedOptions ofV1() {
        LabReader labs = new LabReader(Catalogue.load());
        OptionsReading reading = new OptionsReader(labs)
                .read(
                        "v1.options.yaml",
                        bytes("options/v1.options.yaml"),
                        Optional.of(new OptionsReader.Ground("v1.yaml", bytes("labs/v1.yaml"), Optional.of("AUD"))));
        return new ShippedOptions(reading.outfit()
                .orElseThrow(() -> new IllegalStateException(reading.problems().toString())));
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = ShippedOptions.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + file + " on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
