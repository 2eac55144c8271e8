package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.run.Prediction.Foreseen;

/** Everything that a drill checks, in one list: for programs, which want no sections. */
final class Checklist {
    private Checklist() {}

    /**
     * One check.
     *
     * @param kind {@code steady-before}, {@code steady-during}, {@code steady-after} or {@code expectation}
     * @param text the same for every run of the drill, but for targets that luck or a role has chosen
     * @param judgement none: the run ended before anybody could judge
     */
    record Item(
            String kind,
            String text,
            Optional<Judgement> judgement,
            Optional<Duration> promised,
            Optional<Foreseen> foreseen) {}

    static List<Item> of(Account account) {
        List<Item> items = new ArrayList<>();
        account.health().forEach(it -> items.add(steady("before", it, it.before(), Optional.empty())));
        account.health().stream()
                .filter(it -> it.steady().tolerates().isPresent())
                .forEach(it ->
                        items.add(steady("during", it, it.during(), it.steady().tolerates())));
        account.promises()
                .forEach(it ->
                        items.add(new Item("expectation", it.check(), it.judgement(), it.within(), it.foreseen())));
        account.health().forEach(it -> items.add(steady("after", it, it.after(), Optional.empty())));
        return items;
    }

    private static Item steady(
            String when, Account.Health health, Optional<Judgement> judgement, Optional<Duration> promised) {
        String text = when + ": " + health.steady().probe().text();
        return new Item("steady-" + when, text, judgement, promised, Optional.empty());
    }
}
