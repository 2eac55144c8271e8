package org.rackdrill.simulator.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.rare.Biasing;
import org.rackdrill.simulator.rare.DisksAlone;
import org.rackdrill.simulator.rare.MarkovModel;
import org.rackdrill.simulator.rare.RareEvents;
import org.rackdrill.simulator.rare.Rarity;

/** What is rare: groups of disks as the shipped labs describe them, and systems that are no lab. */
final class RareCases {

    private static final String CHAIN = "chain of failed disks";
    private static final String FORD = "chain of Ford and others 2010";
    private static final String GOYAL = "Goyal and others 1992; chain of at most 5 failures";
    private static final String TANDEM = "exact chain";
    private static final String RATIONAL = "exact chain, in rational arithmetic";
    private static final String STORM = "test of the Storm model checker (moves-rwth/storm)";

    private static final long MOST_EVENTS = 100_000_000;

    private RareCases() {}

    /** Asks a question about a model. */
    private interface Asked {
        Rarity of(MarkovModel model, long seed, double relativeError);
    }

    static List<RareCase> all() {
        return Stream.of(groupsOfDisks(), copies(), database(), tandem(), threeKinds(), inTurn())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RareCase> groupsOfDisks() {
        Study seven = Study.of("o19-group-of-disks")
                .with("exp(9259 h)", "never")
                .with("weibull(shape 1.12, scale 461386 h)", "exp(461386 h)")
                .with("weibull(shape 2, scale 12 h, location 6 h)", "exp(12 h)");
        Study seventeen = Study.of("o22-erasure-code");
        double own = 0.00405;
        // The labs start whole.
        double ofSeven =
                Markov.parts(8, 3, 1 / 461_386.0, 1 / 12.0, 8).untilLast().chanceAt(2, seven.horizon());
        double ofSeventeen =
                Markov.parts(20, 5, own / Exact.YEAR, 1 / 156.0, 20).untilLast().chanceAt(4, seventeen.horizon());
        MarkovModel raid = RareModels.shards(8, 1, Exact.YEAR / 461_386, Exact.YEAR / 12, false);
        MarkovModel coded = RareModels.shards(20, 3, own, 365 / 6.5, false);
        MarkovModel oneCrew = RareModels.shards(20, 3, own, 365 / 6.5, true);
        return List.of(
                model("O17", "8 disks, MTTF 461,386 h, MTTR 12 h", "mean years to a loss", "36176.36", CHAIN, raid)
                        .by(RareEvents::timeToFirst),
                lab("O17", seven, "0.0002765", ofSeven, CHAIN + "; of 1000 groups .2765 in ten years"),
                model("O22", "17 + 3 shards, repaired on their own", "losses a year", "2.939e-11", CHAIN, coded)
                        .by(RareCases::rate),
                model("O22", "17 + 3 shards, one repair at a time", "losses a year", "1.762e-10", CHAIN, oneCrew)
                        .by(RareCases::rate),
                lab("O22", seventeen, "2.939e-10", ofSeventeen, CHAIN + "; ten years of 2.939e-11"));
    }

    private static List<RareCase> copies() {
        double failure = 8.1345e-3;
        double repair = 66.013;
        String number = "mean days until none is there";
        return List.of(
                model("O21", "2 copies", number, "4.98997e5", FORD, RareModels.copies(2, failure, repair))
                        .by(RareEvents::timeToFirst),
                model("O21", "3 copies", number, "1.349986e9", FORD, RareModels.copies(3, failure, repair))
                        .by(RareEvents::timeToFirst),
                model("O21", "4 copies", number, "2.73918e12", FORD, RareModels.copies(4, failure, repair))
                        .by(RareEvents::timeToFirst));
    }

    private static List<RareCase> database() {
        Pending of = model("O33", "fault-tolerant database", "", "0", GOYAL, RareModels.database());
        return List.of(
                of.number("unavailability", "9.3131e-6").by(RareEvents::unavailability),
                of.number("mean hours to failure", "163625").by(RareEvents::timeToFirst),
                of.number("chance to fail before all is whole again", "7.73223e-4")
                        .by(RareEvents::chanceInACycle));
    }

    private static List<RareCase> tandem() {
        return List.of(
                tandem(8, "5.60502e-6"), tandem(10, "3.14791e-7"), tandem(12, "1.86030e-8"), tandem(14, "1.13896e-9"));
    }

    private static RareCase tandem(int full, String printed) {
        String number = "chance of %d in the second before it is empty".formatted(full);
        return model("O34", "two queues in a row", number, printed, TANDEM, RareModels.tandem(full))
                .by((model, seed, error) -> RareEvents.chanceToReach(
                        model, state -> state[1] == 0 ? -1 : state[1] - 1, full - 1, seed, error));
    }

    /** By both methods, since both can: the chain is small, and biasing has to agree with it. */
    private static List<RareCase> threeKinds() {
        List<RareCase> all = new ArrayList<>();
        double[] slow = {0.01, 0.001, 1e-4};
        String[] words = {"0.01", "0.001", "0.0001"};
        String[] inACycle = {"2.21031e-5", "1.98491e-8", "1.96348e-11"};
        String[] hours = {"251360.95", "2.290025e9", "2.26865e13"};
        String[] down = {"1.010822e-6", "1.0934357e-10", "1.102151e-14"};
        for (int i = 0; i < slow.length; i++) {
            Pending of = model(
                    "O35",
                    "three kinds of five parts, failing %s times an hour".formatted(words[i]),
                    "",
                    "0",
                    RATIONAL,
                    RareModels.threeKinds(slow[i]));
            Pending cycle = of.number("chance to fail before all is whole again", inACycle[i]);
            Pending share = of.number("unavailability", down[i]);
            all.add(cycle.by(RareEvents::chanceInACycle));
            all.add(cycle.by((model, seed, error) -> new Biasing(model, seed).chanceInACycle(error, MOST_EVENTS)));
            all.add(of.number("mean hours to failure", hours[i]).by(RareEvents::timeToFirst));
            all.add(share.by(RareEvents::unavailability));
            all.add(share.by((model, seed, error) -> new Biasing(model, seed).unavailability(error, MOST_EVENTS)));
        }
        return all;
    }

    private static List<RareCase> inTurn() {
        Pending of = model("O36", "one part of 10,000 h, then one of 20,000 h", "", "0", STORM, RareModels.inTurn());
        return List.of(
                of.number("chance of both within 1 h", "2.499875004e-9")
                        .by((model, seed, error) -> RareEvents.chanceWithin(model, 1, seed, error)),
                of.number("mean hours to both", "30000").by(RareEvents::timeToFirst));
    }

    private static Rarity rate(MarkovModel model, long seed, double error) {
        Rarity time = RareEvents.timeToFirst(model, seed, error);
        return new Rarity(
                1 / time.value(), time.relativeError(), time.method(), time.levels(), time.events(), Double.NaN);
    }

    /** The pool of a lab by disks alone, as {@code simulate --rare} looks at it where no chain is exact. */
    private static RareCase lab(String name, Study study, String printed, double expected, String source) {
        return new RareCase(
                name,
                study.toString(),
                "chance that disks alone lose the pool within ten years",
                printed,
                expected,
                source,
                (seed, error) -> byDisksAlone(study, seed, error));
    }

    private static Rarity byDisksAlone(Study study, long seed, double error) {
        CompiledLab lab = Compiler.compile(study.read());
        double[] best = lab.parameters().bestGuess();
        return DisksAlone.of(lab, lab.data()[0], new double[0], best, study.horizon())
                .orElseThrow()
                .chance(seed, error, MOST_EVENTS);
    }

    private static Pending model(
            String name, String setting, String number, String printed, String source, MarkovModel model) {
        return new Pending(name, setting, number, printed, source, model);
    }

    /** A case for which it is still open how it is answered. */
    private record Pending(
            String name, String setting, String number, String printed, String source, MarkovModel model) {

        Pending number(String other, String otherPrinted) {
            return new Pending(name, setting, other, otherPrinted, source, model);
        }

        RareCase by(Asked asked) {
            return new RareCase(
                    name,
                    setting,
                    number,
                    printed,
                    Double.parseDouble(printed),
                    source,
                    (seed, error) -> asked.of(model, seed, error));
        }
    }
}
