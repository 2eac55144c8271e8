package org.rackdrill.cli.planning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Document;
import org.rackdrill.model.reading.Outfit;
import org.rackdrill.simulator.plan.OutfitShelf;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.Shelf;
import org.rackdrill.simulator.study.GenericOffers;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Rewriting;
import org.rackdrill.simulator.study.Simulation;

/** What there is to choose from, by where it comes from. */
public final class Shelves {
    /** Enough to tell what is to blame from what is not. */
    private static final int HISTORIES = 120;

    private static final int DRAWS = 60;
    private static final double ROUGH = 10;

    private Shelves() {}

    /** A shelf and where it comes from. */
    public record Filled(Shelf shelf, PlanResults.Source source) {}

    /** Returns the options of a file. */
    public static Filled of(Outfit outfit, LabFile file) {
        String hash = Document.of(file.fileName(), file.bytes()).hash();
        return new Filled(new OutfitShelf(outfit), new PlanResults.Source(file.fileName(), hash));
    }

    /** Returns what the catalogue offers for what is to blame most in a lab. */
    public static Shelf generic(Lab lab, Rewriting rewriting, int threads) {
        Question question = new Question(
                        lab, "", "", ROUGH, DRAWS, Optional.empty(), Question.DEFAULT_SEED, threads, "", Set.of())
                .fromAtLeast(HISTORIES);
        Map<String, Double> blame = new HashMap<>();
        for (Results.Place place : Simulation.run(question, Progress.SILENT).rack()) {
            place.items().forEach(item -> blame.put(item.name(), item.blameHoursPerYear()));
        }
        GenericShelf shelf =
                GenericShelf.priced(GenericOffers.of(lab, rewriting, name -> blame.getOrDefault(name, 0.0)), rewriting);
        if (shelf.offers().isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the catalogue has nothing to offer for this lab; say what could be bought with --options FILE.");
        }
        return shelf;
    }
}
