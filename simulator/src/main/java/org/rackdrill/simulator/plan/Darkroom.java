package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Trial;
import org.rackdrill.simulator.study.Trials;

/** Where close-ups are made, all of them with the same fresh luck. */
final class Darkroom {

    private final Trials trials;
    private final Goals goals;
    private final Trial.Luck luck;
    private final int histories;
    private final Progress progress;
    private final Map<Integer, Closeup> made = new TreeMap<>();
    private final Map<List<Double>, PlanResults.Loss> losses = new HashMap<>();

    Darkroom(Trials trials, Goals goals, Trial.Luck luck, int histories, Progress progress) {
        this.trials = trials;
        this.goals = goals;
        this.luck = luck;
        this.histories = histories;
        this.progress = progress;
    }

    /** Makes close-ups of those that have none yet; fewer when somebody wants to stop. */
    void make(Collection<Basket> baskets) {
        List<Basket> fresh = new ArrayList<>();
        for (Basket basket : baskets) {
            if (!made.containsKey(basket.choice()) && !fresh.contains(basket)) {
                fresh.add(basket);
            }
        }
        for (Closeup closeup : trials.each(fresh, this::closeup)) {
            // A close-up that was interrupted would be compared with others of other luck.
            if (closeup.histories() == histories) {
                made.put(closeup.basket().choice(), closeup);
            }
        }
    }

    private Closeup closeup(Basket basket) {
        Trial.Measured measured = progress.cancelled()
                ? new Trial.Measured(new double[0][], new double[0][])
                : basket.trial().measured(luck, histories);
        return new Closeup(basket, goals, measured, luck.draws());
    }

    /** Returns the close-up of a combination; null when there is none. */
    @Nullable
    Closeup of(int choice) {
        return made.get(choice);
    }

    /** Returns all close-ups. */
    Collection<Closeup> all() {
        return made.values();
    }

    /** Returns the loss of the dataset most at risk; combinations that do the same to the data share an answer. */
    PlanResults.@Nullable Loss loss(Basket basket) {
        if (basket.lossGuess().isEmpty()) {
            return null;
        }
        PlanResults.Loss known = losses.get(basket.lossGuess());
        if (known != null) {
            return known;
        }
        Results.Loss[] all = basket.trial().losses(luck);
        int worst = 0;
        for (int d = 1; d < all.length; d++) {
            worst = all[d].mean() > all[worst].mean() ? d : worst;
        }
        PlanResults.Loss loss = new PlanResults.Loss(
                basket.trial().datasets().get(worst), all[worst].mean(), all[worst].low(), all[worst].high());
        losses.put(basket.lossGuess(), loss);
        return loss;
    }
}
