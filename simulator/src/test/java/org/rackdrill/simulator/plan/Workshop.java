package org.rackdrill.simulator.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.OptionsReader;
import org.rackdrill.model.reading.OptionsReading;
import org.rackdrill.model.reading.Outfit;
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.study.Progress;

/** Labs with options for tests. */
record Workshop(Lab lab, Outfit outfit) implements Shelf {

    private static final LabReader READER = new LabReader(Catalogue.load());

    static Workshop of(String lab, String options) {
        byte[] bytes = lab.getBytes(StandardCharsets.UTF_8);
        Lab read = READER.read("lab.yaml", bytes).lab().orElseThrow();
        OptionsReading reading = new OptionsReader(READER)
                .read(
                        "options.yaml",
                        options.getBytes(StandardCharsets.UTF_8),
                        Optional.of(new OptionsReader.Ground("lab.yaml", bytes, Optional.of("AUD"))));
        return new Workshop(
                read,
                reading.outfit()
                        .orElseThrow(() ->
                                new IllegalArgumentException(reading.problems().toString())));
    }

    PlanQuestion asking(double goal, double budget, int threads) {
        return new PlanQuestion(
                lab,
                "lab",
                "",
                this,
                new PlanResults.Source("options.yaml", ""),
                OptionalDouble.of(goal),
                List.of(),
                budget < Double.POSITIVE_INFINITY ? OptionalDouble.of(budget) : OptionalDouble.empty(),
                20 * 8760.0,
                40,
                20,
                1,
                threads,
                "test",
                new ContentionStudy(1, threads));
    }

    PlanResults plan(double goal, double budget) {
        return Plan.run(asking(goal, budget, 2), Progress.SILENT);
    }

    @Override
    public List<Offer> offers() {
        return outfit.options().all().stream()
                .map(option -> {
                    double price = option.price().value().amount();
                    double yearly = option.yearly().value().amount();
                    return new Offer(
                            option.name(),
                            new Offer.Price(price, price, price),
                            new Offer.Price(yearly, yearly, yearly),
                            "",
                            false,
                            "");
                })
                .toList();
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
