package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.simulator.kernel.Luck;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Trial;
import org.rackdrill.simulator.study.Trials;

/** The study behind {@code plan}: which combination of options serves a lab best for its money. */
public final class Plan {

    /** Sets of parameters while choosing; each combination meets the same. */
    private static final int SEARCH_DRAWS = 40;

    private final PlanQuestion question;
    private final Goals goals;
    private final Progress progress;
    private final Shelf shelf;

    private Plan(PlanQuestion question, Progress progress) {
        this.question = question;
        this.progress = progress;
        shelf = question.shelf();
        goals = Goals.of(question.lab(), question.goal(), question.services());
    }

    /**
     * Finds out what to buy.
     *
     * @return nothing but what the interruption left, marked as partial, when somebody wants to stop
     * @throws org.rackdrill.simulator.compiled.Unanswerable when the lab can be read but not simulated
     */
    public static PlanResults run(PlanQuestion question, Progress progress) {
        return new Plan(question, progress).results();
    }

    private PlanResults results() {
        try (Trials trials = new Trials(
                question.lab(), question.horizonHours(), question.contending(), question.threads(), progress)) {
            double years = Bill.years(question);
            Trial.Luck luck = new Trial.Luck(question.seed(), SEARCH_DRAWS);
            Field field = new Field(question.lab(), shelf, goals, trials, luck, years, progress);
            double budget = question.budget().orElse(Double.POSITIVE_INFINITY);
            Search search = new Search(shelf, field, budget, question.seed(), progress);
            List<Basket> survivors = search.run();
            progress.at(0.6);
            List<Basket> finalists = Finalists.of(survivors);
            Darkroom darkroom = new Darkroom(trials, goals, fresh(), question.histories(), progress);
            darkroom.make(List.of(field.now()));
            darkroom.make(finalists);
            progress.at(0.75);
            darkroom.make(singles(field, budget));
            progress.at(0.9);
            return new Bill(question, goals, field, search, survivors, finalists, darkroom, progress).results();
        }
    }

    /** Luck that has chosen nothing. */
    private Trial.Luck fresh() {
        return new Trial.Luck(question.seed() ^ Luck.nameOf("luck that has chosen nothing"), question.draws());
    }

    /** Every offer by itself, and what it needs without it. */
    private List<Basket> singles(Field field, double budget) {
        List<Integer> allowed = Search.allowed(shelf, budget);
        Set<Integer> wanted = new LinkedHashSet<>();
        for (int i = 0; i < shelf.offers().size(); i++) {
            int whole = shelf.withNeeds(1 << i);
            if (allowed.contains(whole)) {
                wanted.add(whole & ~(1 << i));
                wanted.add(whole);
            }
        }
        field.look(List.copyOf(wanted), 0);
        List<Basket> singles = new ArrayList<>();
        wanted.forEach(choice -> field.find(choice).ifPresent(singles::add));
        return singles;
    }
}
