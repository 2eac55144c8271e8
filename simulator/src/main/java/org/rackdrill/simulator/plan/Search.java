package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.simulator.kernel.Luck;
import org.rackdrill.simulator.study.Progress;

/**
 * Finds the combinations that are worth a closer look. Where there are few, all of them are simulated. Where there are
 * many, some are: nothing, each offer alone, and a spread of others; from these the rest is guessed, and what the guess
 * takes for better than anything seen is simulated next, until it takes nothing for better any more.
 */
final class Search {

    /** So many combinations are all simulated. */
    static final int FEW = 64;

    /** Combinations of the first spread, for each offer. */
    private static final int SPREAD = 4;

    /** What is known of a combination beside how much of its allowance each service uses. */
    private static final int MEASURES = 4;

    private static final int MOST_ROUNDS = 4;

    /** Combinations that a round looks at. */
    private static final int BATCH = 12;

    /** Things that happen in one look at a combination: a tenth of a second. */
    private static final double LOOK_EVENTS = 1e5;

    private static final int FEWEST_HISTORIES = 40;
    private static final int MOST_HISTORIES = 4_000;

    /** The last lap of a race is so many times the first one. */
    private static final int LAST_LAP = 4;

    private final Shelf shelf;
    private final Field field;
    private final List<Integer> allowed;
    private final Progress progress;
    private final long seed;
    private double error;

    /**
     * Prepares a search.
     *
     * @param budget what may be paid once
     */
    Search(Shelf shelf, Field field, double budget, long seed, Progress progress) {
        this.shelf = shelf;
        this.field = field;
        this.progress = progress;
        this.seed = seed;
        allowed = allowed(shelf, budget);
    }

    /** Returns every choice that can be had for a budget, that of nothing first. */
    static List<Integer> allowed(Shelf shelf, double budget) {
        List<Integer> allowed = new ArrayList<>();
        for (int choice = 0; choice < 1 << shelf.offers().size(); choice++) {
            if (shelf.allows(choice) && price(shelf, choice) <= budget) {
                allowed.add(choice);
            }
        }
        return allowed;
    }

    private static double price(Shelf shelf, int choice) {
        double price = 0;
        for (int i = 0; i < shelf.offers().size(); i++) {
            price += (choice >> i & 1) == 1 ? shelf.offers().get(i).price().amount() : 0;
        }
        return price;
    }

    /** Returns how many choices there are. */
    int choices() {
        return allowed.size();
    }

    /** Returns whether every one of them was simulated. */
    boolean exhaustive() {
        return allowed.size() <= FEW;
    }

    /** Returns how far guesses were from what was then simulated, in the mean and relative to it. */
    double guessError() {
        return error;
    }

    /** Returns those that no cheaper one surely equals, the cheapest first. */
    List<Basket> run() {
        int first = firstLap();
        if (exhaustive()) {
            field.look(allowed, first);
        } else {
            spread(first);
            for (int round = 0; round < MOST_ROUNDS && !progress.cancelled(); round++) {
                progress.at(0.1 + 0.4 * round / MOST_ROUNDS);
                if (!better(first)) {
                    break;
                }
            }
            for (int time = 0; time < 2 && !progress.cancelled(); time++) {
                without(first);
            }
        }
        progress.at(0.5);
        List<Entrant> entrants = field.ran(first).stream().map(Basket::entrant).toList();
        return new Race(first, LAST_LAP * first, field)
                .survivors(entrants).stream()
                        .map(entrant -> field.find(entrant.choice()).orElseThrow())
                        .toList();
    }

    private int firstLap() {
        field.look(List.of(0), FEWEST_HISTORIES);
        double perHistory = Math.max(1.0, field.events() / (double) Math.max(1, field.histories()));
        return (int) Math.max(FEWEST_HISTORIES, Math.min(MOST_HISTORIES, LOOK_EVENTS / perHistory));
    }

    /** Nothing, each offer with what it needs, everything but one, and choices by lot. */
    private void spread(int first) {
        Set<Integer> chosen = new LinkedHashSet<>(List.of(0));
        int offers = shelf.offers().size();
        for (int i = 0; i < offers; i++) {
            int alone = shelf.withNeeds(1 << i);
            if (allowed.contains(alone)) {
                chosen.add(alone);
            }
        }
        Luck luck = new Luck(new long[] {Luck.nameOf("spread of combinations")});
        luck.begin(seed, 0);
        luck.of(0);
        int wanted = Math.min(allowed.size(), 1 + offers * (1 + SPREAD));
        while (chosen.size() < wanted) {
            chosen.add(allowed.get(luck.nextInt(allowed.size())));
        }
        field.look(List.copyOf(chosen), first);
    }

    /** Looks at what is guessed to be better than anything seen; returns whether there was something. */
    private boolean better(int first) {
        List<Basket> seen = field.ran(first);
        Guess guess = guess(seen);
        List<Integer> next = new Staircases(seen).climbed(unseen(), choice -> quantities(guess.at(choice)), BATCH);
        look(next, guess, first);
        return !next.isEmpty();
    }

    /**
     * Looks at what is left of the best when one thing is left out of it, where that is guessed to make it no worse: nothing
     * is to be printed with something in it that does not help.
     */
    private void without(int first) {
        List<Basket> seen = field.ran(first);
        Guess guess = guess(seen);
        Set<Integer> next = new LinkedHashSet<>();
        Set<Integer> unseen = new LinkedHashSet<>(unseen());
        for (Basket basket : Finalists.front(seen)) {
            for (int i = 0; i < shelf.offers().size(); i++) {
                int less = basket.choice() & ~(1 << i);
                double use = basket.entrant().use() * (1 + Race.ZONE);
                if (unseen.contains(less) && quantities(guess.at(less)).use() <= use) {
                    next.add(less);
                }
            }
        }
        look(next.stream().limit(2L * BATCH).toList(), guess, first);
    }

    private Guess guess(List<Basket> seen) {
        double[][] values = seen.stream().map(Search::values).toArray(double[][]::new);
        return Guess.from(
                shelf.offers().size(), seen.stream().map(Basket::choice).toList(), values);
    }

    private List<Integer> unseen() {
        return allowed.stream()
                .filter(choice ->
                        field.find(choice).isEmpty() && !field.obstacles().containsKey(choice))
                .toList();
    }

    private void look(List<Integer> next, Guess guess, int first) {
        field.look(next, first);
        next.stream().flatMap(choice -> field.find(choice).stream()).forEach(basket -> learn(guess, basket));
    }

    private void learn(Guess guess, Basket basket) {
        double guessed = quantities(guess.at(basket.choice())).use();
        double use = basket.entrant().use();
        double off = use > 0 ? Math.abs(guessed - use) / use : 0;
        error = error == 0 ? off : 0.9 * error + 0.1 * off;
    }

    /** Money, watts, the logarithms of loss and latency, then how much of its allowance each service uses. */
    private static double[] values(Basket basket) {
        double[] uses = basket.entrant().means();
        double[] values = new double[MEASURES + uses.length];
        values[0] = basket.entrant().money();
        values[1] = basket.entrant().watts();
        values[2] = Math.log(Math.max(1e-12, basket.entrant().loss()));
        values[3] = Math.log(Math.max(1e-12, basket.entrant().latency()));
        System.arraycopy(uses, 0, values, MEASURES, uses.length);
        return values;
    }

    private static Staircases.Point quantities(double[] values) {
        double use = 0;
        for (int i = MEASURES; i < values.length; i++) {
            use = Math.max(use, values[i]);
        }
        return new Staircases.Point(values[0], values[1], Math.exp(values[2]), Math.exp(values[3]), use);
    }
}
