package org.rackdrill.simulator.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.options.Options;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.OptionsReader;
import org.rackdrill.model.reading.OptionsReading;
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.study.Progress;

/** Labs with options for tests. */
record Workshop(Lab lab, OutfitShelf shelf) {

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
                new OutfitShelf(reading.outfit()
                        .orElseThrow(() ->
                                new IllegalArgumentException(reading.problems().toString()))));
    }

    PlanQuestion asking(double goal, double budget, int threads) {
        return new PlanQuestion(
                lab,
                "lab",
                "",
                shelf,
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

    Options options() {
        return shelf.outfit().options();
    }
}
