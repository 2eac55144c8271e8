package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.Unanswerable;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Trial;
import org.rackdrill.simulator.study.Trials;

/** Where combinations are made into labs, once each, and simulated under one luck. */
final class Field implements Race.Track {

    private final Shelf shelf;
    private final Goals goals;
    private final Trials trials;
    private final Trial.Luck luck;
    private final double years;
    private final Progress progress;
    private final Map<Integer, Basket> baskets = new TreeMap<>();
    private final Map<Integer, String> obstacles = new TreeMap<>();
    private final AtomicLong histories = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final Basket now;

    /**
     * Opens the field with the lab as it is.
     *
     * @param years over which running costs are added up
     */
    Field(Lab lab, Shelf shelf, Goals goals, Trials trials, Trial.Luck luck, double years, Progress progress) {
        this.shelf = shelf;
        this.goals = goals;
        this.trials = trials;
        this.luck = luck;
        this.years = years;
        this.progress = progress;
        Trial trial = trials.of(lab);
        now = basket(0, trial, trial.power());
        baskets.put(0, now);
    }

    /** Returns the lab as it is. */
    Basket now() {
        return now;
    }

    /** Returns what is known of a combination; nothing when it has not been looked at, or is no lab. */
    Optional<Basket> find(int choice) {
        return Optional.ofNullable(baskets.get(choice));
    }

    /** Returns everything that was looked at. */
    Collection<Basket> all() {
        return baskets.values();
    }

    /** Returns why some combinations are no labs. */
    Map<Integer, String> obstacles() {
        return obstacles;
    }

    /** Returns how many histories were simulated so far. */
    long histories() {
        return histories.get();
    }

    /** Returns how many things happened in them. */
    long events() {
        return events.get();
    }

    /** Makes labs of some combinations and simulates so many histories of each. */
    void look(List<Integer> choices, int until) {
        List<Integer> fresh = choices.stream()
                .distinct()
                .filter(choice -> !baskets.containsKey(choice) && !obstacles.containsKey(choice))
                .toList();
        List<Object> made = trials.each(fresh, this::made);
        for (int i = 0; i < fresh.size(); i++) {
            if (made.get(i) instanceof Basket basket) {
                baskets.put(fresh.get(i), basket);
            } else if (!progress.cancelled()) {
                obstacles.put(fresh.get(i), String.valueOf(made.get(i)));
            }
        }
        run(
                choices.stream()
                        .distinct()
                        .flatMap(choice -> find(choice).stream())
                        .map(Basket::entrant)
                        .toList(),
                until);
    }

    /** Returns a basket, or in words why there is none. */
    private Object made(int choice) {
        if (progress.cancelled()) {
            return "";
        }
        Optional<Lab> lab = shelf.lab(choice);
        if (lab.isEmpty()) {
            return shelf.obstacle(choice);
        }
        Trial trial;
        try {
            trial = trials.of(lab.get());
        } catch (Unanswerable refusal) {
            return String.valueOf(refusal.getMessage());
        }
        List<String> gone = goals.names().stream()
                .filter(name -> !trial.services().contains(name))
                .toList();
        if (!gone.isEmpty()) {
            return "It takes away " + String.join(", ", gone) + ", which has a goal.";
        }
        return basket(choice, trial, now.power());
    }

    private Basket basket(int choice, Trial trial, Results.Power before) {
        Offer.Price price = Offer.Price.NONE;
        Offer.Price yearly = Offer.Price.NONE;
        for (int i = 0; i < shelf.offers().size(); i++) {
            if ((choice >> i & 1) == 1) {
                price = price.plus(shelf.offers().get(i).price());
                yearly = yearly.plus(shelf.offers().get(i).yearly());
            }
        }
        Results.Power power = trial.power();
        double bill = power.costPerYear().amount() - before.costPerYear().amount();
        List<Double> losses = Arrays.stream(trial.lossGuess()).boxed().toList();
        int[] places =
                goals.names().stream().mapToInt(trial.services()::indexOf).toArray();
        double money = price.amount() + years * (yearly.amount() + bill);
        PlanResults.Latency latency = slowest(trial);
        double waits = latency == null ? 0 : latency.millis() / latency.limitMillis();
        Entrant entrant = new Entrant(choice, money, power.watts(), Basket.worst(losses), waits);
        return new Basket(choice, trial, price, yearly, power, losses, latency, places, entrant);
    }

    /** Returns the service that is slowest for what it aims at, among those that count. */
    private PlanResults.@Nullable Latency slowest(Trial trial) {
        return trial.aims().stream()
                .filter(aim -> goals.names().contains(aim.service()))
                .map(aim -> new PlanResults.Latency(aim.service(), aim.share(), aim.millis(), aim.limitMillis()))
                .max(Comparator.comparingDouble(latency -> latency.millis() / latency.limitMillis()))
                .orElse(null);
    }

    @Override
    public boolean run(List<Entrant> entrants, int until) {
        trials.each(entrants, entrant -> {
            int from = entrant.histories();
            Basket basket = baskets.get(entrant.choice());
            if (basket != null && from < until && !progress.cancelled()) {
                Trial.Down down = basket.trial().down(luck, from, until);
                entrant.ran(goals.uses(down.share(), basket.places()));
                histories.addAndGet(until - (long) from);
                events.addAndGet(down.events());
            }
            return entrant;
        });
        return !progress.cancelled();
    }

    /** Returns the combinations that were looked at and have run at least so far. */
    List<Basket> ran(int until) {
        List<Basket> ran = new ArrayList<>();
        baskets.values().stream()
                .filter(basket -> basket.entrant().histories() >= until)
                .forEach(ran::add);
        return ran;
    }
}
