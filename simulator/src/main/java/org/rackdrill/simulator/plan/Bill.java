package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.statistics.Nested;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Trials;

/** Puts what was found into the shape in which it is written. */
final class Bill {

    private final PlanQuestion question;
    private final Goals goals;
    private final Field field;
    private final Search search;
    private final List<Basket> survivors;
    private final List<Basket> finalists;
    private final Darkroom darkroom;
    private final Progress progress;
    private final double years;
    private final Ballot ballot;

    /** The combinations that are printed, the cheapest first. */
    private final List<Closeup> printed;

    Bill(
            PlanQuestion question,
            Goals goals,
            Field field,
            Search search,
            List<Basket> survivors,
            List<Basket> finalists,
            Darkroom darkroom,
            Progress progress) {
        this.question = question;
        this.goals = goals;
        this.field = field;
        this.search = search;
        this.survivors = survivors;
        this.finalists = finalists;
        this.darkroom = darkroom;
        this.progress = progress;
        years = years(question);
        ballot = new Ballot(darkroom.all(), question.draws());
        printed = darkroom.all().stream()
                .sorted(Comparator.comparingDouble(
                                (Closeup it) -> it.basket().entrant().money())
                        .thenComparing(it -> it.basket().choice() != 0)
                        .thenComparingDouble(Closeup::use)
                        .thenComparing(it -> it.basket().choice()))
                .toList();
    }

    static double years(PlanQuestion question) {
        return question.horizonHours() / Hours.PER_YEAR;
    }

    PlanResults results() {
        Optional<Closeup> keeps = cheapestThatKeeps();
        Closeup recommended = keeps.or(this::closest).orElse(null);
        List<PlanResults.Offered> offered = recommended == null
                ? List.of()
                : new Worth(question.shelf(), field, darkroom, ballot, printed, recommended).offered();
        return new PlanResults(
                PlanResults.FORMAT,
                question.version(),
                question.name(),
                question.lab().name(),
                question.hash(),
                question.options(),
                question.seed(),
                years,
                question.goal().isPresent() ? question.goal().getAsDouble() : null,
                named(),
                question.budget().isPresent() ? question.budget().getAsDouble() : null,
                currency(),
                number(darkroom.of(0)),
                number(recommended),
                keeps.isPresent(),
                nextSingle(offered),
                points(),
                offered,
                searched(),
                assumptions(),
                notSimulated(),
                progress.cancelled());
    }

    /** It must have kept all goals twice, under the luck by which it was chosen and under the fresh one. */
    private Optional<Closeup> cheapestThatKeeps() {
        return finalists.stream()
                .filter(basket -> basket.entrant().use() <= 1)
                .flatMap(basket -> Optional.ofNullable(darkroom.of(basket.choice())).stream())
                .filter(it -> it.use() <= 1)
                .findFirst();
    }

    /** The cheapest of those that come closest, chosen by the luck of the race. */
    private Optional<Closeup> closest() {
        double least = finalists.stream()
                .mapToDouble(basket -> basket.entrant().use())
                .min()
                .orElse(0);
        return finalists.stream()
                .filter(basket -> basket.entrant().use() <= least * (1 + Race.ZONE))
                .flatMap(basket -> Optional.ofNullable(darkroom.of(basket.choice())).stream())
                .findFirst()
                .or(() -> printed.stream().findFirst());
    }

    private int number(@Nullable Closeup closeup) {
        return closeup == null ? -1 : printed.indexOf(closeup);
    }

    private String currency() {
        return field.now().power().costPerYear().currency();
    }

    private List<PlanResults.Goal> named() {
        List<PlanResults.Goal> all = new ArrayList<>();
        for (int s = 0; s < goals.count(); s++) {
            all.add(new PlanResults.Goal(goals.names().get(s), goals.goals()[s]));
        }
        return all;
    }

    private List<PlanResults.Point> points() {
        List<PlanResults.Point> points = new ArrayList<>();
        for (Closeup closeup : printed) {
            points.add(point(closeup));
        }
        return points;
    }

    private PlanResults.Point point(Closeup it) {
        Basket basket = it.basket();
        Basket now = field.now();
        double bill = basket.power().costPerYear().amount()
                - now.power().costPerYear().amount();
        PlanResults.Amount yearly = amount(basket.yearly().plus(new Offer.Price(bill, bill, bill)));
        PlanResults.Amount price = amount(basket.price());
        int tightest = it.tightest();
        Nested down = it.down(tightest);
        double allowance = goals.allowance(tightest);
        return new PlanResults.Point(
                printed.indexOf(it),
                names(basket.choice()),
                price,
                yearly,
                new PlanResults.Amount(
                        price.amount() + years * yearly.amount(),
                        price.low() + years * yearly.low(),
                        price.high() + years * yearly.high()),
                basket.power().watts(),
                basket.power().watts() - now.power().watts(),
                basket.power().kWhPerYear(),
                goals.names().get(tightest),
                new Estimate(1 - down.mean(), 1 - down.high(), 1 - down.low(), Nested.LEVEL, down.simulationError()),
                goals.goals()[tightest],
                new PlanResults.Amount(down.mean() / allowance, down.low() / allowance, down.high() / allowance),
                it.use() <= 1,
                ballot.keeps(it),
                new PlanResults.Amount(
                        it.hours().mean(), it.hours().low(), it.hours().high()),
                it.lessThan(nowCloseup()),
                darkroom.loss(basket),
                basket.latency(),
                front(it));
    }

    private Closeup nowCloseup() {
        Closeup now = darkroom.of(0);
        if (now == null) {
            throw new IllegalStateException("the lab as it is has no close-up");
        }
        return now;
    }

    /** Whether nothing that is no dearer is better in every respect; what nobody would choose by counts as equal. */
    private boolean front(Closeup it) {
        Entrant own = it.basket().entrant();
        return printed.stream().takeWhile(other -> other != it).noneMatch(other -> {
            Entrant cheaper = other.basket().entrant();
            return cheaper.noWorseThan(own) && other.use() <= it.use() * (1 + Race.ZONE);
        });
    }

    static PlanResults.Amount amount(Offer.Price price) {
        return new PlanResults.Amount(price.amount(), price.low(), price.high());
    }

    private List<String> names(int choice) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < question.shelf().offers().size(); i++) {
            if ((choice >> i & 1) == 1) {
                names.add(question.shelf().offers().get(i).name());
            }
        }
        return names;
    }

    /** What surely gives most back for its money; a trifle does not win by being free. */
    private @Nullable Integer nextSingle(List<PlanResults.Offered> offered) {
        double dearest =
                offered.stream().mapToDouble(it -> it.price().amount()).max().orElse(0);
        return offered.stream()
                .filter(it -> it.without() != null
                        && it.without() == number(darkroom.of(0))
                        && (it.effect().equals(Worth.UPTIME) || it.effect().equals(Worth.BOTH)))
                .max(Comparator.comparingDouble(it -> worth(it, dearest)))
                .map(PlanResults.Offered::alone)
                .orElse(null);
    }

    private double worth(PlanResults.Offered it, double dearest) {
        if (it.alone() == null || it.lessHours() == null) {
            return 0;
        }
        double money = printed.get(it.alone()).basket().entrant().money();
        return it.lessHours().hoursPerYear() / Math.max(Math.max(1, dearest / 10), money);
    }

    private PlanResults.Searched searched() {
        int looked = (int) field.all().stream()
                .filter(basket -> basket.entrant().histories() > 0)
                .count();
        List<String> impossible = new ArrayList<>();
        new TreeMap<>(field.obstacles())
                .forEach((choice, why) -> impossible.add(String.join(", ", names(choice)) + ": " + why));
        return new PlanResults.Searched(
                1 << question.shelf().offers().size(),
                search.choices(),
                looked,
                search.exhaustive(),
                survivors.size(),
                impossible,
                field.histories(),
                question.histories(),
                question.draws(),
                search.exhaustive() ? null : search.guessError(),
                Race.ERROR,
                Race.ZONE);
    }

    private List<String> notSimulated() {
        return Trials.notSimulated(question.lab(), question.contending());
    }

    private List<String> assumptions() {
        List<String> all = new ArrayList<>();
        long guesses = question.shelf().offers().stream().filter(Offer::guess).count();
        if (guesses > 0) {
            all.add(guesses + " of " + question.shelf().offers().size() + " prices are guesses.");
        }
        all.add(
                "The budget is for what is paid once. Running costs are added up without interest, and electricity costs"
                        + " what it costs today.");
        if (field.now().latency() != null) {
            all.add("Latencies are those of the best guess of what is asked and of what the disks can do.");
        }
        all.add("An option is there from the first day, and works as the lab file says.");
        return all;
    }
}
