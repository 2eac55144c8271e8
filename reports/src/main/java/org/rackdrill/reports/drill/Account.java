package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Chosen;
import org.rackdrill.chaos.run.Entry;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Prediction.Foreseen;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Status;

/**
 * A run in the order in which a report tells it: each judgement beside what it judges.
 *
 * @param health of the steady state, in the order of the drill
 * @param promises in the order of the drill
 */
record Account(Replay run, List<Health> health, List<Promise> promises) {

    Account {
        health = List.copyOf(health);
        promises = List.copyOf(promises);
    }

    /** One part of the steady state, and what was seen of it; none: the run never came so far. */
    record Health(Steady steady, Optional<Judgement> before, Optional<Judgement> during, Optional<Judgement> after) {}

    static Account of(Replay run) {
        Optional<Drill> drill = run.plan().map(Plan::drill);
        if (drill.isEmpty()) {
            return new Account(run, List.of(), List.of());
        }
        Judged judged = new Judged(run.outcome().judgements(), run);
        List<Steady> steady = drill.get().steady();
        List<Optional<Judgement>> before =
                steady.stream().map(it -> judged.next()).toList();
        List<Optional<Judgement>> during = steady.stream()
                .map(it -> it.tolerates().isPresent() ? judged.next() : Optional.<Judgement>empty())
                .toList();
        List<Promise> promises = judged.promises(drill.get().expectations());
        List<Health> health = new ArrayList<>();
        for (int i = 0; i < steady.size(); i++) {
            health.add(new Health(steady.get(i), before.get(i), during.get(i), judged.next()));
        }
        return new Account(run, health, promises);
    }

    Status status() {
        return run.outcome().status();
    }

    Optional<Drill> drill() {
        return run.plan().map(Plan::drill);
    }

    Optional<WorldKind> world() {
        return run.opened().map(first -> first.world());
    }

    boolean simulated() {
        return world().equals(Optional.of(WorldKind.SIM));
    }

    /** Returns whether the run did not come to the end that it was meant to have. */
    boolean endedEarly() {
        return run.entries().stream().anyMatch(Entry.Stopped.class::isInstance)
                || run.entries().stream().noneMatch(Entry.Closed.class::isInstance);
    }

    /** Returns the hits that nobody can say are gone. */
    List<Replay.Harm> open() {
        return run.hits().stream().filter(hit -> isOpen(hit.state())).toList();
    }

    static boolean isOpen(FaultState state) {
        return switch (state) {
            case ARMED, APPLIED, UNDONE_UNVERIFIED, UNDO_FAILED -> true;
            case PLANNED, UNDONE_VERIFIED, IRREVERSIBLE -> false;
        };
    }

    /** Returns the hits that are gone, and whose timer may still be at the target. */
    List<Replay.Harm> timers() {
        return run.hits().stream()
                .filter(hit -> hit.timerLeft() && !isOpen(hit.state()))
                .toList();
    }

    /** Returns the hits that were there, or may have been. */
    List<Replay.Harm> done() {
        return run.hits().stream()
                .filter(hit -> hit.taken() || hit.injected().isPresent() || isOpen(hit.state()))
                .toList();
    }

    /** Returns when the first fault was there: what all times count from. */
    Optional<Duration> firstFault() {
        return run.hits().stream().flatMap(hit -> hit.injected().stream()).min(Duration::compareTo);
    }

    /** Returns from when a promise counts; none: what it counts from never happened. */
    Optional<Duration> since(Promise promise) {
        Optional<String> step = promise.expectation().since();
        return step.isEmpty()
                ? firstFault()
                : run.steps().stream()
                        .filter(it -> it.name().equals(step.get()))
                        .findFirst()
                        .flatMap(Replay.Stage::started);
    }

    /** Judgements in the order in which the judge gives them; a run that ended early has only the first. */
    private static final class Judged {
        private final List<Judgement> judgements;
        private final Replay run;
        private int at;

        Judged(List<Judgement> judgements, Replay run) {
            this.judgements = judgements;
            this.run = run;
        }

        Optional<Judgement> next() {
            return at < judgements.size() ? Optional.of(judgements.get(at++)) : Optional.empty();
        }

        List<Promise> promises(List<Expectation> expectations) {
            List<Promise> promises = new ArrayList<>();
            for (Expectation expectation : expectations) {
                List<Expectation> each = Chosen.each(expectation, targets(expectation));
                (each.isEmpty() ? List.of(expectation) : each).forEach(it -> promises.add(promise(it)));
            }
            return promises;
        }

        private Promise promise(Expectation expectation) {
            Optional<Judgement> judgement = next();
            String check = judgement.map(Judgement::check).orElse(expectation.text());
            return new Promise(expectation, check, judgement, foreseen(check));
        }

        private List<Target> targets(Expectation expectation) {
            return Chosen.step(expectation).stream()
                    .flatMap(step -> run.steps().stream().filter(it -> it.name().equals(step)))
                    .flatMap(it -> it.targets().stream())
                    .toList();
        }

        private Optional<Foreseen> foreseen(String check) {
            return run.plan().flatMap(Plan::prediction).stream()
                    .flatMap(prediction -> prediction.checks().stream())
                    .filter(it -> it.check().equals(check))
                    .findFirst();
        }
    }
}
